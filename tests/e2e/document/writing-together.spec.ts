// Two people in one document: the same paragraph, the same title, each with their own caret and their own undo.

import { expect, test } from '../support/test.ts';
import { body, ready, saved, title, toEnd, words } from '../support/notes-page.ts';
import { callApi, join, makeNotes, makeProject } from '../support/workspace.ts';

test('two people write in the same paragraph at once, and it converges', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Harbour portal');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const notes = await makeNotes(product, admin, projectId, { title: 'Weekly status' });
	const first = await open(admin, `/documents/${notes}`);
	const second = await open(bo, `/documents/${notes}`);
	await Promise.all([ready(first), ready(second)]);

	await toEnd(first);
	await first.keyboard.type('The berth is booked.');
	await expect.poll(() => words(second)).toContain('The berth is booked.');
	await toEnd(second);
	// Who is here, at the top and in the text.
	await expect(first.getByRole('button', { name: /Bo Lindqvist/u })).toBeVisible();
	await expect(body(first).getByText('Bo Lindqvist')).toBeAttached();

	await first.keyboard.press('ControlOrMeta+Home');
	await Promise.all([
		first.keyboard.type('Pilots arrive at six and need the gate code. '),
		second.keyboard.type(' Customs wants the list by noon on Thursday.')
	]);
	const whole =
		'Pilots arrive at six and need the gate code. The berth is booked. Customs wants the list by noon on Thursday.';
	await expect.poll(() => words(first)).toBe(whole);
	await expect.poll(() => words(second)).toBe(whole);
	await Promise.all([saved(first), saved(second)]);

	// What each of them undoes is their own.
	await first.keyboard.press('ControlOrMeta+z');
	await expect.poll(() => words(second)).not.toContain('gate code');
	expect(await words(second)).toContain('Customs wants the list by noon on Thursday.');
	await first.keyboard.press('ControlOrMeta+Shift+z');
	await expect.poll(() => words(second)).toBe(whole);
});

test('the title is written by both, and everybody’s lists follow', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Crane refit');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const notes = await makeNotes(product, admin, projectId, { title: 'Kickoff' });
	const first = await open(admin, `/documents/${notes}`);
	const second = await open(bo, `/documents/${notes}`);
	await Promise.all([ready(first), ready(second)]);

	await title(first).press('End');
	await title(first).pressSequentially(' with Northwind');
	await expect(title(second)).toHaveValue('Kickoff with Northwind');
	await title(second).press('Home');
	await Promise.all([
		title(first).pressSequentially(', day one'),
		title(second).pressSequentially('Project ')
	]);
	await expect(title(first)).toHaveValue('Project Kickoff with Northwind, day one');
	await expect(title(second)).toHaveValue('Project Kickoff with Northwind, day one');
	await expect(second).toHaveTitle(/Project Kickoff with Northwind, day one/u);
	await expect(second.getByRole('link', { name: 'Project Kickoff with Northwind, day one' })).toBeVisible();

	// Enter goes on to the text.
	await title(first).press('Enter');
	await expect(body(first)).toBeFocused();
	await saved(first);
	await expect
		.poll(async () => (await callApi<{ title: string }>(product, bo, 'GET', `/documents/${notes}`)).title)
		.toBe('Project Kickoff with Northwind, day one');
});

test('date, time and place are shared, and readable without any script', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Quay lights');
	const notes = await makeNotes(product, admin, projectId, { title: 'Site visit' });
	const first = await open(admin, `/documents/${notes}`);
	const second = await open(admin, `/documents/${notes}`);
	await Promise.all([ready(first), ready(second)]);
	await first.getByLabel('Date').fill('2026-03-12');
	await first.getByLabel('Place').fill('Pier 4');
	await first.getByLabel('Place').press('Enter');
	await expect(second.getByLabel('Date')).toHaveValue('2026-03-12');
	await expect(second.getByLabel('Place')).toHaveValue('Pier 4');
	await toEnd(first);
	await first.keyboard.type('Lamps by Friday.');
	await saved(first);

	const plain = await open(admin, `/documents/${notes}`, { javaScriptEnabled: false });
	await expect(plain.getByRole('heading', { name: 'Site visit' })).toBeVisible();
	await expect(plain.getByText('Pier 4')).toBeVisible();
	await expect(plain.getByText('Lamps by Friday.')).toBeVisible();
});
