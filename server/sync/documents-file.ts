// documents.db: per document a snapshot and the updates after it. Written by the worker thread alone;
// anybody may read. `drained` says up to which journal row it holds everything.

import type Database from 'better-sqlite3';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { crc32 } from 'node:zlib';
import { openFile } from './open-file.ts';
import type { StoredDocument } from './update-store.ts';

export const DOCUMENTS_FILE = 'documents.db';

export function openDocuments(dataDir: string, mode: 'write' | 'read'): Database.Database {
	return openFile(dataDir, DOCUMENTS_FILE, mode, (database) => {
		if (mode === 'read') return;
		database.pragma('journal_mode = WAL');
		database.pragma('synchronous = FULL');
		database.exec(`
			CREATE TABLE IF NOT EXISTS progress (one INTEGER PRIMARY KEY CHECK (one = 1), drained INTEGER NOT NULL) STRICT;
			INSERT OR IGNORE INTO progress (one, drained) VALUES (1, 0);
			CREATE TABLE IF NOT EXISTS documents (
				id TEXT PRIMARY KEY,
				generation INTEGER NOT NULL DEFAULT 1,
				snapshot BLOB, state_vector BLOB, deletions BLOB,
				migration_key TEXT,
				log_bytes INTEGER NOT NULL DEFAULT 0,
				log_count INTEGER NOT NULL DEFAULT 0
			) STRICT;
			CREATE TABLE IF NOT EXISTS log (
				document_id TEXT NOT NULL, seq INTEGER NOT NULL, updates BLOB NOT NULL,
				PRIMARY KEY (document_id, seq)
			) STRICT, WITHOUT ROWID;`);
		addColumns(database);
	});
}

/** Columns that came later, in their order; `user_version` counts how many are there. */
const LATER_COLUMNS = ['retired BLOB', 'snapshot_sum INTEGER'];

function addColumns(database: Database.Database): void {
	const there = database.pragma('user_version', { simple: true }) as number;
	database.transaction(() => {
		for (const column of LATER_COLUMNS.slice(there)) {
			database.exec(`ALTER TABLE documents ADD COLUMN ${column}`);
		}
		if (there < LATER_COLUMNS.length) database.pragma(`user_version = ${LATER_COLUMNS.length}`);
	})();
}

/** Of the document first (`bytes` = its snapshot), then one per row of its log; all of one moment. */
interface ReadRow {
	seq: number;
	drained: number;
	/** Null = no such document. */
	generation: number | null;
	retired: Buffer | null;
	bytes: Buffer | null;
	sum: number | null;
	state_vector: Buffer | null;
	deletions: Buffer | null;
	migration_key: string | null;
}

/** Readers prepared once; `read` gives the stored part only: what the journal still holds is the caller's. */
export function documentReader(database: Database.Database) {
	// One statement sees one moment: the worker may write between two.
	const rows = database.prepare<[string, string], ReadRow>(`
		SELECT 0 AS seq, drained, generation, retired, snapshot AS bytes, snapshot_sum AS sum,
			state_vector, deletions, migration_key
		FROM progress LEFT JOIN documents ON id = ?
		UNION ALL SELECT seq, 0, NULL, NULL, updates, NULL, NULL, NULL, NULL FROM log WHERE document_id = ?
		ORDER BY seq`);
	const drained = database.prepare<[], { drained: number }>('SELECT drained FROM progress');
	const exists = database.prepare<[string], { id: string }>('SELECT id FROM documents WHERE id = ?');
	const ids = database.prepare<[], { id: string }>('SELECT id FROM documents ORDER BY id');
	return {
		drained: () => drained.get()?.drained ?? 0,
		has: (id: string) => exists.get(id) !== undefined,
		ids: () => ids.all().map(({ id }) => id),
		read(id: string): { stored: StoredDocument | null; drained: number } {
			const [document, ...log] = rows.all(id, id);
			if (!document || document.generation === null) return { stored: null, drained: document?.drained ?? 0 };
			const { drained, generation, retired, bytes: snapshot, sum } = document;
			if (snapshot && sum !== null && sum !== crc32(snapshot)) throw new Error('its snapshot is damaged');
			return {
				drained,
				stored: {
					generation,
					retired,
					snapshot,
					stateVector: document.state_vector,
					deletions: document.deletions,
					migrationKey: document.migration_key,
					tail: log.flatMap(({ bytes }) => (bytes ? decodeUpdates(bytes) : []))
				}
			};
		}
	};
}

export function encodeUpdates(updates: readonly Uint8Array[]): Uint8Array {
	const encoder = encoding.createEncoder();
	for (const update of updates) encoding.writeVarUint8Array(encoder, update);
	return encoding.toUint8Array(encoder);
}

export function decodeUpdates(bytes: Uint8Array): Uint8Array[] {
	const decoder = decoding.createDecoder(bytes);
	const updates: Uint8Array[] = [];
	while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder));
	return updates;
}
