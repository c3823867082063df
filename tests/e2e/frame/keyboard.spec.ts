// The frame by keyboard alone: the palette finds and goes, `?` prints what there is, single keys can be switched off,
// nothing fires while somebody types or an IME composes, and nothing traps the focus.

import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { visit } from '../support/visit.ts';
import { makeNotes, makeProject } from '../support/workspace.ts';

test('the palette finds a document by a few letters and opens it', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Quay lighting');
	await makeNotes(product, admin, projectId, { title: 'Lamp post survey' });
	const page = await open(admin, '/');
	await page.keyboard.press('ControlOrMeta+k');
	const palette = page.getByRole('dialog', { name: 'Search and commands' });
	const field = palette.getByRole('combobox');
	await expect(field).toBeFocused();
	await field.fill('lamp su');
	const found = palette.getByRole('option', { name: /Lamp post survey/u });
	await expect(found).toHaveAttribute('aria-selected', 'true');
	// The screen reader is told which one is chosen though the focus stays in the field.
	await expect(field).toHaveAttribute('aria-activedescendant', String(await found.getAttribute('id')));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Lamp post survey');

	await visit(page, '/people');
	await page.keyboard.press('ControlOrMeta+k');
	await expect(palette.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText([
		/Lamp post survey/u
	]);
	await field.fill('qqzzxx');
	await expect(palette.getByRole('status')).toHaveText('Nothing found for “qqzzxx”. Try fewer letters.');
	await page.keyboard.press('Escape');
	await expect(palette).toHaveCount(0);
});

test('while an IME composes, Enter belongs to it and not to the palette', async ({ admin, open }) => {
	const page = await open(admin, '/');
	await page.keyboard.press('ControlOrMeta+k');
	const palette = page.getByRole('dialog', { name: 'Search and commands' });
	await palette
		.getByRole('combobox')
		.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
	await expect(palette).toBeVisible();
	await palette.getByRole('combobox').dispatchEvent('keydown', { key: 'Enter', bubbles: true });
	await expect(palette).toHaveCount(0);
});

test('`?` prints the keys of this page; N makes what the page makes; typing is never a command', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Quay cameras');
	const page = await open(admin, `/projects/${projectId}`);
	await page.keyboard.press('?');
	const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
	await expect(sheet.getByText('New document')).toBeVisible();
	await expect(sheet.getByText('Search and commands')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(sheet).toHaveCount(0);

	await page.keyboard.press('n');
	const dialog = page.getByRole('dialog', { name: 'New document' });
	const title = dialog.getByLabel('Title');
	await title.fill('');
	await title.pressSequentially('n?n');
	await expect(title).toHaveValue('n?n');
	await expect(page.getByRole('dialog')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await page.keyboard.press('ControlOrMeta+\\');
	await expect(page.getByRole('button', { name: 'Show the sidebar' })).toBeVisible();
	await page.keyboard.press('ControlOrMeta+\\');
	await expect(page.getByRole('button', { name: 'Hide the sidebar' })).toBeVisible();
});

test('single keys are switched off in the settings, the others stay', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Quay cranes');
	const page = await open(admin, '/settings');
	await page.getByLabel('Single-key shortcuts').uncheck();
	await page
		.getByRole('region', { name: 'Language and display' })
		.getByRole('button', { name: 'Save changes' })
		.click();
	await expect(page.getByText('Changes saved.')).toBeVisible();
	await visit(page, `/projects/${projectId}`);
	await page.keyboard.press('?');
	await page.keyboard.press('n');
	await page.keyboard.press('ControlOrMeta+k');
	await expect(page.getByRole('dialog')).toHaveCount(1);
	await expect(page.getByRole('dialog', { name: 'Search and commands' })).toBeVisible();
	await page.keyboard.press('Escape');
	await visit(page, '/settings');
	await page.getByLabel('Single-key shortcuts').check();
	await page
		.getByRole('region', { name: 'Language and display' })
		.getByRole('button', { name: 'Save changes' })
		.click();
	await expect(page.getByText('Changes saved.')).toBeVisible();
});

test('Tab passes through the whole page and out of it; the skip link comes first and skips', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Quay gates');
	await makeNotes(product, admin, projectId, { title: 'Gate survey' });
	const page = await open(admin, `/projects/${projectId}`);
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

	await visit(page, `/projects/${projectId}/people`);
	const stops = await tabStops(page);
	const focusable = await page.evaluate(
		() =>
			[...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')].filter(
				(one) =>
					one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility() && !one.closest('noscript')
			).length
	);
	expect(stops.length).toBeGreaterThanOrEqual(focusable);
	// Each stop is seen: an outline, or for a field its own ring.
	expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
});

/** Every stop of Tab until the page is left, with whether its focus shows. */
async function tabStops(page: Page): Promise<{ name: string; isSeen: boolean }[]> {
	const stops: { name: string; isSeen: boolean }[] = [];
	const LIMIT = 200;
	for (let step = 0; step < LIMIT; step += 1) {
		await page.keyboard.press('Tab');
		const stop = await page.evaluate(() => {
			const element = document.activeElement;
			if (!(element instanceof HTMLElement) || element === document.body) return null;
			const { outlineStyle, outlineWidth } = getComputedStyle(element);
			return {
				name: element.ariaLabel ?? element.textContent.trim().slice(0, 40),
				isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
			};
		});
		// Past the last stop a browser goes to its own bars, or without any begins again.
		if (stop === null || (stops.length > 0 && stop.name === stops[0]?.name)) return stops;
		stops.push(stop);
	}
	throw new Error(`Tab never left the page: ${stops.map(({ name }) => name).join(' → ')}`);
}
