// The frame at the width of a phone: the menu slides in, keeps the focus, closes on the way; no page scrolls sideways.

import { expect, test } from '../support/test.ts';
import { visit } from '../support/visit.ts';
import { makeNotes, makeProject } from '../support/workspace.ts';

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

test('the menu opens, keeps the focus inside, leads on and closes', async ({ product, admin, open }) => {
	await makeProject(product, admin, 'Ferry terminal');
	const page = await open(admin, '/', PHONE);
	await page.getByRole('button', { name: 'Menu' }).tap();
	const menu = page.getByRole('dialog', { name: 'Main navigation' });
	await expect(menu.getByRole('link', { name: 'Ferry terminal' })).toBeVisible();
	for (let step = 0; step < 40; step += 1) {
		await page.keyboard.press('Tab');
		expect(await menu.evaluate((element) => element.contains(document.activeElement))).toBe(true);
	}
	await page.keyboard.press('Escape');
	await expect(menu).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused();

	await page.getByRole('button', { name: 'Menu' }).tap();
	await menu.getByRole('link', { name: 'Ferry terminal' }).tap();
	await expect(page.getByRole('heading', { name: 'Ferry terminal', level: 1 })).toBeVisible();
	await expect(menu).toHaveCount(0);

	await page.getByRole('button', { name: 'Search' }).tap();
	await page.getByRole('combobox').fill('people');
	await page.getByRole('option', { name: 'People' }).tap();
	await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
});

test('no page scrolls sideways, and every target is large enough for a finger', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(
		product,
		admin,
		'Ferry terminal 海港城二期智能仓储系统上线与运营移交项目'
	);
	await makeNotes(product, admin, projectId, {
		title: 'Averylongwordwithoutanyspaceinitthatsomebodypastedfromalogfileandnevershortenedafterwards'
	});
	const page = await open(admin, '/', PHONE);
	const faults: string[] = [];
	for (const path of [
		'/',
		'/people',
		'/settings',
		'/outbox',
		'/projects/new',
		`/projects/${projectId}`,
		`/projects/${projectId}/people`,
		`/projects/${projectId}/new`,
		`/projects/${projectId}/settings`,
		'/nonsense'
	]) {
		await visit(page, path);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		if (wide > 0) faults.push(`${path} is ${wide} px too wide`);
		const small = await page.evaluate(() =>
			[
				...document.querySelectorAll<HTMLElement>(
					'button, a[href], select, input:not([type=hidden], [type=checkbox], [type=radio], [tabindex="-1"])'
				)
			]
				.filter((one) => one.checkVisibility({ visibilityProperty: true }))
				.map((one) => ({
					name: one.ariaLabel || one.textContent.trim() || one.id,
					box: one.getBoundingClientRect()
				}))
				.filter(({ box }) => box.width > 1 && (box.height < 20 || box.width < 20))
				.map(({ name, box }) => `${name} (${Math.round(box.width)} × ${Math.round(box.height)})`)
		);
		faults.push(...small.map((target) => `${path}: ${target}`));
	}
	expect(faults).toEqual([]);
});
