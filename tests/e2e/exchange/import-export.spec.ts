// Files in and out of a plan: seen before it is done, with what cannot be taken and whom a name means; one undo takes it
// back for everybody; a new document begins from a file; both languages, by keyboard and on a phone.

import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { join, makeDocument, makeProject } from '../support/workspace.ts';

const row = (page: Page, title: string): Locator => page.getByRole('row').filter({ hasText: title });

async function openImport(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'More actions' }).click();
	await page.getByRole('menuitem', { name: 'Import…' }).click();
	return page.getByRole('dialog', { name: 'Import' });
}

async function exported(page: Page, item: string): Promise<string> {
	await page.getByRole('button', { name: 'More actions' }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('menuitem', { name: item }).click()
	]);
	return readFile(await download.path(), 'utf8');
}

const sound = async (page: Page) => {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
};

const CSV = [
	'No,Level,Title,Start,Duration,Assignees,Predecessors',
	'1,1,Foundations,,,,',
	'2,2,Survey the quay,2026-03-02,3d,Bo Lindqvist; B. Lindqvist,',
	'3,2,Drive the piles,2026-02-30,two,Ghost,2FS+1d; 99'
].join('\n');

test('a table is looked at, its names are given to members, and undo takes it back for everybody', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Quay extension');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const id = await makeDocument(product, admin, projectId, { kind: 'plan', title: 'Delivery' });
	const first = await open(admin, `/documents/${id}`);
	const second = await open(bo, `/documents/${id}`);
	const dialog = await openImport(first);
	const file = { name: 'quay.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) };
	await dialog.locator('input[type=file]').setInputFiles(file);
	await expect(dialog.getByLabel('Format')).toHaveValue('csv');
	await expect(dialog.getByRole('heading', { name: 'Tasks 3 new' })).toBeVisible();
	await expect(dialog.getByRole('heading', { name: '3 details could not be taken' })).toBeVisible();
	for (const line of [
		'4 Start 2026-02-30 no such day',
		'4 Duration two cannot be read',
		'4 Predecessors 99'
	]) {
		await expect(dialog.getByRole('row', { name: line })).toBeVisible();
	}
	await expect(dialog.getByRole('heading', { name: '2 names are no member’s' })).toBeVisible();
	await dialog.getByLabel('B. Lindqvist').selectOption('Bo Lindqvist');
	await sound(first);
	await dialog.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(dialog).toBeHidden();
	await expect(first.getByText('Could not be taken: 3 cells.')).toBeVisible();

	await expect(row(second, 'Drive the piles')).toBeVisible();
	const csv = await exported(second, 'Export as CSV');
	expect(csv).toContain('Survey the quay');
	expect(csv).not.toContain('B. Lindqvist');
	expect(await exported(second, 'Export for Microsoft Project')).toContain('<Name>Drive the piles</Name>');
	expect(await exported(second, 'Export as Markdown')).toContain('Survey the quay');
	expect(JSON.parse(await exported(second, 'Export as JSON')).tasks).toHaveLength(3);
	expect(await exported(second, 'Export dates (iCalendar)')).toContain('BEGIN:VCALENDAR');

	await first
		.getByRole('region', { name: /Messages/u })
		.getByRole('button', { name: 'Undo' })
		.click();
	await expect(row(second, 'Drive the piles')).toBeHidden();
	await expect(row(second, 'Foundations')).toBeHidden();
});

test('a list is pasted by keyboard; what replaces says what goes', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Ferry ramp');
	const id = await makeDocument(product, admin, projectId, { kind: 'plan', title: 'Ferry' });
	const page = await open(admin, `/documents/${id}`);
	await page.getByRole('button', { name: 'More actions' }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('menuitem', { name: 'Import…' }).focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Import' });
	await dialog.getByLabel('Or paste the text').focus();
	await page.keyboard.insertText('- Kickoff\n- Build\n  - Hull\n');
	await expect(dialog.getByRole('heading', { name: 'Tasks 3 new' })).toBeVisible();
	await page.keyboard.press('ControlOrMeta+Enter');
	await expect(dialog).toBeHidden();
	await expect(row(page, 'Hull')).toBeVisible();
	await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();

	const again = await openImport(page);
	await again.getByLabel('Or paste the text').fill('Title\tStart\nKickoff\t2026-03-02\n');
	await again.getByLabel('What happens to what is there').selectOption('Replace it');
	await expect(again.getByRole('heading', { name: /Tasks 1 changed · 2 removed/u })).toBeVisible();
	await again.getByRole('button', { name: 'Cancel' }).click();
	await expect(row(page, 'Hull')).toBeVisible();
});

test('what is no text is refused with the way out, in Chinese on a phone as well', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Lighthouse');
	const lin = await join(product, admin, projectId, { name: '林巧', role: 'editor', locale: 'zh-CN' });
	const id = await makeDocument(product, admin, projectId, { kind: 'plan', title: '灯塔' });
	const page = await open(lin, `/documents/${id}`, { viewport: { width: 390, height: 844 } });
	await page.getByRole('button', { name: '更多操作' }).click();
	await page.getByRole('menuitem', { name: '导入…' }).click();
	const dialog = page.getByRole('dialog', { name: '导入' });
	const give = (name: string, buffer: Buffer) =>
		dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
	await give('计划.mpp', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
	await expect(dialog.getByRole('alert')).toContainText('XML 格式');
	// 任务,开始 / 挖,2026-02-30 in GBK, as Chinese Excel writes it.
	const gbk = '\xb1\xea\xcc\xe2,\xbf\xaa\xca\xbc\r\n\xcd\xda,2026-02-30\r\n';
	await give('计划.csv', Buffer.from(gbk, 'latin1'));
	await expect(dialog.getByText('GB18030')).toBeVisible();
	await expect(dialog.getByRole('row', { name: '2 开始 2026-02-30 没有这一天' })).toBeVisible();
	await expect(dialog.getByRole('heading', { name: '任务 新增 1' })).toBeVisible();
	await sound(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await give('计划.xml', Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><Project/>'));
	await expect(dialog.getByRole('alert')).toContainText('DOCTYPE');
	await expect(dialog.getByRole('button', { name: '导入', exact: true })).toBeDisabled();
});

test('a document begins from a Microsoft Project file', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Breakwater');
	const page = await open(admin, `/projects/${projectId}/new`);
	await page.getByLabel('Kind').selectOption('plan');
	await page.getByRole('button', { name: 'Choose, drop or paste…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Import' });
	const xml =
		'<Project><Title>Breakwater 2026</Title><Tasks><Task><UID>1</UID><Name>Quarry</Name><OutlineLevel>1</OutlineLevel></Task></Tasks></Project>';
	await dialog
		.locator('input[type=file]')
		.setInputFiles({ name: 'b.xml', mimeType: 'text/xml', buffer: Buffer.from(xml) });
	await expect(dialog.getByLabel('Title of the document')).toHaveValue('Breakwater 2026');
	await sound(page);
	await dialog.getByLabel('Title of the document').fill('Breakwater');
	await dialog.getByRole('button', { name: 'Create' }).click();
	await page.waitForURL(/\/documents\//u);
	await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Breakwater');
	await expect(row(page, 'Quarry')).toBeVisible();
});
