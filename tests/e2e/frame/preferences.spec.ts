// Theme and language: chosen in the menu or in the settings, at once, remembered for the person on every device.

import { expect, test } from '../support/test.ts';
import { visit } from '../support/visit.ts';
import { join, makeProject } from '../support/workspace.ts';

test('the theme changes at once and follows the person to another browser', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Signal boxes');
	const person = await join(product, admin, projectId, { name: 'Dana Petrov', role: 'editor' });
	const page = await open(person, '/');
	const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	const light = await paper();
	await page.getByRole('button', { name: 'Dana Petrov: account and appearance' }).click();
	await page.getByRole('radio', { name: 'Dark' }).check();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	expect(await paper()).not.toBe(light);

	// The very first paint elsewhere is dark already: the server drew it so.
	await expect
		.poll(async () => {
			const response = await fetch(product.url, {
				headers: { cookie: `throughline_session=${person.session}` }
			});
			return (await response.text()).includes('data-theme="dark"');
		})
		.toBe(true);
	const other = await open(person, '/settings');
	await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
	await other.getByRole('combobox', { name: 'Appearance' }).selectOption('system');
	await other
		.getByRole('region', { name: 'Language and display' })
		.getByRole('button', { name: 'Save changes' })
		.click();
	await expect(other.locator('html')).toHaveAttribute('data-theme', 'system');
});

test('the language changes every word of the page and comes back', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Signal cables');
	const person = await join(product, admin, projectId, { name: 'Eva Lindholm', role: 'editor' });
	const page = await open(person, `/projects/${projectId}`);
	await page.getByRole('button', { name: 'Eva Lindholm: account and appearance' }).click();
	await page.getByRole('radio', { name: '中文' }).check();
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
	await expect(page.getByText('还没有文档')).toBeVisible();
	await expect(page.getByRole('link', { name: '成员' }).first()).toBeVisible();
	// What a template says comes in the same language.
	await page.getByRole('link', { name: '新建文档' }).click();
	await expect(page.getByRole('radio', { name: /^项目启动会/u })).toBeVisible();
	// The person's language, not the browser's, holds on the next device.
	const other = await open(person, '/people');
	await expect(other.locator('html')).toHaveAttribute('lang', 'zh-CN');
	await expect(other.getByRole('heading', { name: '成员', level: 1 })).toBeVisible();

	await visit(page, '/settings');
	await page.getByRole('combobox', { name: '语言' }).selectOption('en');
	await page.getByRole('region', { name: '语言与显示' }).getByRole('button', { name: '保存更改' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('before sign-in a browser that prefers Chinese is greeted in Chinese, and can switch', async ({
	product,
	browser,
	admin
}) => {
	expect(admin.name).not.toBe('');
	const context = await browser.newContext({ baseURL: product.url, locale: 'zh-CN' });
	const page = await context.newPage();
	await visit(page, '/forgot-password');
	await expect(page.getByRole('heading', { name: '忘记密码', level: 1 })).toBeVisible();
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page.getByRole('heading', { name: 'Forgot your password', level: 1 })).toBeVisible();
	await expect(page).toHaveURL('/forgot-password');
	await context.close();
});
