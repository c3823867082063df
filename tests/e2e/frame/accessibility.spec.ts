// axe finds nothing to complain about on any page of the frame, in either language, light and dark. Everything but contrast
// is the same in both schemes, so the second reading asks for contrast alone. Open documents have tests of their own.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { visit } from '../support/visit.ts';
import { callApi, join, makeNotes, makeProject, type Person } from '../support/workspace.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const locale of ['en', 'zh-CN'] as const) {
	test(`every page is clean for axe in light and dark (${locale})`, async ({
		product,
		admin,
		open,
		browser
	}) => {
		test.slow();
		const projectId = await makeProject(product, admin, `Lock gates ${locale}`);
		await makeNotes(product, admin, projectId, {
			title: 'Gate survey',
			template: 'weekly-status',
			audience: 'client'
		});
		const removed = await makeNotes(product, admin, projectId, { title: 'Old survey' });
		await callApi(product, admin, 'DELETE', `/documents/${removed}`);
		await callApi(product, admin, 'PUT', `/projects/${projectId}/members`, {
			email: `open.${locale}@northwind.example`,
			role: 'commenter'
		});
		const person = await join(product, admin, projectId, { name: 'Ana Costa', role: 'owner', locale });
		await callApi(product, admin, 'PUT', `/projects/${projectId}/members`, {
			email: person.email,
			role: 'owner'
		});

		const page = await open(await inLanguage(product.url, admin, locale), '/');
		const faults: string[] = [];
		for (const path of [
			'/',
			'/people',
			'/settings',
			'/outbox',
			'/projects/new',
			`/projects/${projectId}`,
			`/projects/${projectId}/people`,
			`/projects/${projectId}/bin`,
			`/projects/${projectId}/settings`,
			`/projects/${projectId}/new`,
			'/sign-out',
			'/nonsense'
		]) {
			await visit(page, path);
			await expect(page.locator('html')).toHaveAttribute('lang', locale);
			faults.push(...(await faultsOf(page, path)));
		}
		await visit(page, `/projects/${projectId}`);
		await page.keyboard.press('ControlOrMeta+k');
		await page.getByRole('dialog').waitFor();
		faults.push(...(await faultsOf(page, 'palette')));
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await page.keyboard.press('?');
		await page.getByRole('dialog').waitFor();
		faults.push(...(await faultsOf(page, 'shortcuts')));
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await page.keyboard.press('n');
		await page.getByRole('dialog').waitFor();
		faults.push(...(await faultsOf(page, 'new document')));

		const stranger = await (await browser.newContext({ baseURL: product.url, locale })).newPage();
		for (const path of [
			'/sign-in',
			'/forgot-password',
			'/reset-password/nonsense',
			'/invite/nonsense',
			'/nonsense'
		]) {
			await visit(stranger, path);
			faults.push(...(await faultsOf(stranger, path)));
		}
		await stranger.context().close();
		await inLanguage(product.url, admin, 'en');
		expect(faults).toEqual([]);
	});
}

/** The same person, from now on in this language. */
async function inLanguage(url: string, person: Person, locale: string): Promise<Person> {
	await fetch(`${url}/language`, {
		method: 'POST',
		headers: { origin: url, cookie: `throughline_session=${person.session}` },
		body: new URLSearchParams({ locale, next: '/' }),
		redirect: 'manual'
	});
	return person;
}

async function faultsOf(page: Page, where: string): Promise<string[]> {
	const faults: string[] = [];
	for (const scheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
		const axe = new AxeBuilder({ page }).setLegacyMode();
		if (scheme === 'light') axe.withTags(WCAG);
		else axe.withRules(['color-contrast']);
		const { violations } = await axe.analyze();
		faults.push(
			...violations.map(
				({ id, nodes }) => `${where} (${scheme}): ${id}: ${nodes.map(({ html }) => html).join(' | ')}`
			)
		);
	}
	return faults;
}
