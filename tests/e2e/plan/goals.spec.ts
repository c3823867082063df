// Two people with the goals of one plan: written and broken down by keyboard, measured and checked in, told by work; the other
// sees each step, and undo takes a removal back with its check-ins.

import AxeBuilder from '@axe-core/playwright';
import { cell, row } from '../support/grid.ts';
import { expect, test } from '../support/test.ts';
import { callApi, join, makeDocument, makeProject } from '../support/workspace.ts';

interface Content {
	goals: { statement: string; depth: number; tasks: string[]; current: number | null }[];
	checkIns: unknown[];
}

test('goals are written, broken down, measured and removed, and the other sees it', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Pilot station');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const id = await makeDocument(product, admin, projectId, { kind: 'plan', title: 'Plan' });
	await callApi(product, admin, 'PATCH', `/documents/${id}/content`, {
		operations: [{ op: 'add', collection: 'tasks', value: { title: 'Train the pilots', progress: 40 } }]
	});
	const content = () => callApi<Content>(product, admin, 'GET', `/documents/${id}/content`);
	const first = await open(admin, `/documents/${id}?view=goals`);
	const second = await open(bo, `/documents/${id}?view=goals`);

	// By keyboard: three goals, the last two below the first.
	await first.getByRole('button', { name: 'Add goal' }).first().click();
	for (const statement of ['Ships wait less', 'Shorter waits at night', 'Pilots know the fairway']) {
		await first.keyboard.type(statement);
		await first.keyboard.press('Enter');
	}
	await first.keyboard.press('Escape');
	for (const statement of ['Shorter waits at night', 'Pilots know the fairway']) {
		await cell(first, statement, 'statement').click();
		await first.keyboard.press('Alt+ArrowRight');
	}
	await expect(row(second, 'Pilots know the fairway')).toHaveAttribute('aria-level', '2');
	await expect
		.poll(async () => (await content()).goals.map(({ statement, depth }) => `${depth} ${statement}`))
		.toEqual(['0 Ships wait less', '1 Shorter waits at night', '1 Pilots know the fairway']);

	// One is measured: a target by the one, two check-ins by the other.
	await cell(first, 'Shorter waits at night', 'statement').click();
	await first.keyboard.press('ControlOrMeta+Enter');
	const panel = first.getByRole('complementary', { name: 'Goal' });
	await expect(first).toHaveURL(/goal=/);
	await panel.getByRole('textbox', { name: 'Metric' }).fill('Median wait');
	await panel.getByRole('textbox', { name: 'Unit' }).fill('min');
	await panel.getByRole('textbox', { name: 'Start' }).fill('90');
	await panel.getByRole('textbox', { name: 'Target' }).fill('soon');
	await panel.getByRole('textbox', { name: 'Target' }).press('Enter');
	await expect(panel).toContainText('“soon” is not a number');
	await panel.getByRole('textbox', { name: 'Target' }).fill('30');
	await panel.getByRole('textbox', { name: 'Target' }).press('Enter');
	await expect(panel.getByRole('region', { name: 'SMART' })).toContainText('2 of 5');

	await cell(second, 'Shorter waits at night', 'statement').click();
	await second.keyboard.press('ControlOrMeta+Enter');
	const others = second.getByRole('complementary', { name: 'Goal' });
	const diary = others.getByRole('region', { name: 'Check-ins' });
	for (const [value, day] of [
		['90', '2026-11-02'],
		['60', '2026-11-16']
	] as const) {
		await diary.getByRole('textbox', { name: 'Value now' }).fill(value);
		await diary.getByRole('textbox', { name: 'Day' }).fill(day);
		await diary.getByRole('textbox', { name: 'Day' }).press('Enter');
		if (value === '60') await diary.getByRole('radio', { name: 'At risk' }).check();
		await diary.getByRole('button', { name: 'Check in', exact: true }).click();
		await expect(diary.getByRole('listitem').filter({ hasText: `${value} min` })).toBeVisible();
	}
	await expect(
		panel.getByRole('img', { name: '2 check-ins, from 90 on 2 Nov to 60 on 16 Nov' })
	).toBeVisible();
	await expect(cell(first, 'Shorter waits at night', 'progress')).toHaveText('50%');
	// Why it matters, written by both.
	const why = (side: typeof panel) => side.getByRole('textbox', { name: 'Why it matters' });
	await why(panel).pressSequentially('Crews rest.');
	await expect(why(others)).toHaveValue('Crews rest.');
	await why(others).press('Home');
	await why(others).pressSequentially('Fuel is saved. ');
	await expect(why(panel)).toHaveValue('Fuel is saved. Crews rest.');
	await expect(panel.getByRole('region', { name: 'SMART' })).toContainText('3 of 5');
	await expect(cell(first, 'Shorter waits at night', 'confidence')).toHaveText('At risk');
	await expect(panel.getByRole('textbox', { name: 'Now', exact: true })).toHaveValue('60');

	// The other follows its work: one task that is there, one that is written here.
	await cell(first, 'Pilots know the fairway', 'statement').click();
	await first.keyboard.press('ControlOrMeta+Enter');
	await panel.getByRole('combobox', { name: 'Link tasks' }).fill('Train');
	await first.getByRole('option', { name: 'Train the pilots' }).click();
	await expect(cell(second, 'Pilots know the fairway', 'progress')).toHaveText('40%');
	await expect(cell(second, 'Ships wait less', 'progress')).toHaveText('45%');
	await panel.getByRole('textbox', { name: 'Write a new task' }).fill('Print the charts');
	await panel.getByRole('textbox', { name: 'Write a new task' }).press('Enter');
	await expect(cell(second, 'Pilots know the fairway', 'progress')).toHaveText('20%');
	expect((await content()).goals[2]?.tasks).toHaveLength(2);
	const { violations } = await new AxeBuilder({ page: first }).analyze();
	expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);

	// Removed under the other's eyes, and brought back with its check-ins.
	await cell(first, 'Ships wait less', 'statement').click();
	await first.keyboard.press('Delete');
	await expect(others).toContainText('This goal is gone');
	await first.keyboard.press('ControlOrMeta+z');
	await expect(diary.getByRole('listitem')).toHaveCount(2);
	await expect(cell(second, 'Ships wait less', 'progress')).toHaveText('35%');
});
