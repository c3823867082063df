// A document's history beside it: kept, compared and brought back by two people, by keyboard and on a phone.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { body, ready, saved, toEnd, words } from '../support/notes-page.ts';
import { expect, test } from '../support/test.ts';
import { callApi, join, makeDocument, makeNotes, makeProject } from '../support/workspace.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'History' });

async function faultsOf(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

test('what was agreed is kept by name, compared and brought back while another writes', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Pilot station');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const id = await makeNotes(product, admin, projectId, { title: 'Steering' });
	const first = await open(admin, `/documents/${id}`);
	const second = await open(bo, `/documents/${id}`);
	await Promise.all([ready(first), ready(second)]);
	await toEnd(first);
	await first.keyboard.type('The pilots board at noon.');
	await saved(first);

	// The other has the history open and hears of the new version.
	await second.getByRole('button', { name: 'History' }).click();
	await expect(panel(second)).toContainText('No versions yet');
	await first.getByRole('button', { name: 'History' }).press('Enter');
	await panel(first).getByRole('textbox', { name: 'Name the state as it is now' }).fill('Agreed');
	await first.keyboard.press('Enter');
	await expect(panel(first).getByRole('button', { name: /^Agreed/ })).toContainText('kept by Ada Okafor');
	await expect(panel(second).getByRole('button', { name: /^Agreed/ })).toBeVisible();
	expect(await faultsOf(second)).toEqual([]);

	await body(second).click();
	await second.keyboard.press('ControlOrMeta+a');
	await second.keyboard.type('The pilots board at midnight.');
	await saved(second);
	await panel(first).getByRole('button', { name: 'What changed since the last version' }).click();
	await expect(panel(first).locator('del')).toHaveText('noon');
	await expect(panel(first).locator('ins')).toHaveText('midnight');
	expect(await faultsOf(first)).toEqual([]);

	await panel(first).getByRole('button', { name: 'Bring this version back…' }).click();
	await expect(first.getByRole('dialog')).toContainText('Bring “Agreed” back?');
	await first.getByRole('dialog').getByRole('button', { name: 'Bring back' }).click();
	await expect.poll(() => words(second)).toBe('The pilots board at noon.');
	await expect(panel(first)).toContainText('Nothing differs');

	// The other goes on writing, and the way back is a press away.
	await toEnd(second);
	await second.keyboard.type(' Really.');
	await saved(second);
	await first.getByRole('button', { name: 'Undo' }).last().click();
	await expect.poll(() => words(second)).toBe('The pilots board at midnight.');
	await panel(first).getByRole('button', { name: 'All versions' }).click();
	await expect(
		panel(first)
			.getByRole('button', { name: /^Brought back/ })
			.first()
	).toBeVisible();
	await panel(first).press('Escape');
	await expect(panel(first)).toHaveCount(0);
});

test('a plan says in its own words what slipped, on a phone and in Chinese', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Breakwater');
	const mei = await join(product, admin, projectId, { name: '王梅', role: 'viewer', locale: 'zh-CN' });
	const id = await makeDocument(product, admin, projectId, {
		kind: 'plan',
		title: '防波堤计划',
		audience: 'client'
	});
	const change = (operations: object[]) =>
		callApi<{ ids: string[] }>(product, admin, 'PATCH', `/documents/${id}/content`, { operations });
	await change([{ op: 'set', collection: 'settings', value: { projectStart: '2026-03-02' } }]);
	const add = async (title: string) =>
		(await change([{ op: 'add', collection: 'tasks', value: { title, durationMinutes: 960 } }])).ids[0];
	const [survey, build] = [await add('勘测'), await add('施工')];
	await change([
		{ op: 'add', collection: 'dependencies', value: { from: survey, to: build, type: 'FS', lagMinutes: 0 } }
	]);
	await callApi(product, admin, 'POST', `/documents/${id}/versions`, { name: '客户已同意' });
	await change([{ op: 'set', collection: 'tasks', id: survey, value: { durationMinutes: 2400 } }]);

	const page = await open(mei, `/documents/${id}?panel=history`, { viewport: { width: 390, height: 780 } });
	const sheet = page.getByRole('dialog', { name: '历史版本' });
	await sheet.getByRole('button', { name: /^客户已同意/ }).click();
	await expect(sheet).toContainText('任务 修改 2 项、延后 2 项');
	await expect(sheet).toContainText('2026年3月5日 → 2026年3月10日');
	// Who may only read compares, and changes nothing.
	await expect(sheet.getByRole('button', { name: '恢复此版本…' })).toHaveCount(0);
	expect(await faultsOf(page)).toEqual([]);
});
