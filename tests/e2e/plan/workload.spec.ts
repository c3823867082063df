// Two people before one workload: a week that holds too much says why, by keyboard alone; what one changes about it (how much
// time somebody has, who does a task) the other sees; undo takes it back.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/test.ts';
import { callApi, join, makeDocument, makeProject } from '../support/workspace.ts';

test('a week that holds too much says why, and what is done about it is seen by the other', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Breakwater');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const id = await makeDocument(product, admin, projectId, { kind: 'plan', title: 'Plan' });
	const { userId: ada } = await callApi<{ userId: string }>(product, admin, 'GET', '/me');
	const week = { durationMinutes: 2_400, effortMinutes: 2_400 };
	await callApi(product, admin, 'PATCH', `/documents/${id}/content`, {
		operations: [
			{ op: 'set', collection: 'settings', value: { projectStart: '2026-11-23' } },
			{ op: 'add', collection: 'tasks', value: { ...week, title: 'Sound the bottom', assignees: [ada] } },
			{ op: 'add', collection: 'tasks', value: { ...week, title: 'Order the stone', assignees: [ada] } },
			{ op: 'add', collection: 'tasks', value: { title: 'Mark the fairway', durationMinutes: 480 } }
		]
	});
	const first = await open(admin, `/documents/${id}?view=workload`);
	const second = await open(bo, `/documents/${id}?view=workload`);
	const cell = (page: typeof first, name: RegExp) => page.getByRole('gridcell', { name });
	const why = (page: typeof first) => page.getByRole('region', { name: 'What is behind it' });

	// What is too much is said in words.
	await expect(first.getByRole('status').filter({ hasText: '1 person has more' })).toBeVisible();
	await first.getByRole('button', { name: 'Show the next one' }).click();
	const full = /^Ada Okafor, week of 23 Nov: 80 of 40 hours, 40 too many$/;
	await expect(cell(first, full)).toBeFocused();
	await expect(why(first)).toContainText('80h of 40h: 40h more than fits');
	await expect(why(first).getByRole('row').filter({ hasText: 'Sound the bottom' })).toContainText('40h');
	await expect(why(first).getByRole('button', { name: 'Order the stone' })).toBeVisible();

	// The other sees who looks where, and halves Ada's time by keyboard alone.
	await second.getByRole('button', { name: 'Show the next one' }).click();
	await expect(cell(second, full)).toHaveAttribute('data-presence', 'Ada Okafor');
	await second.keyboard.press('Home');
	await expect(second.getByRole('rowheader', { name: /Ada Okafor/ })).toBeFocused();
	await second.keyboard.press('Enter');
	await expect(why(second).getByRole('button', { name: '23 Nov' })).toBeFocused();
	const percent = why(second).getByRole('textbox', { name: 'Time for this project' });
	await percent.focus();
	await percent.fill('0.5');
	await second.keyboard.press('Enter');
	await expect(why(second)).toContainText('“0.5” is not a part of full time');
	await percent.fill('50 %');
	await second.keyboard.press('Enter');
	await expect(cell(first, /Ada Okafor, week of 23 Nov: 80 of 20 hours, 60 too many/)).toBeFocused();
	await expect(why(first)).toContainText('80h of 20h: 60h more than fits');
	await second.keyboard.press('Escape');
	await expect(second.getByRole('rowheader', { name: /Ada Okafor/ })).toBeFocused();
	await second.getByRole('button', { name: 'Undo' }).click();
	await expect(cell(first, full)).toBeVisible();

	// One of the tasks goes to somebody else, from the list of what is behind it.
	await why(first).getByRole('button', { name: 'Order the stone' }).click();
	const panel = first.getByRole('complementary', { name: 'Task' });
	await panel.getByRole('button', { name: /Ada Okafor/ }).click();
	await panel.getByRole('combobox', { name: 'Assignees' }).fill('Bo');
	await first.getByRole('option', { name: 'Bo Lindqvist' }).click();
	for (const page of [first, second]) {
		await expect(cell(page, /^Ada Okafor, week of 23 Nov: 40 of 40 hours$/)).toBeVisible();
		await expect(cell(page, /^Bo Lindqvist, week of 23 Nov: 40 of 40 hours$/)).toBeVisible();
		await expect(page.getByRole('status').filter({ hasText: 'Everything fits' })).toBeVisible();
	}
	await expect(cell(first, /^Nobody yet, week of 23 Nov: 8 hours$/)).toBeVisible();

	const { violations } = await new AxeBuilder({ page: first }).analyze();
	expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});
