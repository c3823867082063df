// Two people on one risk board: risks written by keyboard alone, scored in the panel, told together, accepted with a reason,
// and turned into issues; each sees what the other does.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { cell, row } from '../support/grid.ts';
import { expect, test } from '../support/test.ts';
import { join, makeDocument, makeProject } from '../support/workspace.ts';

async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Risk' });

test('a register grows by keyboard, a risk is scored and told by two people at once', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Harbour lock');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const id = await makeDocument(product, admin, projectId, { kind: 'risk-board', title: 'Risks' });
	const first = await open(admin, `/documents/${id}`);
	const second = await open(bo, `/documents/${id}`);

	await first.getByRole('button', { name: 'Add risk' }).last().click();
	for (const title of ['Gates arrive late', 'Divers strike']) {
		await first.keyboard.type(title);
		await first.keyboard.press('Enter');
	}
	await first.keyboard.press('Escape');
	await expect(row(second, 'Gates arrive late')).toBeVisible();
	await expect(row(second, 'Divers strike')).toBeVisible();
	await expect(second.getByRole('row')).toHaveCount(3);

	// Half a score is none: the impact that is still missing is asked for, and nothing is shown to others.
	await cell(second, 'Gates arrive late', 'probability').click();
	await second.keyboard.type('3');
	await second.keyboard.press('Enter');
	await expect(cell(second, 'Gates arrive late', 'exposure')).toHaveText('Not scored');
	await cell(second, 'Gates arrive late', 'impact').click();
	await second.keyboard.type('4');
	await second.keyboard.press('Enter');
	await expect(cell(first, 'Gates arrive late', 'exposure')).toHaveText('12 High');

	// In the panel the impact is judged per dimension; the largest counts, and the scale stands beside it.
	await cell(first, 'Gates arrive late', 'title').click();
	await first.keyboard.press('ControlOrMeta+Enter');
	const scores = panel(first).getByRole('region', { name: 'Scores' });
	await scores.getByRole('radiogroup', { name: 'Time' }).getByRole('radio', { name: '5 Extreme' }).check();
	await expect(cell(second, 'Gates arrive late', 'exposure')).toHaveText('15 High');
	await expect(scores).toContainText('Judged on the standard scale: probability 3 Possible, about 40%.');

	// Both write in the same sentence.
	await cell(second, 'Gates arrive late', 'title').click();
	await second.keyboard.press('ControlOrMeta+Enter');
	const [mine, theirs] = [first, second].map((page) =>
		panel(page).getByRole('textbox', { name: 'Because of' })
	);
	await mine!.pressSequentially('one yard builds both gates');
	await expect(theirs!).toHaveValue('one yard builds both gates');
	await theirs!.focus();
	await second.keyboard.press('End');
	await second.keyboard.type(', and it is full');
	await mine!.press('Home');
	await mine!.pressSequentially('only ');
	for (const field of [mine!, theirs!]) {
		await expect(field).toHaveValue('only one yard builds both gates, and it is full');
	}
	// Who is in the field is seen beside it.
	await expect(panel(first).locator('[data-field="cause"][data-presence="Bo Lindqvist"]')).toBeVisible();

	await expectAccessible(first);
	await panel(first).getByRole('button', { name: 'Close' }).click();
	await expect(panel(first)).toHaveCount(0);
	await expectAccessible(first);
});

test('a risk is accepted with a reason, happens, is removed and comes back', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Tide mill');
	const id = await makeDocument(product, admin, projectId, {
		kind: 'risk-board',
		title: 'Risks',
		template: 'client-website'
	});
	const page = await open(admin, `/documents/${id}`);
	const title = 'The site is slow on phones';

	await cell(page, title, 'title').click();
	await page.keyboard.press('ControlOrMeta+Enter');
	await panel(page).getByLabel('Status').selectOption({ label: 'Accepted' });
	const accepting = page.getByRole('dialog');
	await accepting.getByRole('button', { name: 'Accept the risk' }).click();
	await expect(accepting).toBeVisible();
	await accepting.getByLabel('Why').fill('Nine in ten visitors sit at a desk.');
	await expectAccessible(page);
	await accepting.getByRole('button', { name: 'Accept the risk' }).click();
	await expect(cell(page, title, 'status')).toHaveText('Accepted');
	await expect(panel(page).getByRole('note')).toContainText('Accepted by Ada Okafor');
	await expect(panel(page).getByRole('note')).toContainText('Nine in ten visitors sit at a desk.');

	await panel(page).getByRole('button', { name: 'It has happened…' }).click();
	await page.getByRole('dialog').getByLabel('What happened').fill('Measured in the field: nine seconds.');
	await page.getByRole('dialog').getByRole('button', { name: 'Make it an issue' }).click();
	await expect(cell(page, title, 'status')).toHaveText('Occurred');
	await expect(panel(page).getByRole('note')).toContainText('An issue since');
	await panel(page)
		.getByText(/^History/)
		.click();
	await expect(panel(page)).toContainText('Measured in the field: nine seconds.');

	// Only what has happened, then the whole register again.
	await page.getByRole('button', { name: 'Filter' }).click();
	await page.getByRole('menuitem', { name: 'Occurred' }).click();
	await expect(page.getByRole('row')).toHaveCount(2);
	await page.getByRole('button', { name: 'Clear the filter' }).click();
	await expect(page.getByRole('row')).toHaveCount(8);

	await panel(page).getByRole('button', { name: 'Remove the risk' }).click();
	await expect(row(page, title)).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(cell(page, title, 'status')).toHaveText('Occurred');
});

test('a board is read on a phone, with the panel over the whole screen', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Slipway');
	const id = await makeDocument(product, admin, projectId, {
		kind: 'risk-board',
		title: 'Risks',
		template: 'software-delivery',
		audience: 'client'
	});
	const reader = await join(product, admin, projectId, { name: 'Rae Quist', role: 'viewer' });
	const page = await open(reader, `/documents/${id}?sort=exposure-down`, {
		viewport: { width: 390, height: 844 }
	});
	await expect(page.getByRole('button', { name: 'Add risk' })).toHaveCount(0);
	const top = page.getByRole('row').nth(1);
	await top.locator('[data-column="title"]').click();
	await page.keyboard.press('ControlOrMeta+Enter');
	await expect(page.getByRole('dialog', { name: 'Risk' })).toBeVisible();
	await expect(page.getByRole('dialog').getByLabel('Status')).toBeDisabled();
	await expectAccessible(page);
});
