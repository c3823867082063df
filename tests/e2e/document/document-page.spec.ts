// The document's page itself: without a fault that axe can find, in light and dark, on a desk and on a phone, in both
// languages; who is here and undo within reach.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/test.ts';
import { body, ready, saved, toEnd, words } from '../support/notes-page.ts';
import { join, makeNotes, makeProject } from '../support/workspace.ts';

for (const look of [
	{ name: 'light, on a desk', options: {} },
	{ name: 'dark, on a phone', options: { colorScheme: 'dark', viewport: { width: 390, height: 844 } } }
] as const) {
	test(`axe finds nothing: ${look.name}`, async ({ product, admin, open }) => {
		const projectId = await makeProject(product, admin, 'Harbour portal');
		const bo = await join(product, admin, projectId, {
			name: 'Bo Lindqvist',
			role: 'editor',
			locale: 'zh-CN'
		});
		const notes = await makeNotes(product, admin, projectId, { title: 'Kickoff', template: 'kickoff' });
		const other = await open(admin, `/documents/${notes}`);
		const page = await open(bo, `/documents/${notes}`, look.options);
		await page.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'zh-CN', url: product.url }]);
		await page.reload();
		await expect(page.getByRole('textbox', { name: '标题' })).toBeVisible();
		await expect(page.locator('[data-document-body] [contenteditable=true]')).toBeVisible();
		await Promise.all([ready(other), expect(page.locator('[data-presence] li')).toHaveCount(2)]);
		await page.context().setOffline(true);
		await expect(page.locator('[data-save-state=offline]')).toBeVisible();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
	});
}

test('undo and redo by button, only one’s own', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Crane refit');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const notes = await makeNotes(product, admin, projectId, { title: 'Inspection' });
	const first = await open(admin, `/documents/${notes}`);
	const second = await open(bo, `/documents/${notes}`);
	await Promise.all([ready(first), ready(second)]);
	await expect(first.getByRole('button', { name: 'Undo' })).toBeDisabled();
	await toEnd(first);
	await first.keyboard.type('Cable three is worn.');
	await expect.poll(() => words(second)).toBe('Cable three is worn.');
	await expect(second.getByRole('button', { name: 'Undo' })).toBeDisabled();
	await first.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(() => words(second)).toBe('');
	await first.getByRole('button', { name: 'Redo' }).click();
	await expect.poll(() => words(second)).toBe('Cable three is worn.');
	await saved(first);
});

test('whoever is here can be followed to where they write', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Quay lights');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const notes = await makeNotes(product, admin, projectId, { title: 'Long' });
	const first = await open(admin, `/documents/${notes}`);
	const second = await open(bo, `/documents/${notes}`);
	await Promise.all([ready(first), ready(second)]);
	const follow = first.getByRole('button', { name: 'Follow Bo Lindqvist' });
	await follow.click();
	await expect(first.getByText('Bo Lindqvist has not placed a cursor yet')).toBeVisible();
	await toEnd(second);
	for (let line = 1; line <= 60; line++) {
		await second.keyboard.insertText(`Lamp ${line}`);
		await second.keyboard.press('Enter');
	}
	await second.keyboard.insertText('The last word');
	await expect(body(first).getByText('The last word')).toBeInViewport();
	await expect(first.getByRole('button', { name: 'Following Bo Lindqvist' })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
});
