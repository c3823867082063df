// The timeline in a real browser: two people at once, by mouse, by keyboard alone, by finger, and against a baseline.

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { callApi, join, makeDocument, makeProject, type Person } from '../support/workspace.ts';

const row = (page: Page, title: string): Locator => page.getByRole('row').filter({ hasText: title });
const bar = (page: Page, title: string): Locator => row(page, title).locator('[data-bar]');
const finishOf = (page: Page, title: string) => bar(page, title).getAttribute('data-finish');
const startOf = (page: Page, title: string) => bar(page, title).getAttribute('data-start');

/** Monday 1 March 2027 on: a survey of five days, piles after it, a fence beside them. */
async function makePlan(
	product: { url: string },
	admin: Person,
	name: string
): Promise<{ projectId: string; id: string }> {
	const projectId = await makeProject(product, admin, name);
	const id = await makeDocument(product, admin, projectId, { kind: 'plan', title: name });
	const add = async (value: object) => {
		const operations = [{ op: 'add', collection: 'tasks', value }];
		await callApi(product, admin, 'PATCH', `/documents/${id}/content`, { operations });
	};
	await add({ title: 'Survey', mode: 'manual', start: '2027-03-01', durationMinutes: 2400 });
	await add({ title: 'Piles', mode: 'manual', start: '2027-03-08', durationMinutes: 2400 });
	await add({ title: 'Fence', mode: 'manual', start: '2027-03-01', durationMinutes: 960 });
	return { projectId, id };
}

async function drag(page: Page, from: Locator, by: { x: number; y: number }): Promise<void> {
	const box = await from.boundingBox();
	if (!box) throw new Error('nothing to drag');
	const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	await page.mouse.move(start.x, start.y);
	await page.mouse.down();
	await page.mouse.move(start.x + by.x / 2, start.y + by.y / 2);
	await page.mouse.move(start.x + by.x, start.y + by.y);
	await page.mouse.up();
}

test('one drags a bar, the other sees it move; undo takes it back for both; a viewer only looks', async ({
	product,
	admin,
	open
}) => {
	const { projectId, id } = await makePlan(product, admin, 'Quay');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const eve = await join(product, admin, projectId, {
		name: 'Eve Adeyemi',
		role: 'viewer',
		workspaceRole: 'member'
	});
	const first = await open(admin, `/documents/${id}?view=timeline`);
	const second = await open(bo, `/documents/${id}?view=timeline`);
	const viewer = await open(eve, `/documents/${id}?view=timeline`);
	await expect(bar(second, 'Fence')).toBeVisible();

	// A week is 98 pixels wide at this zoom.
	await drag(first, bar(first, 'Fence'), { x: 98, y: 0 });
	await expect(first.getByText('“Fence” starts on 8 Mar 2027.').first()).toBeVisible();
	await expect(bar(second, 'Fence')).toHaveAttribute('data-start', '2027-03-08');
	await expect(bar(second, 'Fence')).toHaveAttribute('data-finish', '2027-03-09');
	await expect(row(second, 'Fence').getByText(admin.name).first()).toBeAttached();
	await first.keyboard.press('ControlOrMeta+z');
	await expect(bar(second, 'Fence')).toHaveAttribute('data-start', '2027-03-01');

	await expect(bar(viewer, 'Fence')).toBeVisible();
	await drag(viewer, bar(viewer, 'Fence'), { x: 98, y: 0 });
	await expect(bar(viewer, 'Fence')).toHaveAttribute('data-start', '2027-03-01');

	const { violations } = await new AxeBuilder({ page: first }).analyze();
	expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

test('what somebody else changes does not move the bar in my hand', async ({ product, admin, open }) => {
	const { projectId, id } = await makePlan(product, admin, 'Lock gate');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const first = await open(admin, `/documents/${id}?view=timeline`);
	const second = await open(bo, `/documents/${id}?view=timeline`);
	await expect(bar(second, 'Fence')).toBeVisible();

	const box = await bar(first, 'Fence').boundingBox();
	if (!box) throw new Error('no bar');
	await first.mouse.move(box.x + 10, box.y + 6);
	await first.mouse.down();
	await first.mouse.move(box.x + 60, box.y + 6);
	await first.mouse.move(box.x + 108, box.y + 6);
	await expect(bar(first, 'Fence')).toHaveAttribute('data-start', '2027-03-08');
	// The other moves the same bar, and makes the plan begin two months earlier.
	await bar(second, 'Fence').click();
	await second.keyboard.press('PageDown');
	await second.keyboard.press('Enter');
	await bar(second, 'Survey').click();
	for (let weeks = 0; weeks < 8; weeks++) await second.keyboard.press(weeks === 0 ? 'ArrowLeft' : 'PageUp');
	await second.keyboard.press('Enter');
	await expect.poll(() => startOf(first, 'Survey')).not.toBe('2027-03-01');
	const held = await bar(first, 'Fence').boundingBox();
	expect(Math.abs((held?.x ?? 0) - (box.x + 98))).toBeLessThanOrEqual(14);
	await expect(bar(first, 'Fence')).toHaveAttribute('data-start', '2027-03-08');
	await first.mouse.up();
	await expect(bar(second, 'Fence')).toHaveAttribute('data-start', '2027-03-08');
});

test('a link is drawn from a bar to another; the way back is refused with the circle', async ({
	product,
	admin,
	open
}) => {
	const { id } = await makePlan(product, admin, 'Pier');
	const page = await open(admin, `/documents/${id}?view=timeline`);
	const link = async (from: string, to: string) => {
		await bar(page, from).hover();
		const knob = row(page, from).locator('[data-grip="link-finish"]');
		const target = await bar(page, to).boundingBox();
		const start = await knob.boundingBox();
		if (!target || !start) throw new Error('nothing to link');
		await drag(page, knob, {
			x: target.x + 6 - start.x,
			y: target.y + target.height / 2 - (start.y + start.height / 2)
		});
	};
	await link('Survey', 'Piles');
	await expect(page.getByText('“Piles” waits for “Survey”').first()).toBeVisible();
	await link('Piles', 'Survey');
	await expect(page.getByText('Piles → Survey → Piles').first()).toBeVisible();
	await expect(page.locator('[data-links]')).toHaveAttribute('data-links', '1');
});

test('by keyboard alone: move, resize, fill, link, zoom', async ({ product, admin, open }) => {
	const { id } = await makePlan(product, admin, 'Mole');
	const page = await open(admin, `/documents/${id}?view=timeline`);
	await row(page, 'Fence').locator('[data-column="title"]').click();
	await page.keyboard.press('Escape');
	await page.keyboard.press('End');

	// Friday is followed by Monday.
	for (let days = 0; days < 5; days++) await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /Mon,? 8 Mar/);
	await page.keyboard.press('Escape');
	expect(await startOf(page, 'Fence')).toBe('2027-03-01');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(bar(page, 'Fence')).toHaveAttribute('data-start', '2027-03-02');
	await page.keyboard.press('Shift+ArrowRight');
	await page.keyboard.press('Enter');
	await expect.poll(() => finishOf(page, 'Fence')).toBe('2027-03-04');
	await page.keyboard.press(']');
	await page.keyboard.press(']');
	await page.keyboard.press('Enter');
	await expect(page.getByText('“Fence” is 10 % done.').first()).toBeVisible();

	const view = page.locator('[data-timeline]');
	await expect(view).toHaveAttribute('data-zoom', 'week');
	for (let steps = 0; steps < 3; steps++) await page.keyboard.press('+');
	await expect(view).toHaveAttribute('data-zoom', 'day');
	await page.keyboard.press('0');

	await page.keyboard.press('l');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('combobox', { name: 'The other task' }).fill('Piles');
	await page.getByRole('option', { name: 'Piles' }).click();
	await dialog.getByRole('button', { name: 'Link', exact: true }).click();
	await expect(page.locator('[data-links]')).toHaveAttribute('data-links', '1');
});

test('a finger selects a bar first and then moves it', async ({ product, admin, open }) => {
	const { id } = await makePlan(product, admin, 'Wharf');
	const page = await open(admin, `/documents/${id}?view=timeline`, {
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true
	});
	await expect(bar(page, 'Fence')).toBeVisible();
	await bar(page, 'Fence').tap();
	const box = await bar(page, 'Fence').boundingBox();
	if (!box) throw new Error('no bar');
	const touch = await page.context().newCDPSession(page);
	const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', by: number) =>
		touch.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: type === 'touchEnd' ? [] : [{ x: at.x + by, y: at.y }]
		});
	await send('touchStart', 0);
	await send('touchMove', 14);
	await send('touchMove', 28);
	await send('touchEnd', 0);
	await expect(bar(page, 'Fence')).toHaveAttribute('data-start', '2027-03-03');
});

test('a baseline is taken, and what slips since shows on bars, in the outline and by the project', async ({
	product,
	admin,
	open
}) => {
	const { id } = await makePlan(product, admin, 'Ramp');
	const page = await open(admin, `/documents/${id}?view=timeline`);
	await page.getByRole('button', { name: 'Baselines' }).click();
	await page.getByRole('menuitem', { name: 'Baselines' }).click();
	const panel = page.getByRole('complementary', { name: 'Baselines' });
	await panel.getByRole('textbox', { name: 'Name' }).fill('Signed');
	await panel.getByRole('button', { name: 'Take a baseline' }).click();
	await expect(panel.getByRole('radio', { name: 'Signed' })).toBeChecked();
	await expect(panel).toContainText('Every task lies where it was agreed.');
	await expect(row(page, 'Piles').locator('[data-ghost]')).toBeVisible();

	await bar(page, 'Piles').click();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(panel.locator('[data-project="finish"]')).toHaveText('+2d');
	await expect(panel.locator('[data-slip]')).toContainText('+2d');

	await page.getByRole('radio', { name: 'Outline' }).check();
	const cell = (column: string) => row(page, 'Piles').locator(`[data-column="${column}"]`);
	await expect(cell('start-slip')).toHaveText('+2d');
	await expect(cell('finish-variance')).toHaveText('+2d');

	await panel.getByRole('button', { name: 'Remove “Signed”' }).click();
	await expect(cell('start-slip')).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(cell('start-slip')).toHaveText('+2d');
});

test('prints on sheets of A4 across: all dates on one page, or as wide as on the screen', async ({
	product,
	admin,
	open
}) => {
	const { id } = await makePlan(product, admin, 'Breakwater');
	const items = Array.from({ length: 30 }, (_, at) => ({
		op: 'add',
		collection: 'tasks',
		value: {
			title: `Section ${at + 1}`,
			mode: 'manual',
			start: '2027-03-15',
			durationMinutes: 480 * (at + 1)
		}
	}));
	await callApi(product, admin, 'PATCH', `/documents/${id}/content`, { operations: items });
	const page = await open(admin, `/documents/${id}?view=timeline`);
	await expect(bar(page, 'Fence')).toBeAttached();
	const pages = async () => (await page.pdf()).toString('latin1').match(/\/Type \/Page\b/g)?.length;
	// Thirty-three tasks, twenty-five on a sheet.
	expect(await pages()).toBe(2);

	// What the menu prints is looked at where the browser would: between its two events.
	await page.evaluate(() => {
		window.print = () => {
			dispatchEvent(new Event('beforeprint'));
			const sheets = [...document.querySelectorAll('[data-sheet]')].map((sheet) => sheet.textContent ?? '');
			document.documentElement.dataset['sheets'] = String(sheets.length);
			document.documentElement.dataset['lastSheet'] = sheets.at(-1) ?? '';
			dispatchEvent(new Event('afterprint'));
		};
	});
	await page.getByRole('radio', { name: 'Days' }).check();
	await page.getByRole('button', { name: 'Print' }).click();
	await page.getByRole('menuitem', { name: 'At this zoom' }).click();
	await expect
		.poll(() => page.evaluate(() => Number(document.documentElement.dataset['sheets'])))
		.toBeGreaterThan(3);
	expect(await page.evaluate(() => document.documentElement.dataset['lastSheet'])).toContain('Section 30');
	await expect(page.locator('[data-sheet]')).toHaveCount(0);
});
