// Images on their way into the notes: picked, dropped and pasted; what is refused says why and leaves nothing.

import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { body, ready, saved } from '../support/notes-page.ts';
import { join, makeNotes, makeProject } from '../support/workspace.ts';

let projectId: string;

test.beforeAll(async ({ product, admin }) => {
	projectId = await makeProject(product, admin, 'Harbour terminal');
});

/** A grey square of 8 × 8. */
function png(): Buffer {
	const chunk = (type: string, data: Buffer) => {
		const named = Buffer.concat([Buffer.from(type), data]);
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(data.length);
		sum.writeUInt32BE(crc32(named));
		return Buffer.concat([length, named, sum]);
	};
	const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0]);
	const rows = Buffer.concat(
		Array.from({ length: 8 }, () => Buffer.from([0, ...Array<number>(8).fill(128)]))
	);
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0))
	]);
}

/** As a person drops or pastes a file. */
function give(page: Page, kind: 'drop' | 'paste', name: string): Promise<void> {
	return body(page).evaluate(
		(field, { kind, name, bytes }) => {
			const data = new DataTransfer();
			data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
			const { left, top } = field.getBoundingClientRect();
			const shared = { bubbles: true, cancelable: true };
			field.dispatchEvent(
				kind === 'drop'
					? new DragEvent('drop', { ...shared, dataTransfer: data, clientX: left + 5, clientY: top + 5 })
					: new ClipboardEvent('paste', { ...shared, clipboardData: data })
			);
		},
		{ kind, name, bytes: [...png()] }
	);
}

test('an image is picked, described and seen by the other', async ({ open, product, admin }) => {
	const lin = await join(product, admin, projectId, { name: 'Lin Qiao', role: 'editor' });
	const id = await makeNotes(product, admin, projectId, { title: 'Image' });
	const page = await open(admin, `/documents/${id}`);
	const other = await open(lin, `/documents/${id}`);
	await ready(page);
	await ready(other);
	await body(page).click();
	await page.keyboard.type('Site: /image');
	const choosing = page.waitForEvent('filechooser');
	await page.keyboard.press('Enter');
	await (await choosing).setFiles({ name: 'site.png', mimeType: 'image/png', buffer: png() });
	const image = body(other).locator('img[src^="/api/v1/files/"]');
	await expect(image).toBeVisible();
	await expect.poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(8);
	await expect(page.locator('.upload')).toHaveCount(0);

	await body(page).locator('img[src^="/api/v1/files/"]').click();
	const description = page.getByRole('textbox', { name: 'Description of the image' });
	await description.fill('The quay from the north');
	await description.press('Enter');
	await expect(body(other).getByRole('img', { name: 'The quay from the north' })).toBeVisible();
	await saved(page);
});

test('an image is dropped and pasted', async ({ open, product, admin }) => {
	const id = await makeNotes(product, admin, projectId, { title: 'Drop' });
	const page = await open(admin, `/documents/${id}`);
	await ready(page);
	await body(page).click();
	const images = body(page).locator('img[src^="/api/v1/files/"]');
	await give(page, 'drop', 'dropped.png');
	await expect(images).toHaveCount(1);
	await give(page, 'paste', 'pasted.png');
	await expect(images).toHaveCount(2);
	await saved(page);
});

test('what is too large, of another kind or cut off says so, and can be tried again', async ({
	open,
	product,
	admin
}) => {
	const id = await makeNotes(product, admin, projectId, { title: 'Refused' });
	const page = await open(admin, `/documents/${id}`);
	await ready(page);
	await body(page).click();
	const pick = page.locator('input[type=file][multiple]');
	const notice = body(page).getByRole('alert');
	await pick.setInputFiles({
		name: 'huge.png',
		mimeType: 'image/png',
		buffer: Buffer.alloc(11 * 1024 * 1024)
	});
	await expect(notice).toHaveText(/huge\.png.*11.*10/);
	await body(page).getByRole('button', { name: 'Dismiss' }).click();
	await expect(notice).toHaveCount(0);

	// What only calls itself an image is the server's to refuse.
	await pick.setInputFiles({ name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html></html>') });
	await expect(notice).toHaveText(/page\.png.*PNG, JPEG, GIF/);
	await body(page).getByRole('button', { name: 'Dismiss' }).click();

	await page.context().setOffline(true);
	await pick.setInputFiles({ name: 'later.png', mimeType: 'image/png', buffer: png() });
	await expect(notice).toContainText('later.png');
	await page.context().setOffline(false);
	await body(page).getByRole('button', { name: 'Try again' }).click();
	await expect(body(page).locator('img[src^="/api/v1/files/"]')).toHaveCount(1);
	await saved(page);
});
