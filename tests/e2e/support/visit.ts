// Going to a page and waiting until it answers to keys and presses by itself.

import type { Page, Response } from '@playwright/test';

export async function visit(page: Page, path: string): Promise<Response | null> {
	const response = await page.goto(path);
	await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
	return response;
}
