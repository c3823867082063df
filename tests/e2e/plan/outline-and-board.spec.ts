// Two people in one plan: an outline written by keyboard alone, dates that follow a link, the same tasks on a board.

import AxeBuilder from '@axe-core/playwright';
import { cell, row } from '../support/grid.ts';
import { expect, test } from '../support/test.ts';
import { join, makeDocument, makeProject } from '../support/workspace.ts';

test('an outline grows by keyboard and others see it; a link moves dates; a circle is refused by name', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Quay extension');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const id = await makeDocument(product, admin, projectId, { kind: 'plan', title: 'Delivery plan' });
	const first = await open(admin, `/documents/${id}`);
	const second = await open(bo, `/documents/${id}`);

	await first.getByRole('button', { name: 'Add task' }).first().click();
	for (const title of ['Survey the quay', 'Drive the piles', 'Pour the deck']) {
		await first.keyboard.type(title);
		await first.keyboard.press('Enter');
	}
	await first.keyboard.press('Escape');
	for (const title of ['Survey the quay', 'Drive the piles', 'Pour the deck']) {
		await expect(row(second, title)).toBeVisible();
	}

	// The other links two of them: the second task starts after the first.
	const before = await cell(second, 'Drive the piles', 'start').textContent();
	await cell(second, 'Drive the piles', 'title').click();
	await second.keyboard.press('ControlOrMeta+Enter');
	const peek = second.getByRole('complementary', { name: 'Task' });
	await peek.getByRole('combobox', { name: 'Add a predecessor' }).fill('Survey');
	await second.getByRole('option', { name: 'Survey the quay' }).click();
	await expect(peek.getByRole('button', { name: 'Survey the quay' })).toBeVisible();
	await expect(cell(first, 'Drive the piles', 'start')).not.toHaveText(before ?? '');

	// The way back would be a circle.
	await peek.getByRole('button', { name: 'Survey the quay' }).click();
	await peek.getByRole('combobox', { name: 'Add a predecessor' }).fill('Drive');
	await second.getByRole('option', { name: 'Drive the piles' }).click();
	await expect(peek).toContainText('would wait for each other');
	await expect(peek).toContainText('Survey the quay → Drive the piles');

	const { violations } = await new AxeBuilder({ page: first }).analyze();
	expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

test('a card moves by keyboard, and undo takes it back for everybody', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Ferry moorings');
	const id = await makeDocument(product, admin, projectId, {
		kind: 'plan',
		title: 'Board',
		template: 'software-delivery'
	});
	const page = await open(admin, `/documents/${id}?view=board`);
	const column = (name: string) => page.getByRole('region', { name, exact: true });
	const card = (name: string) => column(name).getByRole('article', { name: 'Kickoff meeting' });

	await card('To do').focus();
	await page.keyboard.press('Alt+ArrowRight');
	await expect(card('In progress')).toBeFocused();
	await expect(card('To do')).toHaveCount(0);
	await page.keyboard.press('ControlOrMeta+z');
	await expect(card('To do')).toBeVisible();

	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});
