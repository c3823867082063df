// The process dies in mid-sentence, without a goodbye: whatever the page called saved is there after the restart, the
// pages come back by themselves, and the sentence goes on.

import { expect, test } from '../support/test.ts';
import { ready, saved, saveState, toEnd, words } from '../support/notes-page.ts';
import { join, makeNotes, makeProject } from '../support/workspace.ts';

test('kill -9 in mid-sentence loses nothing', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Harbour portal');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const notes = await makeNotes(product, admin, projectId, { title: 'Weekly status' });
	const first = await open(admin, `/documents/${notes}`);
	const second = await open(bo, `/documents/${notes}`);
	await Promise.all([ready(first), ready(second)]);
	await toEnd(first);
	await first.keyboard.type('This was saved.');
	await saved(first);
	await expect.poll(() => words(second)).toBe('This was saved.');
	await toEnd(second);

	const typing = [
		first.keyboard.type(
			' This sentence was begun before the process died and ended while nobody was there.',
			{
				delay: 15
			}
		),
		second.keyboard
			.press('Enter')
			.then(() => second.keyboard.type('Bo noticed nothing at all.', { delay: 25 }))
	];
	await expect.poll(() => words(second)).toContain('This sentence');
	await product.kill();
	await Promise.all(typing);
	await Promise.all([saveState(first, 'offline'), saveState(second, 'offline')]);
	await product.resume();

	await Promise.all([saved(first), saved(second)]);
	const whole = [
		'This was saved. This sentence was begun before the process died and ended while nobody was there.',
		'Bo noticed nothing at all.'
	].join('\n');
	await expect.poll(() => words(first)).toBe(whole);
	await expect.poll(() => words(second)).toBe(whole);

	await first.keyboard.type(' And it goes on.');
	await expect.poll(() => words(second)).toContain('nobody was there. And it goes on.');
	await saved(first);
	const fresh = await open(admin, `/documents/${notes}`);
	await ready(fresh);
	expect(await words(fresh)).toBe(whole.replace('was there.', 'was there. And it goes on.'));
});
