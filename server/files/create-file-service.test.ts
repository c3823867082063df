// Uploads on a real disk: whole or not at all, and never what they are not.

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { FileRow } from '#server/database/schema/tables.ts';
import type { Actor } from '#server/service-types.ts';
import { createFileService, type FileDependencies } from './create-file-service.ts';
import { FILE_LIMIT } from './receive-image.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
const editor = { userId: newId(), name: 'editor' } as Actor;
const viewer = { userId: newId(), name: 'viewer' } as Actor;
const stranger = { userId: newId(), name: 'stranger' } as Actor;
const documentId = newId();

let dataDir: string;
let rows: FileRow[];

beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'throughline-files-'));
	rows = [];
});

function service(add = async (row: FileRow): Promise<void> => void rows.push(row)) {
	const files = { add, byId: async (id: string) => rows.find((row) => row.id === id) ?? null };
	return createFileService({
		dataDir,
		database: { files } as unknown as FileDependencies['database'],
		documents: {
			async get(actor: Actor, id: string) {
				if (actor === stranger || id !== documentId) throw new AppError('not-found');
				return { canEdit: actor === editor };
			}
		} as unknown as FileDependencies['documents'],
		clock: manualClock()
	});
}

async function* inPieces(bytes: Uint8Array, size: number) {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const send = (bytes: Uint8Array, { type = '', name = 'a.png', piece = 5, actor = editor } = {}) =>
	service().upload(actor, documentId, { name, type, bytes: inPieces(bytes, piece) });

const stored = () => readdirSync(join(dataDir, 'files'));

describe('files', () => {
	it('keeps an image that comes in small pieces, byte by byte', async () => {
		const file = await send(png, { type: 'image/png', name: 'C:\\plans\\架构\u0000图.png', piece: 1 });
		expect(file).toEqual({
			id: expect.any(String),
			url: `/api/v1/files/${file.id}`,
			name: '架构图.png',
			type: 'image/png',
			size: png.length
		});
		const opened = await service().open(viewer, file.id);
		expect(opened.sha256).toBe(createHash('sha256').update(png).digest('hex'));
		const chunks: Uint8Array[] = [];
		for await (const chunk of opened.bytes()) chunks.push(chunk);
		expect(Buffer.concat(chunks).equals(png)).toBe(true);
	});

	it.each([
		['image/jpeg', 'ffd8ffe000104a4649460001'],
		['image/gif', '474946383961010001008000'],
		['image/webp', '524946462400000057454250']
	])('knows %s', async (type, hex) => {
		expect((await send(Buffer.from(hex, 'hex'), { name: ' ' })).name).toBe(`image.${type.split('/')[1]}`);
	});

	it.each([
		['a page', '<html><script>alert(1)</script>', ''],
		['a drawing with scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
		['too little to tell', 'GIF8', ''],
		['nothing', '', 'image/png']
	])('refuses %s and leaves nothing', async (_, text, type) => {
		await expect(send(Buffer.from(text), { type })).rejects.toMatchObject({ code: 'unsupported-media-type' });
		expect(stored()).toEqual([]);
		expect(rows).toEqual([]);
	});

	it('refuses an image that is called another', async () => {
		await expect(send(png, { type: 'image/gif' })).rejects.toMatchObject({ code: 'unsupported-media-type' });
	});

	it('takes ten megabytes and not a byte more', async () => {
		const most = new Uint8Array(FILE_LIMIT + 1);
		most.set(png);
		expect((await send(most.subarray(0, FILE_LIMIT), { piece: 65_536 })).size).toBe(FILE_LIMIT);
		await expect(send(most, { piece: 65_536 })).rejects.toMatchObject({ code: 'too-large' });
		expect(stored()).toHaveLength(1);
	});

	it('hears a refused sender out, but not for ever', async () => {
		let sent = 0;
		const endless = async function* () {
			for (;;) {
				sent += 1_048_576;
				yield new Uint8Array(1_048_576);
			}
		};
		const upload = service().upload(editor, documentId, { name: '', type: '', bytes: endless() });
		await expect(upload).rejects.toMatchObject({ code: 'unsupported-media-type' });
		expect(sent).toBeLessThan(3 * FILE_LIMIT);
	});

	it('asks for the rights of the document', async () => {
		await expect(send(png, { actor: viewer })).rejects.toMatchObject({ code: 'forbidden' });
		await expect(send(png, { actor: stranger })).rejects.toMatchObject({ code: 'not-found' });
		const { id } = await send(png);
		await expect(service().open(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
		await expect(service().open(editor, newId())).rejects.toMatchObject({ code: 'not-found' });
	});

	it('leaves no file without a row', async () => {
		const failing = service(() => Promise.reject(new Error('disk full')));
		const upload = failing.upload(editor, documentId, { name: '', type: '', bytes: inPieces(png, 5) });
		await expect(upload).rejects.toThrow('disk full');
		expect(stored()).toEqual([]);
	});

	it('clears away what a crash cut off', () => {
		mkdirSync(join(dataDir, 'files'));
		writeFileSync(join(dataDir, 'files', `${newId()}.part`), 'half');
		service();
		expect(stored()).toEqual([]);
	});
});
