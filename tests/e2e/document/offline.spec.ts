// Without a line: what is written stays in the browser, says so, and merges on return; what may no longer be delivered
// is kept for its author; and nothing of it outlives a sign-out.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { body, ready, saveChip, saved, saveState, toEnd, words } from '../support/notes-page.ts';
import { join, makeNotes, makeProject, setRole } from '../support/workspace.ts';

test('both write while one of them has no line, and both find everything', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Harbour portal');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const notes = await makeNotes(product, admin, projectId, { title: 'Weekly status' });
	const first = await open(admin, `/documents/${notes}`);
	const second = await open(bo, `/documents/${notes}`);
	await Promise.all([ready(first), ready(second)]);
	await toEnd(first);
	await first.keyboard.type('Agreed.');
	await expect.poll(() => words(second)).toBe('Agreed.');

	await second.context().setOffline(true);
	await saveState(second, 'offline');
	await toEnd(second);
	await second.keyboard.type(' Written on the train.');
	await expect(second.getByText(/Offline, \d+ changes? waiting/u)).toBeVisible();
	await first.keyboard.press('ControlOrMeta+Home');
	await first.keyboard.type('Meanwhile in the office. ');
	await saved(first);
	expect(await words(second)).toBe('Agreed. Written on the train.');

	await second.context().setOffline(false);
	const whole = 'Meanwhile in the office. Agreed. Written on the train.';
	await expect.poll(() => words(first)).toBe(whole);
	await expect.poll(() => words(second)).toBe(whole);
	await saved(second);
});

test('a tab closed without a line loses nothing', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Crane refit');
	const notes = await makeNotes(product, admin, projectId, { title: 'Inspection' });
	const page = await open(admin, `/documents/${notes}`);
	await ready(page);
	const context = page.context();
	await context.setOffline(true);
	await toEnd(page);
	await page.keyboard.type('Cable three is worn.');
	await expect(page.getByText(/Offline, \d+ changes? waiting/u)).toBeVisible();
	await onDisk(page);
	await page.close();

	await context.setOffline(false);
	const again = await context.newPage();
	await again.goto(`/documents/${notes}`);
	await expect.poll(() => words(again)).toBe('Cable three is worn.');
	await saved(again);
	const elsewhere = await open(admin, `/documents/${notes}`);
	await ready(elsewhere);
	expect(await words(elsewhere)).toBe('Cable three is worn.');
});

test('a document visited before opens without a line, and what is written there is delivered later', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Dry dock');
	const notes = await makeNotes(product, admin, projectId, { title: 'Gate survey' });
	const other = await makeNotes(product, admin, projectId, { title: 'Pump room' });
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const page = await open(bo, `/documents/${notes}`, { serviceWorkers: 'allow' });
	await ready(page);
	await page.evaluate(() => navigator.serviceWorker.ready);
	await toEnd(page);
	await page.keyboard.type('Hinges hold.');
	await saved(page);
	// The first visit began before the worker did; from the second on, pages are kept.
	await page.goto(`/documents/${notes}`);
	await expect.poll(() => kept(page)).toContain(`/documents/${notes}`);
	await page.goto(`/projects/${projectId}`);
	await expect.poll(() => kept(page)).toContain(`/projects/${projectId}`);

	await page.context().setOffline(true);
	await page.getByRole('main').getByRole('link', { name: 'Gate survey' }).click();
	await expect.poll(() => words(page)).toBe('Hinges hold.');
	await toEnd(page);
	await page.keyboard.type(' Seals leak.');
	await expect(page.getByText(/Offline, \d+ changes? waiting/u)).toBeVisible();

	await page.goto(`/documents/${other}`);
	await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
	await page.getByRole('link', { name: 'Gate survey' }).click();
	await expect.poll(() => words(page)).toBe('Hinges hold. Seals leak.');

	await page.goto(`/documents/${other}`);
	await page.context().setOffline(false);
	await expect(page).toHaveURL(`/documents/${other}`);
	await page.goto(`/documents/${notes}`);
	await saved(page);
	const elsewhere = await open(admin, `/documents/${notes}`);
	await expect.poll(() => words(elsewhere)).toBe('Hinges hold. Seals leak.');

	await page.goto('/sign-out?now');
	await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
	await expect.poll(() => kept(page)).toEqual([]);
});

test('what was written after losing the right is kept for its author', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Quay lights');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const notes = await makeNotes(product, admin, projectId, { title: 'Handover', audience: 'client' });
	const page = await open(bo, `/documents/${notes}`);
	await ready(page);
	await page.context().setOffline(true);
	await saveState(page, 'offline');
	await toEnd(page);
	await page.keyboard.type('A thought of my own.');
	await setRole(product, admin, projectId, bo.email, 'viewer');
	await page.context().setOffline(false);

	const kept = page.locator('[data-stranded]');
	await expect(kept).toContainText('not taken over');
	await expect(kept).toContainText('no longer had the right to edit');
	await saveState(page, 'read-only');
	await expect(saveChip(page)).toHaveText('Read only: you are a viewer');
	await expect(body(page)).toHaveAttribute('contenteditable', 'false');
	expect(await words(page)).toBe('');
	await kept.getByText('What you wrote').click();
	await expect(kept.getByText('A thought of my own.')).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		kept.getByRole('button', { name: 'Download my version' }).click()
	]);
	expect(download.suggestedFilename()).toBe('Handover.md');
	expect(await readFile(await download.path(), 'utf8')).toContain('A thought of my own.');

	await page.reload();
	await expect(kept).toContainText('not taken over');
	await kept.getByRole('button', { name: 'Discard' }).click();
	await expect(kept).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(kept).toHaveCount(1);
});

test('signing out takes the copies along, after a warning where it would cost something', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Gangway');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const notes = await makeNotes(product, admin, projectId, { title: 'Rails' });
	const page = await open(bo, `/documents/${notes}`);
	await ready(page);
	await toEnd(page);
	await page.keyboard.type('Not for the next person at this computer.');
	await saved(page);
	const kept = () =>
		page.evaluate(async () =>
			(await indexedDB.databases()).filter(({ name }) => name?.startsWith('throughline/'))
		);
	expect(await kept()).not.toHaveLength(0);
	await page.goto('/sign-out?now');
	await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
	await expect.poll(kept).toHaveLength(0);
	expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
		'Rails'
	);

	// The next person at this computer: what they open is theirs, and nothing of Bo's comes up with it.
	const eva = await join(product, admin, projectId, { name: 'Eva Brandt', role: 'viewer' });
	await page
		.context()
		.addCookies([{ name: 'throughline_session', value: eva.session, url: product.url, httpOnly: true }]);
	await page.goto(`/projects/${projectId}`);
	await expect(page.getByRole('button', { name: /Eva Brandt/u })).toBeVisible();
	expect(await kept()).toHaveLength(0);
});

/** The paths of the pages that this browser keeps. */
function kept(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		if (!(await caches.has('throughline-pages'))) return [];
		const requests = await (await caches.open('throughline-pages')).keys();
		return requests.map(({ url }) => new URL(url).pathname);
	});
}

/** Until the browser has written what the page gave it: a write that begins now waits for all before it. */
function onDisk(page: Page): Promise<void> {
	return page.evaluate(async () => {
		for (const { name } of await indexedDB.databases()) {
			await new Promise<void>((done, fail) => {
				const opening = indexedDB.open(name ?? '');
				opening.addEventListener('error', () => fail(opening.error));
				opening.addEventListener('success', () => {
					const database = opening.result;
					const write = database.transaction([...database.objectStoreNames], 'readwrite');
					write.addEventListener('complete', () => {
						database.close();
						done();
					});
				});
			});
		}
	});
}
