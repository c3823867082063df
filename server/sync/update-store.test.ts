import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { buildDocument } from './compaction.ts';
import { openDocuments } from './documents-file.ts';
import { createMemoryStore } from './memory-store.ts';
import { createSqliteStore } from './sqlite-store.ts';
import type { UpdateStore } from './update-store.ts';

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'throughline-store-'));
	folders.push(folder);
	return folder;
}

/** `count` updates of one client, each typing one character at the end. */
function typing(count: number): Uint8Array[] {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let index = 0; index < count; index++) doc.getText('t').insert(index, String(index % 10));
	return updates;
}

function text(store: UpdateStore, documentId: string): string | null {
	const stored = store.load(documentId);
	return stored && buildDocument(stored.snapshot, stored.tail).getText('t').toString();
}

describe.each([
	['in memory', async () => createMemoryStore()],
	['SQLite', async () => createSqliteStore(newFolder())]
])('an update store: %s', (_name, open) => {
	it('gives back what was appended, per document, and forgets what was removed', async () => {
		const store = await open();
		const updates = typing(12);
		store.append(updates.map((update) => ({ kind: 'update', documentId: 'a', update })));
		expect([text(store, 'a'), store.has('a'), store.has('b'), store.load('b')]).toEqual([
			'012345678901',
			true,
			false,
			null
		]);
		await store.flush();
		store.append([{ kind: 'remove', documentId: 'a' }]);
		expect([store.has('a'), store.load('a')]).toEqual([false, null]);
		await store.close();
	});

	it('remembers with a document that it is up to date, and forgets it with its content', async () => {
		const store = await open();
		const [first, second] = typing(2) as [Uint8Array, Uint8Array];
		const key = () => store.load('a')?.migrationKey;
		store.append([
			{ kind: 'update', documentId: 'a', update: first },
			{ kind: 'mark', documentId: 'a', key: 'one' }
		]);
		expect(key()).toBe('one');
		store.append([{ kind: 'mark', documentId: 'a', key: 'two' }]);
		store.append([{ kind: 'update', documentId: 'a', update: second }]);
		expect([key(), text(store, 'a')]).toEqual(['two', '01']);
		store.append([{ kind: 'replace', documentId: 'a', update: first, retired: Uint8Array.of(0) }]);
		expect(key()).toBeNull();
		await store.close();
	});

	it('S12 gives another content a new generation and keeps what it was before as a state vector', async () => {
		const store = await open();
		for (const update of typing(3)) store.append([{ kind: 'update', documentId: 'a', update }]);
		const retired = Uint8Array.of(1, 7, 3);
		const [first, second] = typing(2) as [Uint8Array, Uint8Array];
		store.append([{ kind: 'replace', documentId: 'a', update: first, retired }]);
		store.append([{ kind: 'update', documentId: 'a', update: second }]);
		const stored = store.load('a');
		expect([stored?.generation, Array.from(stored?.retired ?? [])]).toEqual([2, [1, 7, 3]]);
		expect(text(store, 'a')).toBe('01');
		await store.close();
	});
});

/** Appends `updates` to the document `a`, fifty at a time. */
function appendAll(store: UpdateStore, updates: readonly Uint8Array[]): void {
	for (let from = 0; from < updates.length; from += 50) {
		store.append(
			updates.slice(from, from + 50).map((update) => ({ kind: 'update', documentId: 'a', update }))
		);
	}
}

describe('the SQLite store', () => {
	it('S5 opens again with everything, after a compaction too', async () => {
		const folder = newFolder();
		const store = await createSqliteStore(folder);
		appendAll(store, typing(2500));
		await store.close();
		const again = await createSqliteStore(folder);
		expect(text(again, 'a')).toHaveLength(2500);
		expect(again.load('a')?.snapshot).not.toBeNull();
		await again.close();
	});

	it('S12 keeps the generation when the journal is drained and the store opened again', async () => {
		const folder = newFolder();
		const store = await createSqliteStore(folder);
		appendAll(store, typing(10));
		const [update] = typing(1) as [Uint8Array];
		store.append([{ kind: 'replace', documentId: 'a', update, retired: Uint8Array.of(0) }]);
		await store.close();
		const again = await createSqliteStore(folder);
		expect(again.load('a')).toMatchObject({ generation: 2, retired: Buffer.of(0) });
		expect(text(again, 'a')).toBe('0');
		await again.close();
	});

	it('keeps the mark of a document when the journal is drained and the store opened again', async () => {
		const folder = newFolder();
		const store = await createSqliteStore(folder);
		appendAll(store, typing(3));
		store.append([{ kind: 'mark', documentId: 'a', key: 'today' }]);
		await store.close();
		const again = await createSqliteStore(folder);
		expect(again.pendingBytes()).toBe(0);
		expect(again.load('a')?.migrationKey).toBe('today');
		await again.close();
	});

	it('S7 starts a dead worker anew, and stores on meanwhile', async () => {
		const failures: string[] = [];
		const store = await createSqliteStore(newFolder(), {
			onWorkerFailure: (message) => failures.push(message)
		});
		await store.killWorker();
		const updates = typing(2500);
		appendAll(store, updates);
		await store.flush();
		expect(text(store, 'a')).toHaveLength(2500);
		await vi.waitFor(() => expect(store.load('a')?.snapshot).not.toBeNull(), { timeout: 15_000 });
		expect(failures).toEqual(['the worker ended']);
		expect(store.pendingBytes()).toBe(0);
		expect(text(store, 'a')).toHaveLength(2500);
		await store.close();
	});

	it('S8 does not hand out a snapshot that is damaged, and serves the other documents', async () => {
		const folder = newFolder();
		const store = await createSqliteStore(folder);
		appendAll(store, typing(2500));
		const [update] = typing(1) as [Uint8Array];
		store.append([{ kind: 'update', documentId: 'b', update }]);
		await store.close();
		const file = openDocuments(folder, 'write');
		const damage = file.prepare(
			"UPDATE documents SET snapshot = CAST(substr(snapshot, 1, 900) || zeroblob(1) || substr(snapshot, 902) AS BLOB) WHERE id = 'a'"
		);
		expect(damage.run().changes).toBe(1);
		file.close();
		const again = await createSqliteStore(folder);
		expect(() => again.load('a')).toThrow('its snapshot is damaged');
		expect(text(again, 'b')).toBe('0');
		await again.close();
	});
});
