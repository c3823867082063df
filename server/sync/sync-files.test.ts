// Copies and checks of the sync server's files, taken while a store is writing to them.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { buildDocument } from './compaction.ts';
import { openDocuments } from './documents-file.ts';
import { openJournal } from './journal-file.ts';
import { createSqliteStore } from './sqlite-store.ts';
import { backupSyncFiles, verifySyncFiles } from './sync-files.ts';
import type { UpdateStore } from './update-store.ts';

let folder: string;
let store: UpdateStore;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'throughline-sync-files-'));
	store = await createSqliteStore(folder);
});

afterEach(async () => {
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

function writer(documentId: string) {
	const doc = new Y.Doc();
	doc.on('update', (update: Uint8Array) => store.append([{ kind: 'update', documentId, update }]));
	return doc.getText('t');
}

/** What verify reads in `dataDir`. */
async function textsIn(dataDir: string) {
	const texts: Record<string, string> = {};
	const { findings } = await verifySyncFiles(dataDir, (id, doc) => {
		texts[id] = doc.getText('t').toJSON();
	});
	return { texts, findings };
}

describe('the files of the sync server', () => {
	it('are whole in a copy taken between two writes', async () => {
		const text = writer('notes');
		for (let index = 0; index < 300; index++) text.insert(0, 'x'.repeat(5000));
		const copy = join(folder, 'copy');
		mkdirSync(copy);
		const copying = backupSyncFiles(folder, copy);
		text.insert(0, 'after');
		expect(await copying).toEqual(['journal.db', 'documents.db']);
		const { texts, findings } = await textsIn(copy);
		expect(findings).toEqual([]);
		expect(texts.notes).toBe('x'.repeat(1_500_000));
		expect((await textsIn(folder)).texts.notes).toMatch(/^afterx/);
	});

	it('open again from a copy', async () => {
		writer('notes').insert(0, 'hello');
		const copy = join(folder, 'copy');
		mkdirSync(copy);
		await backupSyncFiles(folder, copy);
		const restored = await createSqliteStore(copy);
		const found = restored.load('notes')!;
		expect(buildDocument(found.snapshot, found.tail).getText('t').toJSON()).toBe('hello');
		await restored.close();
	});

	it('show what is missing, unreadable or of another', async () => {
		writer('well').insert(0, 'well');
		const lost = new Y.Doc();
		const updates: Uint8Array[] = [];
		lost.on('update', (update: Uint8Array) => updates.push(update));
		lost.getText('t').insert(0, 'one');
		lost.getText('t').insert(0, 'two');
		store.append([{ kind: 'update', documentId: 'hole', update: updates[1]! }]);
		store.append([{ kind: 'update', documentId: 'noise', update: Uint8Array.of(1, 1, 255, 255) }]);
		const { texts, findings } = await textsIn(folder);
		expect(texts).toEqual({ well: 'well' });
		expect(findings.sort()).toEqual([
			'document hole: an update that others stand on is missing',
			expect.stringMatching(/^document noise: its content cannot be read/)
		]);
	});

	it('show a state vector that is not the snapshot’s', async () => {
		const other = new Y.Doc();
		other.getText('t').insert(0, 'other');
		writer('notes').insert(0, 'x'.repeat(100_000));
		await store.close();
		const documents = openDocuments(folder, 'write');
		documents.prepare('UPDATE documents SET state_vector = ?').run(Y.encodeStateVector(other));
		documents.close();
		expect((await textsIn(folder)).findings).toEqual([
			'document notes: its state vector does not fit its snapshot'
		]);
	});

	it('show a row of the journal that is damaged', async () => {
		writer('notes').insert(0, 'hello');
		await store.close();
		const journal = openJournal(folder, 'write');
		journal.prepare('INSERT INTO journal (seq, batch) VALUES (999, ?)').run(Uint8Array.of(9, 9, 9));
		journal.close();
		expect((await textsIn(folder)).findings).toEqual(['journal.db: row 999 cannot be read']);
	});

	it('are none where no server ever ran', async () => {
		const empty = join(folder, 'empty');
		mkdirSync(empty);
		expect(await backupSyncFiles(empty, folder)).toEqual([]);
		expect(await textsIn(empty)).toEqual({ texts: {}, findings: [] });
	});
});
