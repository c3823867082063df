// Markdown in and out through the document's own menu: imported, edited by two people, exported with nothing lost, or
// with the loss named. The long real minutes are in ../minutes.

import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { body, ready, saved, title, toEnd, words } from '../support/notes-page.ts';
import { join, makeNotes, makeProject } from '../support/workspace.ts';

async function importFile(page: Page, path: string, how: 'append' | 'replace'): Promise<void> {
	await page.getByRole('button', { name: 'More actions' }).click();
	await page.getByRole('menuitem', { name: 'Import…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Import' });
	await dialog.locator('input[type="file"]').setInputFiles(path);
	await expect(dialog.getByText('minutes.md')).toBeVisible();
	await dialog.getByLabel('What happens to what is there').selectOption(how);
	await dialog.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(dialog).toBeHidden();
}

async function exportMarkdown(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'More actions' }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('menuitem', { name: 'Export as Markdown' }).click()
	]);
	return readFile(await download.path(), 'utf8');
}

const MINUTES = `---
date: 2026-03-12
startTime: "09:30"
location: "Pier 4"
---

# Steering committee 指导委员会

Present: Ada Okafor, **Bo Lindqvist**, 林巧.

## Decisions

1. The berth is booked until *June*.
2. The crane waits.

- [x] Send the list to customs
- [ ] 确认验收标准

| Item | Owner |
| --- | --- |
| Lamps | Bo |
| 电缆 | 林巧 |

> Nothing is late as long as it is said in time.

Details are in the [plan](https://example.com/plan).
`;

test('minutes come in from a file, are edited by two, and go out whole', async ({
	product,
	admin,
	open
}, testInfo) => {
	const projectId = await makeProject(product, admin, 'Harbour portal');
	const bo = await join(product, admin, projectId, { name: 'Bo Lindqvist', role: 'editor' });
	const notes = await makeNotes(product, admin, projectId, { title: 'Minutes' });
	const first = await open(admin, `/documents/${notes}`);
	const second = await open(bo, `/documents/${notes}`);
	await Promise.all([ready(first), ready(second)]);
	const file = testInfo.outputPath('minutes.md');
	await writeFile(file, MINUTES);
	await importFile(first, file, 'replace');
	await expect(first.getByText('Imported', { exact: true })).toBeVisible();
	await saved(first);
	await expect(title(second)).toHaveValue('Steering committee 指导委员会');
	await expect(second.getByLabel('Place')).toHaveValue('Pier 4');
	await expect.poll(() => words(second)).toBe(await words(first));
	expect(await exportMarkdown(second)).toBe(MINUTES);

	await toEnd(first);
	await body(second).focus();
	await second.keyboard.press('ControlOrMeta+Home');
	await Promise.all([first.keyboard.type(' Approved.'), second.keyboard.type('Corrected: ')]);
	await Promise.all([saved(first), saved(second)]);
	await expect.poll(() => words(second)).toContain('plan. Approved.');
	await expect.poll(() => words(first)).toContain('Corrected: Present');
	expect(await exportMarkdown(second)).toBe(
		MINUTES.replace('Present', 'Corrected: Present').replace('/plan).', '/plan). Approved.')
	);
});

test('an import says what it simplified, and can be undone', async ({ product, admin, open }) => {
	const projectId = await makeProject(product, admin, 'Gangway');
	const notes = await makeNotes(product, admin, projectId, { title: 'Rails' });
	const page = await open(admin, `/documents/${notes}`);
	await ready(page);
	await toEnd(page);
	await page.keyboard.type('Before.');
	await page.getByRole('button', { name: 'More actions' }).click();
	await page.getByRole('menuitem', { name: 'Import…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Import' });
	await dialog.getByLabel('Or paste the text').fill('After.\n\n##### Deep\n\n###### Deeper\n');
	await dialog.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page.getByText('Simplified: 2 headings below the fourth level.')).toBeVisible();
	await expect(body(page)).toContainText('After.');
	await page
		.getByRole('region', { name: /Messages/u })
		.getByRole('button', { name: 'Undo' })
		.click();
	await expect.poll(() => words(page)).toBe('Before.');
});
