// Where there is no page: each refusal says what happened and leads on, in the reader's language, and tells nothing more.

import { resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from '../support/test.ts';
import { visit } from '../support/visit.ts';
import { join, makeProject } from '../support/workspace.ts';

test('404 inside and outside, 403, and back to the start page', async ({ product, admin, open, browser }) => {
	const projectId = await makeProject(product, admin, 'Pier one');
	const guest = await join(product, admin, projectId, { name: 'Rosa Blum', role: 'viewer', locale: 'zh-CN' });
	const page = await open(admin, '/projects/nonsense');
	await expect(page.getByRole('heading', { name: 'Nothing here', level: 1 })).toBeVisible();
	await page.getByRole('link', { name: 'Go to the start page' }).click();
	await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();

	const theirs = await open(guest, '/sign-in');
	for (const path of ['/outbox', '/projects/new', `/projects/${projectId}/settings`]) {
		const response = await visit(theirs, path);
		expect(response?.status()).toBe(403);
		await expect(theirs.getByRole('heading', { name: '您无权打开此页' })).toBeVisible();
	}

	const stranger = await (await browser.newContext({ baseURL: product.url, locale: 'zh-CN' })).newPage();
	const response = await visit(stranger, '/no/such/page');
	expect(response?.status()).toBe(404);
	await expect(stranger.getByRole('heading', { name: '这里没有内容', level: 1 })).toBeVisible();
	await expect(stranger.getByRole('link', { name: '返回首页' })).toBeVisible();
	await stranger.context().close();
});

test('a failure of the server keeps the frame, names a reference and shows nothing of its inside', async ({
	product,
	admin,
	open
}) => {
	const page = await open(admin, '/');
	const database = new BetterSqlite3(resolve(product.dataDir, 'throughline.db'));
	database.exec('ALTER TABLE invitations RENAME TO invitations_away');
	try {
		const response = await visit(page, '/people');
		expect(response?.status()).toBe(500);
		await expect(page.getByRole('heading', { name: 'Something went wrong', level: 1 })).toBeVisible();
		await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
		await expect(page.getByText(/When you report this, name \w{8,}/u)).toBeVisible();
		expect(await page.content()).not.toMatch(/sqlite|no such table|node_modules/iu);
	} finally {
		database.exec('ALTER TABLE invitations_away RENAME TO invitations');
		database.close();
	}
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
});
