// A retrospective as tests use it: where things are on the page, by their names.

import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

export function column(page: Page, name: string): Locator {
	return page.getByRole('region', { name, exact: true });
}

export async function write(page: Page, columnName: string, text: string): Promise<void> {
	const field = column(page, columnName).getByRole('textbox', { name: /^(New card in|在“)/ });
	await field.fill(text);
	await field.press('Enter');
	await expect(page.getByText(/^(Saved|已保存)$/)).toBeVisible();
}

export function card(page: Page, text: string): Locator {
	return page.getByRole('article', { name: text, exact: true });
}

/** The facilitator presses on; whoever is asked about is not waited for. */
export async function goOn(page: Page, button: string): Promise<void> {
	await page.getByRole('button', { name: button, exact: true }).first().click();
	const dialog = page.getByRole('dialog');
	if (await dialog.isVisible()) await dialog.getByRole('button', { name: button, exact: true }).click();
}

export async function isIn(pages: readonly Page[], phase: string): Promise<void> {
	for (const page of pages) await expect(page.locator(`[data-phase="${phase}"]`)).toBeVisible();
}
