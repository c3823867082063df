// Two long real minutes through the whole product: one comes in through the interface, one through the API; two people
// write in the same paragraph at once; what goes out again has lost no word.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Product } from '../support/product.ts';
import { browse, join, makeProject, setUp, type Person } from '../support/workspace.ts';

const MINUTES = resolve(import.meta.dirname, '../../fixtures/minutes');
const LONG = resolve(MINUTES, 'tc39-2025-11-18.md');
const SHORTER = resolve(MINUTES, 'tc39-2025-07-28.md');

let product: Product;
let facilitator: Person;
let engineer: Person;
let projectId: string;

test.beforeAll(async () => {
	product = await Product.start();
	facilitator = await setUp(product, { name: 'Ada Meyer' });
	projectId = await makeProject(product, facilitator, 'Language committee');
	engineer = await join(product, facilitator, projectId, { name: 'Lin Qiao', role: 'editor' });
});
test.afterAll(() => product.stop());

test('minutes of 230 KB come in through the interface and go out without losing a word', async ({
	browser
}) => {
	const { context, page } = await browse(browser, product, facilitator);
	await page.goto(`/projects/${projectId}/new`);
	await page.getByRole('button', { name: 'Choose, drop or paste…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Import' });
	await dialog.locator('input[type=file]').setInputFiles(LONG);
	await dialog.getByRole('button', { name: 'Create' }).click();
	await page.waitForURL(/\/documents\//u);
	await expect(editor(page)).toBeVisible();
	await expect(editor(page).locator('h2').first()).toBeVisible();

	const exported = await exportMarkdown(facilitator, page.url());
	expect(missingWords(readFileSync(LONG, 'utf8'), exported)).toEqual([]);
	await context.close();
});

test('two people write in one paragraph of long minutes at once, and both read the same', async ({
	browser
}) => {
	const created = await fetch(`${product.url}/api/v1/projects/${projectId}/documents`, {
		method: 'POST',
		headers: {
			cookie: `throughline_session=${facilitator.session}`,
			origin: product.url,
			'content-type': 'application/json'
		},
		body: JSON.stringify({
			kind: 'meeting-notes',
			title: 'Plenary',
			markdown: readFileSync(SHORTER, 'utf8')
		})
	});
	expect(created.status).toBe(201);
	const { id } = (await created.json()) as { id: string };

	const people = [
		await browse(browser, product, facilitator),
		await browse(browser, product, engineer)
	] as const;
	for (const { page } of people) {
		await page.goto(`/documents/${id}`);
		await expect(editor(page)).toHaveAttribute('contenteditable', 'true');
		await editor(page).locator(':scope > p').first().click();
		await page.keyboard.press('End');
	}
	await Promise.all([
		people[0].page.keyboard.type(' Ada writes this sentence.'),
		people[1].page.keyboard.type(' Lin writes another one.')
	]);
	for (const { page } of people) {
		await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	}
	await expect
		.poll(async () => {
			const [left, right] = await Promise.all(people.map(({ page }) => text(page)));
			return (
				left === right &&
				['Ada writes this sentence.', 'Lin writes another one.'].every((part) => left?.includes(part))
			);
		})
		.toBe(true);
	await expect(people[0].page.locator('.caret-name', { hasText: 'Lin Qiao' })).toBeAttached();

	const exported = await exportMarkdown(facilitator, people[0].page.url());
	// A picture written by reference comes out with its address in place: the reference's name and its definition go.
	expect(missingWords(readFileSync(SHORTER, 'utf8'), exported)).toEqual(['image2', 'image2']);
	for (const { context } of people) await context.close();
});

function editor(page: Page) {
	return page.locator('[data-document-body] .ProseMirror');
}

async function text(page: Page): Promise<string> {
	return editor(page).evaluate((element) => {
		const copy = element.cloneNode(true) as HTMLElement;
		for (const caret of copy.querySelectorAll('.caret, .ProseMirror-yjs-cursor')) caret.remove();
		return copy.textContent;
	});
}

async function exportMarkdown(person: Person, address: string): Promise<string> {
	const id = new URL(address).pathname.split('/').pop();
	const response = await fetch(`${product.url}/api/v1/documents/${id}/content?format=markdown`, {
		headers: { cookie: `throughline_session=${person.session}` }
	});
	expect(response.status).toBe(200);
	return response.text();
}

/** Words that stand more often in `before` than in `after`; Markdown's own signs are no words. */
function missingWords(before: string, after: string): string[] {
	const counts = new Map<string, number>();
	for (const word of wordsOf(after)) counts.set(word, (counts.get(word) ?? 0) + 1);
	return wordsOf(before).filter((word) => {
		const left = (counts.get(word) ?? 0) - 1;
		counts.set(word, left);
		return left < 0;
	});
}

function wordsOf(text: string): string[] {
	return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
