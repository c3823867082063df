// What is written beyond plain words, by one person and seen by the other: formats, links, tables, tasks, Markdown.

import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { body, ready, saved, toEnd, words } from '../support/notes-page.ts';
import { join, makeNotes, makeProject, type Person } from '../support/workspace.ts';

let projectId: string;
let lin: Person;

test.beforeAll(async ({ product, admin }) => {
	projectId = await makeProject(product, admin, 'Harbour terminal');
	lin = await join(product, admin, projectId, { name: 'Lin Qiao', role: 'editor' });
});

const cells = (page: Page) =>
	body(page)
		.locator('tr')
		.evaluateAll((rows) => rows.map((row) => row.children.length));

test('a table grows and shrinks under the hands of two people', async ({ open, product, admin }) => {
	const id = await makeNotes(product, admin, projectId, { title: 'Table' });
	const page = await open(admin, `/documents/${id}`);
	const other = await open(lin, `/documents/${id}`);
	await ready(page);
	await ready(other);
	await body(page).click();
	await page.keyboard.type('/table');
	await page.keyboard.press('Enter');
	for (const word of ['Milestone', 'Planned', 'Actual', 'Quay wall']) {
		await page.keyboard.type(word);
		await page.keyboard.press('Tab');
	}
	await expect.poll(() => cells(other)).toEqual([3, 3, 3]);
	await expect(body(other).locator('th')).toHaveText(['Milestone', 'Planned', 'Actual']);

	// Tab behind the last cell makes a new row.
	for (let step = 0; step < 5; step++) await page.keyboard.press('Tab');
	await expect.poll(() => cells(other)).toEqual([3, 3, 3, 3]);

	const tools = page.getByRole('toolbar', { name: 'Table' });
	await page.keyboard.press('Alt+F10');
	await expect(tools.getByRole('button', { name: 'Add a row above' })).toBeFocused();
	await page.keyboard.press('End');
	await expect(tools.getByRole('button', { name: 'Delete the table' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(body(page)).toBeFocused();
	await tools.getByRole('button', { name: 'Delete the row' }).click();
	await tools.getByRole('button', { name: 'Add a column after' }).click();
	await expect.poll(() => cells(other)).toEqual([4, 4, 4]);
	await body(other).locator('td', { hasText: 'Quay wall' }).click();
	await other
		.getByRole('toolbar', { name: 'Table' })
		.getByRole('button', { name: 'Delete the column' })
		.click();
	await expect.poll(() => cells(page)).toEqual([3, 3, 3]);
	await expect(body(page)).not.toContainText('Quay wall');

	await expect(tools.getByRole('button', { name: 'Header row' })).toHaveAttribute('aria-pressed', 'true');
	await tools.getByRole('button', { name: 'Delete the table' }).click();
	await expect(body(other).locator('table')).toHaveCount(0);
	await saved(page);
});

test('a ticked task is ticked for everybody, by mouse and by keyboard', async ({ open, product, admin }) => {
	const id = await makeNotes(product, admin, projectId, { title: 'Tasks' });
	const page = await open(admin, `/documents/${id}`);
	const other = await open(lin, `/documents/${id}`);
	await ready(page);
	await ready(other);
	await body(page).click();
	await page.keyboard.type('[ ] Send the drawings');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Book the crane');
	await page.keyboard.press('ControlOrMeta+Enter');
	await expect(other.getByRole('checkbox', { name: 'Done: Book the crane' })).toBeChecked();
	await other.getByRole('checkbox', { name: 'Done: Send the drawings' }).check();
	await expect(page.getByRole('checkbox', { name: 'Done: Send the drawings' })).toBeChecked();
	await page.keyboard.press('Alt+ArrowUp');
	await expect(body(other).locator('li p')).toContainText(['Book the crane', 'Send the drawings']);
});

test('words become a link whose address was checked', async ({ open, product, admin }) => {
	const id = await makeNotes(product, admin, projectId, { title: 'Link' });
	const page = await open(admin, `/documents/${id}`);
	await ready(page);
	await body(page).click();
	await page.keyboard.type('plan');
	await page.keyboard.press('ControlOrMeta+a');
	const format = page.getByRole('toolbar', { name: 'Format' });
	await format.getByRole('button', { name: 'Bold' }).click();
	await expect(body(page).locator('strong')).toHaveText('plan');
	await page.keyboard.press('ControlOrMeta+k');
	const address = page.getByRole('textbox', { name: 'Address of the link' });
	await address.fill('javascript:alert(1)');
	await address.press('Enter');
	await expect(page.getByRole('alert')).toContainText('no address that can be linked');
	await address.fill('example.com/plan');
	await address.press('Enter');
	const link = body(page).getByRole('link', { name: 'plan' });
	await expect(link).toHaveAttribute('href', 'https://example.com/plan');
	await expect(link).toHaveAttribute('rel', /noopener/);
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('group', { name: 'Link' }).getByRole('link')).toHaveAttribute(
		'href',
		'https://example.com/plan'
	);
	await page.getByRole('button', { name: 'Remove the link' }).click();
	await expect(link).toHaveCount(0);
});

test('pasted Markdown becomes what it means', async ({ open, product, admin }) => {
	const id = await makeNotes(product, admin, projectId, { title: 'Paste' });
	const page = await open(admin, `/documents/${id}`, { permissions: ['clipboard-read', 'clipboard-write'] });
	await ready(page);
	await page.evaluate(() =>
		navigator.clipboard.writeText(
			'## Decisions\n\n- [x] Crane booked\n- [ ] Permit\n\n| Risk | Owner |\n|---|---|\n| Tide | Lin |\n\nSee [the plan](https://example.com).'
		)
	);
	await body(page).click();
	await page.keyboard.press('ControlOrMeta+v');
	await expect(body(page).getByRole('heading', { level: 2, name: 'Decisions' })).toBeVisible();
	await expect(body(page).getByRole('checkbox', { name: 'Done: Crane booked' })).toBeChecked();
	await expect.poll(() => cells(page)).toEqual([2, 2]);
	await expect(body(page).getByRole('link', { name: 'the plan' })).toBeVisible();
	await page.keyboard.press('ControlOrMeta+z');
	await expect.poll(() => words(page)).toBe('');
});

test('undo takes back one’s own words, never the other’s', async ({ open, product, admin }) => {
	const id = await makeNotes(product, admin, projectId, { title: 'Undo' });
	const page = await open(admin, `/documents/${id}`);
	const other = await open(lin, `/documents/${id}`);
	await ready(page);
	await ready(other);
	await body(page).click();
	await page.keyboard.type('Ada.');
	await expect.poll(() => words(other)).toBe('Ada.');
	await toEnd(other);
	await other.keyboard.type(' Lin.');
	await expect.poll(() => words(page)).toBe('Ada. Lin.');
	await page.keyboard.press('ControlOrMeta+z');
	await expect.poll(() => words(other)).toBe(' Lin.');
	await page.keyboard.press('ControlOrMeta+Shift+z');
	await expect.poll(() => words(other)).toBe('Ada. Lin.');
	await other.keyboard.press('ControlOrMeta+z');
	await expect.poll(() => words(page)).toBe('Ada.');
});

test('one who only reads sees the words and no tools', async ({ open, product, admin }) => {
	const id = await makeNotes(product, admin, projectId, { title: 'Read', audience: 'client' });
	const reader = await join(product, admin, projectId, { name: 'Wei Chen', role: 'viewer' });
	const page = await open(admin, `/documents/${id}`);
	await ready(page);
	await body(page).click();
	await page.keyboard.type('[ ] Permit');
	await saved(page);
	const reading = await open(reader, `/documents/${id}`);
	await expect(body(reading)).toHaveAttribute('aria-readonly', 'true');
	await expect(body(reading)).toContainText('Permit');
	await body(reading).locator('li p').selectText();
	await expect(reading.getByRole('toolbar', { name: 'Format' })).toHaveCount(0);
	await reading.getByRole('checkbox').click({ force: true });
	await expect(reading.getByRole('checkbox')).not.toBeChecked();
});

test('on a phone the tools stand at the lower edge', async ({ open, product, admin }) => {
	const id = await makeNotes(product, admin, projectId, { title: 'Phone' });
	const page = await open(admin, `/documents/${id}`, {
		viewport: { width: 390, height: 780 },
		hasTouch: true,
		isMobile: true
	});
	await ready(page);
	await body(page).tap();
	await page.keyboard.type('Agenda');
	const tools = page.getByRole('toolbar', { name: 'Format' });
	await tools.getByRole('button', { name: 'Heading' }).tap();
	await expect(body(page).getByRole('heading', { level: 2, name: 'Agenda' })).toBeVisible();
	await expect(body(page)).toBeFocused();
	await tools.getByRole('button', { name: 'Undo' }).tap();
	const box = await tools.boundingBox();
	expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(730);
});
