// What an invitation is worth: it works once, for one address, until it is taken back; and one address has one account.

import { heading, invite } from '../support/invite.ts';
import { expect, test } from '../support/test.ts';
import { visit } from '../support/visit.ts';
import { makeProject, PASSWORD } from '../support/workspace.ts';

test('an invitation works once, for its own address, until it is taken back', async ({
	browser,
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Warehouse go-live');
	const ada = await open(admin, `/projects/${projectId}/people`);

	const taken = await invite(ada, { email: 'mei@northwind.example', role: 'commenter' });
	await ada.getByRole('button', { name: /^Revoke\W+mei@northwind\.example/u }).click();
	await expect(ada.getByText('The invitation of mei@northwind.example no longer works.')).toBeVisible();
	const valid = await invite(ada, { email: 'mei@northwind.example', role: 'commenter' });

	// Somebody else's browser, signed in as somebody else, does not slip in.
	await visit(ada, valid);
	await expect(
		ada.getByText(`You are signed in as ${admin.email}, but this invitation is for`)
	).toBeVisible();

	const mei = await (await browser.newContext({ baseURL: product.url })).newPage();
	await visit(mei, taken);
	await expect(mei.getByText('This invitation was taken back.')).toBeVisible();
	await visit(mei, `${product.url}/invite/nonsense`);
	await expect(mei.getByText('This link is not complete or not known here.')).toBeVisible();
	await visit(mei, valid);
	await mei.getByLabel('Your name').fill('王梅');
	await mei.getByLabel('Password', { exact: true }).fill(PASSWORD);
	await mei.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
	await mei.getByRole('button', { name: 'Accept and go on' }).click();
	await expect(mei.getByText('暂无可查看的文档')).toBeVisible();
	await expect(mei.locator('html')).toHaveAttribute('lang', 'zh-CN');
	await mei.context().clearCookies({ name: 'throughline_session' });
	await visit(mei, valid);
	await expect(mei.getByText('此链接已被使用')).toBeVisible();

	await mei.context().close();
});

test('whoever has an account by then signs in and joins; nobody gets a second account', async ({
	browser,
	product,
	admin,
	open
}) => {
	const ada = await open(admin, '/people');
	// Two invitations to one address: the workspace's first, then a project's, both still open.
	await ada.getByLabel('E-mail').fill('noor@kestrel.example');
	await ada.getByRole('button', { name: 'Send invitation' }).click();
	const first = await ada.getByRole('textbox', { name: 'Invitation link' }).inputValue();

	const noor = await (await browser.newContext({ baseURL: product.url })).newPage();
	const late = await (await browser.newContext({ baseURL: product.url })).newPage();
	for (const page of [noor, late]) {
		await visit(page, first);
		await page.getByLabel('Your name').fill('Noor Haddad');
		await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
	}
	// Both press at once: one gets the account, the other is told what to do.
	await Promise.all(
		[noor, late].map((page) => page.getByRole('button', { name: 'Accept and go on' }).click())
	);
	const outcomes = [noor, late].map((page) =>
		page
			.getByRole('heading', { name: 'No projects yet' })
			.or(heading(page, 'Welcome, Noor Haddad'))
			.or(page.getByText(/already has an account|already been used/u))
			.first()
	);
	await Promise.all(outcomes.map((outcome) => expect(outcome).toBeVisible()));
	const refused = await Promise.all(
		[noor, late].map((page) => page.getByText(/already has an account|already been used/u).count())
	);
	expect(refused.filter((count) => count > 0)).toHaveLength(1);

	// The same address invited again is told at its field; nothing typed is lost.
	await visit(ada, '/people');
	await ada.getByLabel('E-mail').fill('noor@kestrel.example');
	await ada.getByRole('button', { name: 'Send invitation' }).click();
	await expect(ada.getByText('noor@kestrel.example already has an account').first()).toBeVisible();
	await expect(ada.getByLabel('E-mail')).toHaveValue('noor@kestrel.example');

	await Promise.all([noor, late].map((page) => page.context().close()));
});
