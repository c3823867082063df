// journal.db: every accepted update, one row per turn of the event loop, until the worker has taken it over.
// Written by the serving thread alone. A row is one blob, so that fifty updates cost one insert.

import type Database from 'better-sqlite3';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { openFile } from './open-file.ts';
import type { StoreEntry } from './update-store.ts';

export const JOURNAL_FILE = 'journal.db';

export interface JournalRow {
	seq: number;
	entries: StoreEntry[];
}

export function openJournal(dataDir: string, mode: 'write' | 'read'): Database.Database {
	return openFile(dataDir, JOURNAL_FILE, mode, (database) => {
		if (mode === 'read') return;
		database.pragma('journal_mode = WAL');
		// A commit survives the death of the process; journal-flush.ts then makes it survive the loss of power.
		database.pragma('synchronous = NORMAL');
		database.pragma('wal_autocheckpoint = 0'); // the worker does that
		database.exec('CREATE TABLE IF NOT EXISTS journal (seq INTEGER PRIMARY KEY, batch BLOB NOT NULL) STRICT');
	});
}

export function readJournal(journal: Database.Database, after: number, limit = -1): JournalRow[] {
	const rows = journal
		.prepare<[number, number], { seq: number; batch: Buffer }>(
			'SELECT seq, batch FROM journal WHERE seq > ? ORDER BY seq LIMIT ?'
		)
		.all(after, limit);
	return rows.map(({ seq, batch }) => ({ seq, entries: decodeBatch(batch) }));
}

const KIND = { update: 0, remove: 1, replace: 2, mark: 3 } as const;

export function encodeBatch(entries: readonly StoreEntry[]): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, entries.length);
	for (const entry of entries) {
		encoding.writeVarString(encoder, entry.documentId);
		encoding.writeVarUint(encoder, KIND[entry.kind]);
		if ('update' in entry) encoding.writeVarUint8Array(encoder, entry.update);
		if (entry.kind === 'replace') encoding.writeVarUint8Array(encoder, entry.retired);
		if (entry.kind === 'mark') encoding.writeVarString(encoder, entry.key);
	}
	return encoding.toUint8Array(encoder);
}

/** Throws where the bytes are not a batch. */
export function decodeBatch(batch: Uint8Array): StoreEntry[] {
	const decoder = decoding.createDecoder(batch);
	const count = decoding.readVarUint(decoder);
	const entries: StoreEntry[] = [];
	for (let index = 0; index < count; index++) {
		const documentId = decoding.readVarString(decoder);
		const kind = decoding.readVarUint(decoder);
		if (kind === KIND.remove) entries.push({ kind: 'remove', documentId });
		else if (kind === KIND.mark) {
			entries.push({ kind: 'mark', documentId, key: decoding.readVarString(decoder) });
		} else {
			const update = decoding.readVarUint8Array(decoder);
			if (kind === KIND.update) entries.push({ kind: 'update', documentId, update });
			else if (kind === KIND.replace) {
				entries.push({ kind: 'replace', documentId, update, retired: decoding.readVarUint8Array(decoder) });
			} else throw new Error(`unknown kind of entry: ${kind}`);
		}
	}
	return entries;
}
