// The panel of one task with two people in it: each sees where the other is, two fields both win, one description grows from
// both, and a task that is removed under one's hands is offered back with what was being written.

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { callApi, join, makeDocument, makeProject } from '../support/workspace.ts';

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Task' });
const row = (page: Page, title: string): Locator => page.getByRole('row').filter({ hasText: title });
const axe = async (page: Page) => {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};

interface Content {
	tasks: {
		id: string;
		title: string;
		description: unknown;
		acceptanceCriteria: string;
		due: string | null;
	}[];
}

test('two people in one task: both fields win, the description merges, each sees where the other is', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Lock gate');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const id = await makeDocument(product, admin, projectId, { kind: 'plan', title: 'Plan' });
	await callApi(product, admin, 'PATCH', `/documents/${id}/content`, {
		operations: [{ op: 'add', collection: 'tasks', value: { title: 'Hang the gate' } }]
	});
	const content = () => callApi<Content>(product, admin, 'GET', `/documents/${id}/content`);
	const taskId = (await content()).tasks[0]?.id ?? '';
	const first = await open(admin, `/documents/${id}?task=${taskId}`);
	const second = await open(bo, `/documents/${id}?task=${taskId}`);

	// Presence: Bo stands in the field of the title, and in its cell of the outline.
	await panel(second).getByRole('textbox', { name: 'Task', exact: true }).focus();
	await expect(panel(first).locator('[data-field="title"]')).toHaveAttribute('data-presence', 'Bo Lindqvist');
	await expect(row(first, 'Hang the gate').locator('[data-column="title"]')).toHaveAttribute(
		'data-presence',
		''
	);
	await expect(panel(first).locator('[data-field="effort"]')).not.toHaveAttribute('data-presence');

	// Nothing here is sent as a whole: no field says that it is optional.
	await expect(panel(first)).not.toContainText('optional');

	// Two fields at once.
	await panel(first).getByRole('textbox', { name: 'Effort' }).fill('1w 1d');
	await panel(second).getByRole('textbox', { name: 'Task', exact: true }).fill('Hang both gates');
	await panel(first).getByRole('textbox', { name: 'Effort' }).press('Enter');
	await panel(second).getByRole('textbox', { name: 'Task', exact: true }).press('Enter');
	for (const page of [first, second]) {
		await expect(panel(page).getByRole('textbox', { name: 'Effort' })).toHaveValue('6d');
		await expect(panel(page).getByRole('textbox', { name: 'Task', exact: true })).toHaveValue(
			'Hang both gates'
		);
	}

	// A value that somebody else changes does not move what I am typing, and says so.
	await panel(first).getByRole('textbox', { name: 'Task', exact: true }).press('End');
	await first.keyboard.type('!');
	await panel(second).getByRole('textbox', { name: 'Task', exact: true }).fill('Hang the pair');
	await panel(second).getByRole('textbox', { name: 'Task', exact: true }).press('Enter');
	await expect(panel(first)).toContainText('meanwhile to “Hang the pair”');
	await expect(panel(first).getByRole('textbox', { name: 'Task', exact: true })).toHaveValue(
		'Hang both gates!'
	);
	await first.keyboard.press('Escape');
	await expect(panel(first).getByRole('textbox', { name: 'Task', exact: true })).toHaveValue('Hang the pair');

	// One description, two people.
	const description = (page: Page) => panel(page).getByRole('textbox', { name: 'Description' });
	await description(first).click();
	await first.keyboard.type('Lift at low tide. ');
	await expect(description(second)).toContainText('Lift at low tide.');
	await description(second).focus();
	await second.keyboard.press('ControlOrMeta+Home');
	await second.keyboard.type('Crane: 90 t. ');
	await first.keyboard.type('Two divers.');
	for (const page of [first, second]) {
		await expect(description(page)).toContainText('Crane: 90 t.');
		await expect(description(page)).toContainText('Lift at low tide. Two divers.');
	}

	// The checklist by keyboard, ticked by the other.
	await panel(first).getByRole('textbox', { name: 'Add a criterion' }).focus();
	await first.keyboard.type('Opens within 3 minutes');
	await first.keyboard.press('Enter');
	await first.keyboard.type('No drop passes');
	await first.keyboard.press('Enter');
	await panel(second).getByRole('checkbox', { name: 'Opens within 3 minutes' }).check();
	await expect(panel(first)).toContainText('1 of 2 met');
	await expect
		.poll(async () => (await content()).tasks[0]?.acceptanceCriteria)
		.toBe('- [x] Opens within 3 minutes\n- [ ] No drop passes');

	await panel(first).getByRole('combobox', { name: 'Constraint' }).selectOption('Must finish on');
	await expect(panel(first).getByRole('textbox', { name: 'Day of the constraint' })).not.toHaveValue('');
	expect(await axe(first)).toEqual([]);
});

test('a task that somebody removes while I write in it says so and comes back with what I wrote', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Slipway');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const id = await makeDocument(product, admin, projectId, { kind: 'plan', title: 'Plan' });
	const titles = ['Clear the site', 'Lay the rails', 'Grease them'];
	for (const title of titles) {
		await callApi(product, admin, 'PATCH', `/documents/${id}/content`, {
			operations: [{ op: 'add', collection: 'tasks', value: { title } }]
		});
	}
	const content = () => callApi<Content>(product, admin, 'GET', `/documents/${id}/content`);
	const taskId = (await content()).tasks[1]?.id ?? '';
	const first = await open(admin, `/documents/${id}?task=${taskId}`);
	const second = await open(bo, `/documents/${id}`);

	const description = panel(first).getByRole('textbox', { name: 'Description' });
	await description.click();
	await first.keyboard.type('Gauge 1435.');
	await panel(first).getByRole('textbox', { name: 'Task', exact: true }).fill('Lay both rails');
	await row(second, 'Lay the rails').locator('[data-column="title"]').click();
	await second.keyboard.press('Delete');

	await expect(panel(first).getByRole('alert')).toContainText('“Lay the rails” was removed');
	await expect(panel(first).getByRole('alert')).toContainText('Lay both rails');
	await panel(first).getByRole('button', { name: 'Bring it back' }).click();
	await expect(description).toContainText('Gauge 1435.');
	await expect(row(second, 'Lay both rails')).toBeVisible();
	await expect
		.poll(async () => (await content()).tasks.map(({ title }) => title))
		.toEqual(['Clear the site', 'Lay both rails', 'Grease them']);
	expect((await content()).tasks[1]?.id).toBe(taskId);
});
