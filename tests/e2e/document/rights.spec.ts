// Rights and existence change while a document is open: the page follows at once and says why.

import { expect, test } from '../support/test.ts';
import { body, ready, saveChip, saved, saveState, title, toEnd, words } from '../support/notes-page.ts';
import { callApi, join, makeNotes, makeProject, setRole } from '../support/workspace.ts';

test('becoming a viewer makes the page read-only with the reason, and becoming an editor opens it again', async ({
	product,
	admin,
	open
}) => {
	const projectId = await makeProject(product, admin, 'Harbour portal');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const notes = await makeNotes(product, admin, projectId, { title: 'Weekly status', audience: 'client' });
	const page = await open(bo, `/documents/${notes}`);
	await ready(page);
	await toEnd(page);
	await page.keyboard.type('Mine.');
	await saved(page);

	await setRole(product, admin, projectId, bo.email, 'viewer');
	await saveState(page, 'read-only');
	await expect(saveChip(page)).toHaveText('Read only: you are a viewer');
	await expect(body(page)).toHaveAttribute('contenteditable', 'false');
	await expect(title(page)).not.toBeEditable();
	await expect(page.locator('[data-stranded]')).toHaveCount(0);

	await setRole(product, admin, projectId, bo.email, 'editor');
	await ready(page);
	await toEnd(page);
	await page.keyboard.type(' Still mine.');
	await saved(page);
	expect(await words(page)).toBe('Mine. Still mine.');
});

test('losing access closes the page to what is in it', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Crane refit');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const notes = await makeNotes(product, admin, projectId, { title: 'Prices' });
	const page = await open(bo, `/documents/${notes}`);
	await ready(page);
	await toEnd(page);
	await page.keyboard.type('Forty thousand.');
	await saved(page);
	const me = await callApi<{ id?: string; userId?: string }>(product, bo, 'GET', '/me');
	await callApi(product, admin, 'DELETE', `/projects/${projectId}/members/${me.id ?? me.userId}`);
	await expect(page.getByText('You no longer have access to this document')).toBeVisible();
	await expect(page.getByText('Forty thousand.')).toHaveCount(0);
	await page.reload();
	await expect(page.getByText('Forty thousand.')).toHaveCount(0);
});

test('a document put into the bin says so to whoever has it open', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Quay lights');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const notes = await makeNotes(product, admin, projectId, { title: 'Draft' });
	const owner = await open(admin, `/documents/${notes}`);
	const page = await open(bo, `/documents/${notes}`);
	await Promise.all([ready(owner), ready(page)]);
	await owner.getByRole('button', { name: 'More actions' }).click();
	await owner.getByRole('menuitem', { name: 'Move to bin' }).click();
	await expect(owner).toHaveURL(new RegExp(`/projects/${projectId}$`, 'u'));
	await expect(page.getByText('This document was removed')).toBeVisible();
	await owner.getByRole('button', { name: 'Undo' }).click();
	await expect(owner.getByRole('main').getByRole('link', { name: 'Draft' })).toBeVisible();
	await page.reload();
	await ready(page);
});
