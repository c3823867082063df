// Meeting notes as a test reads and writes them on the page: by what a person sees, not by how it is built.

import { expect, type Locator, type Page } from '@playwright/test';

export function title(page: Page): Locator {
	return page.getByRole('textbox', { name: 'Title' });
}

/** The editor; before it is loaded the first paint has no such role. */
export function body(page: Page): Locator {
	return page.getByRole('textbox', { name: 'Notes' });
}

/** What the body says, one line per paragraph, without the names at other people's carets. */
export function words(page: Page): Promise<string> {
	return body(page).evaluate((editor) => {
		const copy = editor.cloneNode(true) as HTMLElement;
		for (const caret of copy.querySelectorAll('[class^="caret"]')) {
			if (!caret.classList.contains('caret-selection')) caret.remove();
		}
		return [...copy.children].map((block) => block.textContent).join('\n');
	});
}

/** What the page says about the state of what was written, as everybody sees it (it is also announced). */
export function saveChip(page: Page): Locator {
	return page.locator('[data-save-state]');
}

/** Everything written on this page is durable on the server. */
export async function saved(page: Page): Promise<void> {
	await expect(saveChip(page)).toHaveAttribute('data-save-state', 'saved');
}

export async function saveState(page: Page, state: 'saving' | 'offline' | 'read-only'): Promise<void> {
	await expect(saveChip(page)).toHaveAttribute('data-save-state', state);
}

/** Ready to be written in. */
export async function ready(page: Page): Promise<void> {
	await expect(body(page)).toHaveAttribute('contenteditable', 'true');
	await saved(page);
}

/** Puts the caret behind the last letter of the body. */
export async function toEnd(page: Page): Promise<void> {
	await body(page).focus();
	await page.keyboard.press('ControlOrMeta+End');
}
