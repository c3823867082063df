// Coming in and going out: the wrong password, too many of them, a forgotten one, and ending every session at once.

import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { visit } from '../support/visit.ts';
import { callApi, join, makeProject, PASSWORD } from '../support/workspace.ts';

test('a wrong password is refused, the address kept, the right one leads to where one wanted', async ({
	product,
	admin,
	browser
}) => {
	const projectId = await makeProject(product, admin, 'Depot south');
	const context = await browser.newContext({ baseURL: product.url });
	const page = await context.newPage();
	await visit(page, `/projects/${projectId}`);
	await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`/projects/${projectId}`)}`);
	await signIn(page, admin.email, 'not the password');
	await expect(page.getByRole('alert')).toContainText('do not belong together');
	await expect(page.getByLabel('E-mail')).toHaveValue(admin.email);
	// Nobody learns from the answer who has an account.
	await signIn(page, 'nobody@example.com', 'not the password');
	await expect(page.getByRole('alert')).toContainText('do not belong together');
	await signIn(page, admin.email, PASSWORD);
	await expect(page.getByRole('heading', { name: 'Depot south', level: 1 })).toBeVisible();

	await page.getByRole('button', { name: `${admin.name}: account and appearance` }).click();
	await page.getByRole('link', { name: 'Sign out' }).click();
	await expect(page.getByText('You are signed out.')).toBeVisible();
	await visit(page, '/');
	await expect(page).toHaveURL('/sign-in');
	await context.close();
});

test('guessing ends after ten tries and says for how long, for that address alone', async ({
	product,
	admin,
	browser
}) => {
	const projectId = await makeProject(product, admin, 'Depot north');
	const victim = await join(product, admin, projectId, { name: 'Victor Hale', role: 'editor' });
	for (let attempt = 0; attempt < 10; attempt += 1) {
		await fetch(`${product.url}/sign-in`, {
			method: 'POST',
			headers: { origin: product.url },
			body: new URLSearchParams({ email: victim.email, password: `guess number ${attempt}` })
		});
	}
	const context = await browser.newContext({ baseURL: product.url });
	const page = await context.newPage();
	await visit(page, '/sign-in');
	await signIn(page, victim.email, PASSWORD);
	await expect(page.getByRole('alert')).toContainText(
		/too often in a short time. Try again in 1[45] minutes/u
	);
	await signIn(page, admin.email, PASSWORD);
	await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
	await context.close();
});

test('a forgotten password is replaced by a mailed link that works once', async ({
	product,
	admin,
	open,
	browser
}) => {
	const projectId = await makeProject(product, admin, 'Depot east');
	const ben = await join(product, admin, projectId, { name: 'Ben Osei', role: 'editor' });
	const context = await browser.newContext({ baseURL: product.url });
	const page = await context.newPage();
	await visit(page, '/sign-in');
	await page.getByRole('link', { name: 'Forgot your password?' }).click();
	await page.getByLabel('E-mail').fill(ben.email);
	await page.getByRole('button', { name: 'Send the link' }).click();
	await expect(page.getByText(`If ${ben.email} has an account here, a link is on its way.`)).toBeVisible();

	const outbox = await open(admin, '/outbox');
	await outbox.getByRole('listitem').filter({ hasText: ben.email }).getByRole('link').first().click();
	const link = await outbox.getByRole('link', { name: /\/reset-password\// }).getAttribute('href');

	await visit(page, String(link));
	await page.getByLabel('New password').fill('another long pass phrase');
	await page.getByRole('button', { name: 'Set new password' }).click();
	await expect(page.getByText('Your new password is set.')).toBeVisible();
	await expect(page.getByLabel('E-mail')).toHaveValue(ben.email);
	await signIn(page, ben.email, PASSWORD);
	await expect(page.getByRole('alert')).toContainText('do not belong together');
	await signIn(page, ben.email, 'another long pass phrase');
	await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
	// Every session from before has ended.
	await expect(callApi(product, ben, 'GET', '/me')).rejects.toThrow('401');

	await visit(page, String(link));
	await expect(page.getByText('This link has expired or was already used.')).toBeVisible();
	await context.close();
});

test('signing out everywhere ends the other browser too; an API token goes on until it is revoked', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Depot west');
	const person = await join(product, admin, projectId, { name: 'Ines Rocha', role: 'editor' });
	const desk = await open(person, '/settings');
	const laptop = await open(person, '/');

	await desk.getByLabel('Label').fill('Weekly report');
	await desk.getByRole('button', { name: 'Create token' }).click();
	const token = await desk.getByRole('textbox', { name: 'API token' }).inputValue();
	const asToken = () => fetch(`${product.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
	expect((await asToken()).status).toBe(200);
	// Shown once: not even in the page's source afterwards.
	await desk.reload();
	expect(await desk.content()).not.toContain(token);

	await desk.getByRole('button', { name: 'Sign out everywhere' }).click();
	await expect(desk.getByText('You are signed out.')).toBeVisible();
	await laptop.reload();
	await expect(laptop).toHaveURL('/sign-in');
	expect((await asToken()).status).toBe(200);

	await signIn(laptop, person.email, PASSWORD);
	await expect(laptop.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
	await visit(laptop, '/settings');
	await laptop.getByRole('button', { name: /^Revoke\W+Weekly report/u }).click();
	await expect(laptop.getByText('Token “Weekly report” no longer works.')).toBeVisible();
	expect((await asToken()).status).toBe(401);
});

test('a new password ends the other sessions, not this one', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Depot centre');
	const person = await join(product, admin, projectId, { name: 'Olu Bright', role: 'editor' });
	const desk = await open(person, '/settings');
	await desk.getByLabel('Current password').fill('not the password');
	await desk.getByLabel('New password').fill('yet another long phrase');
	await desk.getByRole('button', { name: 'Change password' }).click();
	await expect(desk.getByText('This is not your current password.')).toBeVisible();
	await desk.getByLabel('Current password').fill(PASSWORD);
	await desk.getByLabel('New password').fill('yet another long phrase');
	await desk.getByRole('button', { name: 'Change password' }).click();
	await expect(desk.getByText('Password changed. Your other sessions have ended.')).toBeVisible();
	await desk.reload();
	await expect(desk.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

async function signIn(page: Page, email: string, password: string): Promise<void> {
	await page.getByLabel('E-mail').fill(email);
	await page.getByLabel('Password', { exact: true }).fill(password);
	const button = page.getByRole('button', { name: 'Sign in' });
	await button.click();
	// Either the next page, or the answer beside the fields.
	await expect(button.and(page.locator('[aria-busy]'))).toHaveCount(0);
}
