// Inviting through the pages, for tests of what an invitation is worth.

import { expect, type Locator, type Page } from '@playwright/test';

export function heading(page: Page, name: string): Locator {
	return page.getByRole('heading', { name, level: 1, exact: true });
}

/** On a project's people page. Answers the link that the page shows. */
export async function invite(page: Page, { email, role }: { email: string; role: string }): Promise<string> {
	const link = page.getByRole('textbox', { name: 'Invitation link' });
	// An earlier invitation's link may still stand there.
	const earlier = (await link.count()) > 0 ? await link.inputValue() : '';
	await page.getByLabel('E-mail').fill(email);
	await page.getByRole('combobox', { name: 'Role', exact: true }).selectOption(role);
	await page.getByRole('button', { name: 'Send invitation' }).click();
	await expect(page.getByText(`${email} is invited`)).toBeVisible();
	await expect(link).not.toHaveValue(earlier);
	return link.inputValue();
}
