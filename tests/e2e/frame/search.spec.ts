// Search as people meet it: the palette finds what stands in documents, the page follows the typing in both languages, and a
// guest finds what is shared and nothing of the rest.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../support/test.ts';
import { callApi, join, makeDocument, makeProject, type Person } from '../support/workspace.ts';

interface Found {
	hits: { title: { text: string }[] }[];
}

type Product = Parameters<typeof makeProject>[0];

/** Rows follow an edit: asked until they are there. */
async function untilFound(product: Product, person: Person, q: string, count: number): Promise<void> {
	await expect
		.poll(async () => {
			const asked = new URLSearchParams({ q });
			return (await callApi<Found>(product, person, 'GET', `/search?${asked}`)).hits.length;
		})
		.toBe(count);
}

async function planWith(product: Product, author: Person, projectId: string, title: string, tasks: object[]) {
	const id = await makeDocument(product, author, projectId, { kind: 'plan', title, audience: 'client' });
	await callApi(product, author, 'PATCH', `/documents/${id}/content`, {
		operations: tasks.map((value) => ({ op: 'add', collection: 'tasks', value }))
	});
	return id;
}

test('the palette finds a task in a plan and opens it beside the plan', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Crane overhaul');
	await planWith(product, admin, projectId, 'Crane plan', [{ title: 'Vulcanise the belt' }]);
	await untilFound(product, admin, 'vulcanise', 1);
	const page = await open(admin, '/');
	await page.keyboard.press('ControlOrMeta+k');
	const palette = page.getByRole('dialog', { name: 'Search and commands' });
	// No name of a project or a command has these letters in this order: those stand above what documents hold.
	await palette.getByRole('combobox').fill('vulca');
	const group = palette.getByRole('group', { name: 'In documents' });
	await expect(group.getByRole('option')).toHaveText([
		/Vulcanise the belt.*Task · Crane plan · Crane overhaul/u,
		/Search everything for “vulca”/u
	]);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/documents\/\w+\?task=/u);
	await expect(page.getByRole('complementary').getByText('Vulcanise the belt').first()).toBeVisible();
});

test('the page follows the typing, an input method is left alone, and arrows walk what was found', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Pump house');
	await planWith(product, admin, projectId, '泵房改造计划', [
		{ title: '供应商的风险评估', tags: ['采购'] },
		{ title: '风险复核' }
	]);
	await untilFound(product, admin, '风险', 2);
	const page = await open(admin, '/search');
	const field = page.getByRole('searchbox');
	await expect(field).toBeFocused();
	await field.fill('风险');
	const found = page.getByRole('region', { name: 'What was found' });
	await expect(found.getByRole('listitem')).toHaveCount(2);
	await expect(page).toHaveURL(/q=%E9%A3%8E%E9%99%A9/u);
	await expect(found.locator('mark').first()).toHaveText('风险');
	await field.press('ArrowDown');
	await expect(found.getByRole('link').first()).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(found.getByRole('link').nth(1)).toBeFocused();

	await field.evaluate((input: HTMLInputElement) => {
		input.value = 'gongying';
		input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
	});
	await expect(found.getByRole('listitem')).toHaveCount(2);
	await field.fill('供应商风险');
	await expect(found.getByRole('listitem')).toHaveCount(1);
	await page.getByLabel('Kind of document').selectOption('meeting-notes');
	await expect(page.getByRole('heading', { name: 'Nothing found for “供应商风险”' })).toBeVisible();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations).toEqual([]);
});

test('two people search at once: the guest finds what is shared, without scripts too', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Ferry slip');
	const guest = await join(product, admin, projectId, {
		name: 'Noor Haddad',
		role: 'commenter',
		workspaceRole: 'guest'
	});
	await planWith(product, admin, projectId, 'Slip plan', [
		{ title: 'Dredge the berth', audience: 'client' },
		{ title: 'Dredge margin', audience: 'team' }
	]);
	await untilFound(product, admin, 'dredge', 2);
	const ours = await open(admin, '/search?q=dredge');
	await expect(ours.getByRole('region', { name: 'What was found' }).getByRole('listitem')).toHaveCount(2);
	const theirs = await open(guest, '/search?q=dredge', { javaScriptEnabled: false });
	await expect(theirs.getByRole('region', { name: 'What was found' }).getByRole('link')).toHaveText([
		'Dredge the berth'
	]);
	await expect(theirs.locator('body')).not.toContainText('margin');
});
