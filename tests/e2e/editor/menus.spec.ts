// The menus at the caret: blocks by the slash, people by @, all by keyboard, in both languages.

import { expect, test } from '../support/test.ts';
import { body, ready, saved, words } from '../support/notes-page.ts';
import { callApi, join, makeNotes, makeProject } from '../support/workspace.ts';

let projectId: string;

test.beforeAll(async ({ product, admin }) => {
	projectId = await makeProject(product, admin, 'Harbour terminal');
});

const blocks = { name: 'Insert a block' };

test('the slash menu is walked and filtered by keyboard and leaves nothing behind', async ({
	open,
	product,
	admin
}) => {
	const id = await makeNotes(product, admin, projectId, { title: 'Slash' });
	const page = await open(admin, `/documents/${id}`);
	await ready(page);
	await body(page).click();
	await page.keyboard.type('Agenda /');
	const menu = page.getByRole('listbox', blocks);
	await expect(menu.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
	const current = () =>
		body(page).evaluate(
			(field) => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent
		);
	await expect.poll(current).toContain('Text');
	await page.keyboard.press('ArrowUp');
	await expect.poll(current).toContain('Person');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.type('h2');
	await expect(menu.getByRole('option')).toHaveCount(1);
	await page.keyboard.press('Enter');
	await expect(menu).toBeHidden();
	await expect(body(page)).not.toHaveAttribute('aria-activedescendant');
	await expect(body(page).getByRole('heading', { level: 2, name: 'Agenda' })).toBeVisible();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');

	// Sent away, it stays away for this sign; what was typed stays text.
	await page.keyboard.type('/ta');
	await expect(menu).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(menu).toBeHidden();
	await page.keyboard.type('sk and/or 2/3');
	await expect(menu).toBeHidden();
	await expect.poll(() => words(page)).toContain('/task and/or 2/3');
	await saved(page);
});

test('the slash menu speaks Chinese and opens behind Chinese words', async ({ open, product, admin }) => {
	const lin = await join(product, admin, projectId, { name: '林巧', role: 'editor', locale: 'zh-CN' });
	const id = await makeNotes(product, admin, projectId, { title: '周会' });
	const page = await open(lin, `/documents/${id}`);
	const field = page.locator('[data-document-body] [role=textbox]');
	await expect(field).toHaveAttribute('contenteditable', 'true');
	await field.click();
	await page.keyboard.type('议程/任务');
	await expect(page.getByRole('listbox', { name: '插入内容块' }).getByRole('option')).toHaveText(/任务列表/);
	await page.keyboard.press('Enter');
	await expect(field.locator('ul[data-type=taskList] li p')).toHaveText('议程');
});

test('a person is mentioned, and the other one, the page and Markdown read it', async ({
	open,
	product,
	admin
}) => {
	const lin = await join(product, admin, projectId, { name: 'Lin Qiao', role: 'editor' });
	const id = await makeNotes(product, admin, projectId, { title: 'Mention' });
	const page = await open(admin, `/documents/${id}`);
	const other = await open(lin, `/documents/${id}`);
	await ready(page);
	await ready(other);
	await body(page).click();
	await page.keyboard.type('Ask a@lin or @lin q');
	await expect(page.getByRole('listbox', { name: 'People in this project' }).getByRole('option')).toHaveText(
		'Lin Qiao'
	);
	await page.keyboard.press('Tab');
	await page.keyboard.type('today');
	await saved(page);
	await expect.poll(() => words(other)).toBe('Ask a@lin or @Lin Qiao today');
	const { id: linId } = await callApi<{ id: string }>(product, lin, 'GET', '/me');
	await expect(body(other).locator('.mention')).toHaveAttribute('data-mention', linId);

	// Who was renamed is called by the new name, also where the old one was written.
	await other.goto('/settings');
	const name = other.getByRole('textbox', { name: 'Your name' });
	await name.fill('Lin Qiao-Meyer');
	const renamed = other.waitForResponse((response) => response.url().endsWith('?/profile'));
	await name.press('Enter');
	expect((await renamed).ok()).toBe(true);
	await page.reload();
	await expect.poll(() => words(page)).toBe('Ask a@lin or @Lin Qiao-Meyer today');
	expect(
		await page.request.get(`/api/v1/documents/${id}/content?format=markdown`).then((r) => r.text())
	).toContain('@Lin Qiao');
});

test('the words that become a link stay marked while its address is typed', async ({
	open,
	product,
	admin
}) => {
	const id = await makeNotes(product, admin, projectId, { title: 'Link' });
	const page = await open(admin, `/documents/${id}`);
	await ready(page);
	await body(page).click();
	await page.keyboard.type('See the plan');
	await page.keyboard.press('Shift+Home');
	await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible();
	await page.keyboard.press('ControlOrMeta+k');
	await expect(page.getByRole('textbox', { name: 'Address' })).toBeFocused();
	await expect(body(page).locator('.kept-selection')).toHaveText('See the plan');
	await page.keyboard.type('example.com/plan');
	await page.keyboard.press('Enter');
	await expect(body(page).getByRole('link')).toHaveText('See the plan');
	await expect(body(page).locator('.kept-selection')).toHaveCount(0);
	await saved(page);
});
