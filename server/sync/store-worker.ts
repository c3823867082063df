// The worker thread behind the SQLite store: moves journal rows into documents.db, checkpoints, compacts.
// The only writer of documents.db. Never deletes from the journal: that is the serving thread's, afterwards.

import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { compact, isDue, MAXIMUM_LOG_COUNT, MINIMUM_LOG_BYTES } from './compaction.ts';
import { documentReader, encodeUpdates, openDocuments } from './documents-file.ts';
import { openJournal, readJournal } from './journal-file.ts';

export type WorkerRequest =
	{ type: 'drain' } | { type: 'released' | 'compact'; documentId: string } | { type: 'close' };

export type WorkerReport =
	| { type: 'ready' }
	/** `walPages`: of the journal's write-ahead file that a checkpoint which waits for nobody has left. */
	| { type: 'drained'; drained: number; walPages: number }
	| { type: 'compacted'; documentId: string; milliseconds: number }
	| { type: 'failed'; message: string; documentId: string | null }
	| { type: 'closed' };

/** Journal rows taken over in one transaction: bounds the worker's memory and how long a reader waits. */
const ROWS_PER_STEP = 500;
/** A document that everybody left is compacted when its log is at least so long. */
const RELEASED_LOG_COUNT = 100;
/** How long the last compactions may take when the server goes down; the rest waits for the next start. */
const LAST_MILLISECONDS = 2000;

const port = parentPort;
if (!port) throw new Error('store-worker.ts runs only as a worker thread');
try {
	setPriority(10); // on Linux this is the calling thread's alone
} catch {
	// Not permitted here: the worker then merely competes with the serving thread.
}

const { dataDir } = workerData as { dataDir: string };
const documents = openDocuments(dataDir, 'write');
const journal = openJournal(dataDir, 'write');
const reader = documentReader(documents);

const insertDocument = documents.prepare('INSERT OR IGNORE INTO documents (id) VALUES (?)');
const insertLog = documents.prepare(
	'INSERT OR REPLACE INTO log (document_id, seq, updates) VALUES (?, ?, ?)'
);
const grow = documents.prepare<
	[number, number, string],
	{ log_bytes: number; log_count: number; size: number | null }
>(
	`UPDATE documents SET log_bytes = log_bytes + ?, log_count = log_count + ? WHERE id = ?
	RETURNING log_bytes, log_count, length(snapshot) AS size`
);
const deleteLog = documents.prepare('DELETE FROM log WHERE document_id = ?');
const deleteDocument = documents.prepare('DELETE FROM documents WHERE id = ?');
const setDrained = documents.prepare('UPDATE progress SET drained = ?');
const setSnapshot = documents.prepare(
	`UPDATE documents SET snapshot = ?, snapshot_sum = ?, state_vector = ?, deletions = ?,
	log_bytes = 0, log_count = 0 WHERE id = ?`
);
const replaceDocument = documents.prepare(
	`UPDATE documents SET snapshot = NULL, snapshot_sum = NULL, state_vector = NULL, deletions = NULL,
	migration_key = NULL, log_bytes = 0, log_count = 0, generation = generation + 1, retired = ? WHERE id = ?`
);
const setKey = documents.prepare('UPDATE documents SET migration_key = ? WHERE id = ?');
const logCount = documents.prepare<[string], { log_count: number }>(
	'SELECT log_count FROM documents WHERE id = ?'
);
const overdue = documents.prepare<[number, number], { id: string }>(
	'SELECT id FROM documents WHERE log_count > ? OR log_bytes > max(?, coalesce(length(snapshot), 0))'
);

/** Whose log is long enough to be worth a snapshot, oldest wish first. */
const due = new Set(overdue.all(MAXIMUM_LOG_COUNT, MINIMUM_LOG_BYTES).map(({ id }) => id));
let isCompacting = false;

const takeOver = documents.transaction((rows: ReturnType<typeof readJournal>) => {
	for (const { seq, entries } of rows) {
		const updates = new Map<string, Uint8Array[]>();
		const keys = new Map<string, string>();
		for (const entry of entries) {
			const id = entry.documentId;
			if (entry.kind === 'mark') {
				keys.set(id, entry.key);
				continue;
			}
			if (entry.kind !== 'update') {
				updates.delete(id);
				keys.delete(id);
				due.delete(id);
				deleteLog.run(id);
			}
			if (entry.kind === 'remove') deleteDocument.run(id);
			else {
				if (entry.kind === 'replace') {
					// No document yet is generation 0, as everywhere: the first content makes it 1.
					if (reader.has(id)) replaceDocument.run(entry.retired, id);
				}
				const known = updates.get(id);
				if (known) known.push(entry.update);
				else updates.set(id, [entry.update]);
			}
		}
		for (const [id, list] of updates) {
			insertDocument.run(id);
			const blob = encodeUpdates(list);
			insertLog.run(id, seq, blob);
			const size = grow.get(blob.length, list.length, id);
			if (size && isDue(size.size ?? 0, size.log_bytes, size.log_count)) due.add(id);
		}
		for (const [id, key] of keys) setKey.run(key, id);
		setDrained.run(seq);
	}
});

function drain(): void {
	for (;;) {
		const rows = readJournal(journal, reader.drained(), ROWS_PER_STEP);
		if (rows.length === 0) break;
		takeOver(rows);
	}
	report({ type: 'drained', drained: reader.drained(), walPages: checkpoint() });
	compactSoon();
}

function checkpoint(): number {
	const [state] = journal.pragma('wal_checkpoint(PASSIVE)') as { log: number; checkpointed: number }[];
	return state && state.checkpointed < state.log ? state.log : 0;
}

function compactDocument(id: string): void {
	const started = performance.now();
	try {
		const { stored } = reader.read(id);
		if (!stored || stored.tail.length === 0) return;
		const { snapshot, stateVector, deletions } = compact(stored.snapshot, stored.tail);
		documents.transaction(() => {
			setSnapshot.run(snapshot, crc32(snapshot), stateVector, deletions, id);
			deleteLog.run(id);
		})();
		report({ type: 'compacted', documentId: id, milliseconds: performance.now() - started });
	} catch (error) {
		fail(error, id); // its log stays as it is: longer to read, nothing lost
	}
}

/** One document at a time, so that draining comes in between. */
function compactSoon(): void {
	if (isCompacting || due.size === 0) return;
	isCompacting = true;
	setImmediate(() => {
		isCompacting = false;
		compactNext();
		compactSoon();
	});
}

function compactNext(): void {
	const [id] = due;
	if (id === undefined) return;
	due.delete(id);
	compactDocument(id);
}

function fail(error: unknown, documentId: string | null): void {
	report({ type: 'failed', message: error instanceof Error ? error.message : String(error), documentId });
}

function report(message: WorkerReport): void {
	port?.postMessage(message);
}

function close(): void {
	drain();
	const until = performance.now() + LAST_MILLISECONDS;
	while (due.size > 0 && performance.now() < until) compactNext();
	journal.close();
	documents.close();
}

port.on('message', (request: WorkerRequest) => {
	try {
		if (request.type === 'drain') drain();
		else if (request.type === 'compact') {
			due.add(request.documentId);
			drain();
		} else if (request.type === 'released') {
			if ((logCount.get(request.documentId)?.log_count ?? 0) >= RELEASED_LOG_COUNT) {
				due.add(request.documentId);
			}
			compactSoon();
		} else {
			close();
			report({ type: 'closed' });
			port.close();
		}
	} catch (error) {
		fail(error, null);
	}
});
report({ type: 'ready' });
