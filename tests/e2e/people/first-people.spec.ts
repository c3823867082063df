// From nothing to two people on a project, through the pages alone: set-up, the first project, an invitation by link,
// joining in another browser, and what a changed role takes away at once.

import { expect, test } from '@playwright/test';
import { heading, invite } from '../support/invite.ts';
import { Product } from '../support/product.ts';
import { visit } from '../support/visit.ts';
import { PASSWORD } from '../support/workspace.ts';

let product: Product;
test.beforeAll(async () => {
	product = await Product.start();
});
test.afterAll(() => product.stop());

test('set up, invite, join, work in the role one was given', async ({ browser }) => {
	const ada = await (await browser.newContext({ baseURL: product.url })).newPage();
	await visit(ada, '/people');
	await expect(ada).toHaveURL('/setup');
	await ada.getByLabel('Workspace name').fill('Kestrel Delivery');
	await ada.getByLabel('Your name').fill('Ada Okafor');
	await ada.getByLabel('E-mail').fill('ada@kestrel.example');
	await ada.getByLabel('Password', { exact: true }).fill('short');
	await ada.getByRole('button', { name: 'Set up and sign in' }).click();
	await expect(ada.getByText('At least 10 characters, please.')).toBeVisible();
	await expect(ada.getByLabel('Workspace name')).toHaveValue('Kestrel Delivery');
	await ada.getByLabel('Password', { exact: true }).fill(PASSWORD);
	await ada.getByRole('button', { name: 'Set up and sign in' }).click();
	await expect(heading(ada, 'Welcome, Ada Okafor')).toBeVisible();

	await ada.getByLabel('Project name').fill('Warehouse go-live');
	await ada.getByLabel('Client').fill('Northwind Shipping');
	await ada.getByRole('button', { name: 'Create project' }).click();
	await expect(heading(ada, 'Warehouse go-live')).toBeVisible();
	await expect(ada.getByText('No documents yet')).toBeVisible();

	await ada.getByRole('navigation', { name: 'Project pages' }).getByRole('link', { name: 'People' }).click();
	await expect(ada.getByRole('combobox', { name: 'Belongs to' })).toHaveValue('member');
	const link = await invite(ada, { email: 'lin@kestrel.example', role: 'editor' });

	// Without a mail server the mail waits for the administrator, with the same link.
	await visit(ada, '/outbox');
	await ada.getByRole('link', { name: 'Ada Okafor invites you to the project Warehouse go-live' }).click();
	await expect(ada.getByRole('link', { name: link })).toBeVisible();

	const lin = await (await browser.newContext({ baseURL: product.url })).newPage();
	await visit(lin, link);
	await expect(heading(lin, 'You are invited to Warehouse go-live')).toBeVisible();
	await lin.getByLabel('Your name').fill('Lin Qiao');
	await lin.getByLabel('Password', { exact: true }).fill(PASSWORD);
	await lin.getByRole('button', { name: 'Accept and go on' }).click();
	await expect(heading(lin, 'Warehouse go-live')).toBeVisible();
	const project = new URL(lin.url()).pathname;
	await expect(lin.getByRole('link', { name: 'New document' })).toBeVisible();
	await expect(lin.getByRole('link', { name: 'Outbox' })).toHaveCount(0);

	await visit(ada, `${project}/people`);
	await ada.getByRole('combobox', { name: 'Role of Lin Qiao' }).selectOption('viewer');
	await expect(ada.getByText('Lin Qiao is now: Viewer.')).toBeVisible();
	await lin.reload();
	await expect(lin.getByText('Nothing to read yet')).toBeVisible();
	await expect(lin.getByRole('link', { name: 'New document' })).toHaveCount(0);
	await expect(lin.getByRole('link', { name: 'Bin', exact: true })).toHaveCount(0);

	// Gone at once, and back at once by Undo; then gone for good.
	const remove = ada.getByRole('button', { name: /^Remove\W+Lin Qiao/u });
	const role = ada.getByRole('combobox', { name: 'Role of Lin Qiao' });
	await remove.click();
	await ada.getByRole('button', { name: 'Undo' }).click();
	await expect(role).toHaveValue('viewer');
	await remove.click();
	await expect(role).toHaveCount(0);
	await lin.reload();
	await expect(heading(lin, 'Nothing here')).toBeVisible();
	await visit(lin, '/');
	await expect(lin.getByText('Warehouse go-live')).toHaveCount(0);

	// Its only owner cannot leave the project to nobody.
	await ada.getByRole('button', { name: /^Leave project\W+Ada Okafor/u }).click();
	await expect(ada.getByRole('alert')).toContainText('the project’s last owner');

	await Promise.all([ada.context().close(), lin.context().close()]);
});
