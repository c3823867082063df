// A tree grid as a test finds its way in it: by the words of a row and the name of a column.

import type { Locator, Page } from '@playwright/test';

export function row(page: Page, words: string): Locator {
	return page.getByRole('row').filter({ hasText: words });
}

export function cell(page: Page, words: string, column: string): Locator {
	return row(page, words).locator(`[data-column="${column}"]`);
}
