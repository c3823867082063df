// A meeting with three people: one agenda, one clock, two who press next at once, one who comes late, and the next
// meeting with what was left.

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { ready, saved, words } from '../support/notes-page.ts';
import { callApi, join, makeDocument, makeProject } from '../support/workspace.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Meeting in progress' });
const itemTitles = (page: Page) =>
	page
		.getByRole('textbox', { name: 'Agenda item' })
		.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
const clock = (page: Page): Locator => bar(page).getByRole('timer');

test('an agenda is made by two, run by one clock, and carried on', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Harbour portal');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const vera = await join(product, admin, projectId, { name: 'Vera Holm', role: 'viewer' });
	const notes = await makeDocument(product, admin, projectId, {
		kind: 'meeting-notes',
		title: 'Weekly 7',
		audience: 'client'
	});
	const first = await open(admin, `/documents/${notes}`);
	const second = await open(bo, `/documents/${notes}`);
	await Promise.all([ready(first), ready(second)]);

	// By keyboard: Enter makes the next item.
	await first.getByRole('button', { name: 'Add agenda item' }).click();
	await first.keyboard.type('Berths');
	await first.keyboard.press('Enter');
	await first.keyboard.type('Customs');
	await first.keyboard.press('Enter');
	await first.keyboard.type('Budget');
	await first.keyboard.press('Alt+ArrowUp');
	await expect.poll(() => itemTitles(second)).toEqual(['Berths', 'Budget', 'Customs']);
	await second.getByRole('spinbutton', { name: 'Minutes for “Berths”' }).fill('12');
	await second.keyboard.press('Enter');
	await second.getByRole('combobox', { name: 'Presenter of “Budget”' }).selectOption('Bo Lindqvist');
	await expect(first.getByText('22 min')).toBeVisible();
	await Promise.all([saved(first), saved(second)]);

	await first.getByRole('button', { name: 'Start meeting' }).click();
	await expect(bar(second).getByText('Berths')).toBeVisible();
	await expect(clock(second)).toHaveText(/^1[12]:\d\d$/u);
	// Who is here was written down.
	await second.getByText('Attendance').click();
	await expect(second.getByRole('combobox', { name: 'Attendance of Bo Lindqvist' })).toHaveValue('present');

	// Both press next before either knows of the other: the meeting moves on by one.
	const late = Promise.withResolvers<void>();
	await second.route('**/meeting', async (route) => {
		if (route.request().method() === 'POST') await late.promise;
		await route.continue();
	});
	const refused = second.waitForResponse((response) => response.status() === 409);
	await bar(second).getByRole('button', { name: 'Next item' }).click();
	await bar(first).getByRole('button', { name: 'Next item' }).click();
	await expect(bar(first).getByText('Next: Customs')).toBeVisible();
	late.resolve();
	await refused;
	await expect(bar(first).getByText('Next: Customs')).toBeVisible();
	await expect(bar(second).getByText('Next: Customs')).toBeVisible();
	await expect(first.getByRole('checkbox', { name: 'Done: Berths' })).toBeChecked();

	const { violations } = await new AxeBuilder({ page: first }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

	// A late joiner whose clock is three hours off, and who may only look, sees the same time.
	const third = await open(vera, `/documents/${notes}`);
	await third.addInitScript(() => {
		const { now } = Date;
		Date.now = () => now() + 3 * 3_600_000;
	});
	await third.reload();
	await expect(clock(third)).toHaveText(/^[45]:\d\d$/u);
	await expect(third.getByRole('button', { name: 'Next item' })).toHaveCount(0);

	// On the shared screen, without leaving the keyboard.
	await bar(first).getByRole('button', { name: 'Show on the shared screen' }).click();
	const stage = first.getByRole('dialog', { name: 'Meeting on the shared screen' });
	await expect(stage.getByRole('heading', { name: 'Budget' })).toBeVisible();
	const onStage = await new AxeBuilder({ page: first }).include('dialog').analyze();
	expect(onStage.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
	await stage.getByRole('textbox').fill('Ask customs for the list');
	await first.keyboard.press('Enter');
	await stage.getByRole('textbox').fill('Berth 4 stays closed');
	await first.keyboard.press('Shift+Enter');
	await expect.poll(() => words(second)).toContain('Ask customs for the list');
	await expect.poll(() => words(second)).toContain('Decision: Berth 4 stays closed');
	await stage.getByRole('button', { name: 'Close meeting' }).click();
	await expect(stage.getByText('The meeting is closed')).toBeVisible();
	// The minutes that the server kept say everything that was written, and that the last item is done.
	const path = `/documents/${notes}/versions`;
	const { versions } = await callApi<{ versions: { id: string; purpose: string }[] }>(
		product,
		admin,
		'GET',
		path
	);
	const [minutes] = versions.filter(({ purpose }) => purpose === 'minutes');
	const kept = await callApi<{ agenda: object[] }>(product, admin, 'GET', `${path}/${minutes?.id}/content`);
	expect(kept.agenda).toMatchObject([{ state: 'done' }, { state: 'done' }, { state: 'open' }]);
	expect(JSON.stringify(kept)).toContain('Berth 4 stays closed');
	await first.keyboard.press('Escape');
	await expect(bar(second)).toHaveCount(0);

	await first.getByRole('button', { name: 'More about the meeting' }).click();
	await first.getByRole('menuitem', { name: 'Next meeting…' }).click();
	await first.getByRole('button', { name: 'Make the next meeting' }).click();
	await first.waitForURL((url) => !url.pathname.endsWith(notes));
	await ready(first);
	await expect(first).toHaveTitle(/Weekly 8/u);
	await expect.poll(() => itemTitles(first)).toEqual(['Customs', 'Berths', 'Budget']);
	await expect.poll(() => words(first)).toContain('Ask customs for the list');
	await expect(first.getByRole('link', { name: 'Previous meeting' })).toHaveAttribute(
		'href',
		`/documents/${notes}`
	);
});

test('a pasted list becomes an agenda, and is taken back with one undo', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Crane refit');
	const notes = await makeDocument(product, admin, projectId, { kind: 'meeting-notes', title: 'Kickoff' });
	const page = await open(admin, `/documents/${notes}`);
	await ready(page);
	await page.getByRole('button', { name: 'Add agenda item' }).click();
	await page.keyboard.type('Welcome');
	await page.getByRole('textbox', { name: 'Agenda item' }).evaluate((field) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', '1. Scope (20 min)\n2. Risks 10 min\n3. 下次会议，5分钟');
		field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	});
	await expect.poll(() => itemTitles(page)).toEqual(['Welcome', 'Scope', 'Risks', '下次会议']);
	await expect(page.getByText('40 min')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(() => itemTitles(page)).not.toContain('Scope');
});
