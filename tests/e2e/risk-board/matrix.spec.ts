// The matrix: a risk is carried to another cell by mouse, by finger and by keys, and everybody sees it; two people who carry
// the same one at once do no harm.

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { callApi, join, makeDocument, makeProject } from '../support/workspace.ts';

const cellAt = (page: Page, key: string): Locator => page.locator(`[data-cell="${key}"]`);
const cardIn = (page: Page, key: string, title: string): Locator =>
	cellAt(page, key).getByRole('button', { name: new RegExp(`^\\d+ ${title}$`) });

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
	const box = (await locator.boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function lift(page: Page, card: Locator): Promise<void> {
	const from = await middleOf(card);
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
}
async function carryTo(page: Page, cell: Locator): Promise<void> {
	const to = await middleOf(cell);
	await page.mouse.move(to.x, to.y, { steps: 4 });
}

test('a risk moves by mouse, by keys and by its menu; the other sees it, and undo takes it back', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Breakwater');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const id = await makeDocument(product, admin, projectId, { kind: 'risk-board', title: 'Risks' });
	const impacts = { time: 3, cost: 2, quality: null, satisfaction: null };
	await callApi(product, admin, 'PATCH', `/documents/${id}/content`, {
		operations: [
			{ op: 'add', collection: 'risks', value: { title: 'Storm', score: { probability: 3, impacts } } },
			{ op: 'add', collection: 'risks', value: { title: 'Quarry closes' } },
			{
				op: 'add',
				collection: 'risks',
				value: { title: 'Cheap stone', kind: 'opportunity', score: { probability: 2, impact: 4 } }
			}
		]
	});
	const first = await open(admin, `/documents/${id}?view=matrix`);
	const second = await open(bo, `/documents/${id}?view=matrix`);
	await expect(cardIn(second, '3-3', 'Storm')).toBeVisible();
	await expect(cellAt(first, '3-3')).toContainText('9 Medium');

	await lift(first, cardIn(first, '3-3', 'Storm'));
	await carryTo(first, cellAt(first, '4-5'));
	await first.mouse.up();
	await expect(cardIn(first, '4-5', 'Storm')).toBeVisible();
	await expect(cardIn(second, '4-5', 'Storm')).toBeVisible();
	// A press that was a drag opens nothing.
	await expect(first.getByRole('complementary', { name: 'Risk' })).toHaveCount(0);

	await cardIn(second, '4-5', 'Storm').focus();
	await second.keyboard.press('Alt+ArrowDown');
	await expect(cardIn(second, '3-5', 'Storm')).toBeFocused();
	await second.keyboard.press('Alt+ArrowLeft');
	await expect(cardIn(first, '3-4', 'Storm')).toBeVisible();
	await expect(second.getByRole('status').filter({ hasText: 'Storm' })).toHaveText(
		'“Storm” moved: 3 × 4 = 12, High'
	);

	// What nobody has scored waits beside the matrix.
	await lift(first, cardIn(first, 'unscored', 'Quarry closes'));
	await carryTo(first, cellAt(first, '1-2'));
	await first.mouse.up();
	await expect(cardIn(second, '1-2', 'Quarry closes')).toBeVisible();

	await first.getByRole('button', { name: 'Move “Storm”' }).click();
	await first.getByRole('menuitem', { name: 'More likely' }).click();
	await expect(cardIn(second, '4-4', 'Storm')).toBeVisible();
	await first.keyboard.press('ControlOrMeta+z');
	await expect(cardIn(second, '3-4', 'Storm')).toBeVisible();

	await first.getByRole('radio', { name: 'Opportunities 1' }).check();
	await cardIn(first, '2-4', 'Cheap stone').focus();
	await first.keyboard.press('Alt+ArrowUp');
	await expect(cardIn(first, '3-4', 'Cheap stone')).toBeFocused();
	const { violations } = await new AxeBuilder({ page: first }).analyze();
	expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

test('two people who carry the same risk at once leave it in one cell, whole', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Dry dock');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const id = await makeDocument(product, admin, projectId, { kind: 'risk-board', title: 'Risks' });
	await callApi(product, admin, 'PATCH', `/documents/${id}/content`, {
		operations: [
			{ op: 'add', collection: 'risks', value: { title: 'Leak', score: { probability: 3, impact: 3 } } }
		]
	});
	const pages = [
		await open(admin, `/documents/${id}?view=matrix`),
		await open(bo, `/documents/${id}?view=matrix`)
	] as const;
	const aims = ['5-5', '1-1'] as const;
	for (const [index, page] of pages.entries()) {
		await lift(page, cardIn(page, '3-3', 'Leak'));
		await carryTo(page, cellAt(page, aims[index]!));
	}
	// Each sees that somebody else holds it.
	await expect(pages[0].locator('[data-card][data-presence="Bo Lindqvist"]')).toBeVisible();
	await Promise.all(pages.map((page) => page.mouse.up()));

	const places = () =>
		Promise.all(
			pages.map(async (page) => {
				const cards = page.locator('[data-cell]').filter({ has: page.locator('[data-card]') });
				return cards.evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.cell));
			})
		);
	await expect
		.poll(async () => {
			const [mine, theirs] = await places();
			return JSON.stringify(mine) === JSON.stringify(theirs) && aims.some((aim) => mine?.join() === aim);
		})
		.toBe(true);
});

test('on a phone a finger carries the number, and the list says whose it is', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Pontoon');
	const id = await makeDocument(product, admin, projectId, { kind: 'risk-board', title: 'Risks' });
	await callApi(product, admin, 'PATCH', `/documents/${id}/content`, {
		operations: [
			{ op: 'add', collection: 'risks', value: { title: 'Ice', score: { probability: 2, impact: 2 } } }
		]
	});
	const page = await open(admin, `/documents/${id}?view=matrix`, {
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true
	});
	const from = await middleOf(cardIn(page, '2-2', 'Ice'));
	const to = await middleOf(cellAt(page, '4-3'));
	const finger = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
		finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
	await touch('touchStart', from);
	await touch('touchMove', { x: from.x + 20, y: from.y - 20 });
	await touch('touchMove', to);
	await touch('touchEnd');
	await expect(cardIn(page, '4-3', 'Ice')).toBeVisible();

	await page.getByRole('button', { name: '1 Ice 12 High' }).click();
	await expect(page.getByRole('dialog', { name: 'Risk' })).toContainText('12 High');
});
