// The update store on two SQLite files: the journal, written here and safe from the death of the process before
// `append` returns, and documents.db, written by the worker. What the worker has not taken over yet is in memory too.

import type Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { documentReader, openDocuments } from './documents-file.ts';
import { encodeBatch, openJournal, readJournal } from './journal-file.ts';
import { JournalFlush } from './journal-flush.ts';
import { combine, PendingTail } from './pending-tail.ts';
import type { WorkerReport } from './store-worker.ts';
import type { StoredDocument, StoreEntry, UpdateStore } from './update-store.ts';
import { WorkerLink } from './worker-link.ts';

const DRAIN_BYTES = 1024 * 1024;
const DRAIN_MILLISECONDS = 5000;
/** Rows deleted from the journal at once: the serving thread does it and must not stop for long. */
const ROWS_FORGOTTEN_AT_ONCE = 500;
/** Beyond this the serving thread folds the journal's write-ahead file back itself: writers have outrun the worker. */
const WAL_PAGES = 16_000;

export interface SqliteStoreEvents {
	onCompaction?(milliseconds: number): void;
	onWorkerFailure?(message: string, documentId: string | null): void;
}

export interface SqliteStore extends UpdateStore {
	/** Ends the worker thread as if it had crashed; for tests. */
	killWorker(): Promise<unknown>;
}

export async function createSqliteStore(
	dataDir: string,
	events: SqliteStoreEvents = {}
): Promise<SqliteStore> {
	mkdirSync(dataDir, { recursive: true });
	openDocuments(dataDir, 'write').close(); // makes the tables before anybody reads
	const journal = openJournal(dataDir, 'write');
	const documents = openDocuments(dataDir, 'read');
	const store = new TwoFileStore(dataDir, journal, documents, events);
	try {
		await store.start();
	} catch (error) {
		documents.close();
		journal.close();
		throw error;
	}
	return store;
}

class TwoFileStore implements SqliteStore {
	readonly #journal: Database.Database;
	readonly #documents: Database.Database;
	readonly #reader: ReturnType<typeof documentReader>;
	readonly #events: SqliteStoreEvents;
	readonly #link: WorkerLink;
	readonly #flush: JournalFlush;
	readonly #insert: Database.Statement<[number, Uint8Array]>;
	readonly #forget: Database.Statement<[number, number]>;
	readonly #pending = new PendingTail();
	readonly #listeners: ((compacted: readonly string[]) => void)[] = [];
	#timer: NodeJS.Timeout | undefined;
	#seq: number;
	/** Journal rows up to here are deleted, or asked to be. */
	#forgotten = 0;
	#isDraining = false;
	#isClosed = false;

	constructor(
		dataDir: string,
		journal: Database.Database,
		documents: Database.Database,
		events: SqliteStoreEvents
	) {
		this.#journal = journal;
		this.#documents = documents;
		this.#reader = documentReader(documents);
		this.#events = events;
		this.#flush = new JournalFlush(dataDir);
		this.#insert = journal.prepare('INSERT INTO journal (seq, batch) VALUES (?, ?)');
		this.#forget = journal.prepare(
			'DELETE FROM journal WHERE seq IN (SELECT seq FROM journal WHERE seq <= ? ORDER BY seq LIMIT ?)'
		);
		// Never below what documents.db has taken over: a restored journal may be the older of the two files.
		this.#seq = this.#reader.drained();
		for (const { seq, entries } of readJournal(journal, this.#seq)) {
			this.#seq = seq;
			this.#pending.add(seq, entries);
		}
		this.#link = new WorkerLink(dataDir, {
			onReport: (report) => this.#hear(report),
			onDeath: (message) => {
				this.#isDraining = false;
				events.onWorkerFailure?.(message, null);
			},
			onRestart: () => this.#drain()
		});
	}

	async start(): Promise<void> {
		await this.#link.start();
		this.#timer = setInterval(() => this.#drain(), DRAIN_MILLISECONDS);
		this.#timer.unref();
		this.#drain();
	}

	append(entries: readonly StoreEntry[]): void {
		const seq = this.#seq + 1;
		this.#insert.run(seq, encodeBatch(entries));
		this.#flush.wrote();
		this.#seq = seq;
		this.#pending.add(seq, entries);
		if (this.#pending.bytes > DRAIN_BYTES) this.#drain();
	}

	flush(): Promise<void> {
		return this.#flush.flush();
	}

	has(documentId: string): boolean {
		const last = this.#pending.last(documentId);
		return last ? last.kind !== 'remove' : this.#reader.has(documentId);
	}

	load(documentId: string): StoredDocument | null {
		const { stored, drained } = this.#reader.read(documentId);
		return combine(stored, this.#pending.after(documentId, drained));
	}

	released(documentId: string): void {
		this.#link.post({ type: 'released', documentId });
	}

	compact(documentId: string): void {
		this.#link.post({ type: 'compact', documentId });
	}

	pendingBytes(): number {
		return this.#pending.bytes;
	}

	onProgress(listener: (compacted: readonly string[]) => void): void {
		this.#listeners.push(listener);
	}

	killWorker(): Promise<unknown> {
		return this.#link.worker?.terminate() ?? Promise.resolve();
	}

	async close(): Promise<void> {
		clearInterval(this.#timer);
		await this.#link.close();
		this.#isClosed = true;
		this.#flush.close();
		this.#documents.close();
		this.#journal.close();
	}

	#drain(): void {
		if (this.#isClosed || this.#isDraining || this.#pending.isEmpty || !this.#link.worker) return;
		this.#isDraining = true;
		this.#link.post({ type: 'drain' });
	}

	#drainLater(): void {
		setTimeout(() => {
			this.#isDraining = false;
			this.#drain();
		}, DRAIN_MILLISECONDS).unref();
	}

	#hear(report: WorkerReport): void {
		if (report.type === 'drained') {
			this.#isDraining = false;
			this.#pending.takenOver(report.drained);
			this.#forgetRows(report.drained);
			if (report.walPages > WAL_PAGES) this.#journal.pragma('wal_checkpoint(PASSIVE)');
			this.#tell([]);
			if (this.#pending.bytes > DRAIN_BYTES) this.#drain();
		} else if (report.type === 'compacted') {
			this.#events.onCompaction?.(report.milliseconds);
			this.#tell([report.documentId]);
		} else if (report.type === 'failed') {
			// Not at once: a full disk stays full for a while.
			if (report.documentId === null) this.#drainLater();
			this.#events.onWorkerFailure?.(report.message, report.documentId);
		}
	}

	#tell(compacted: readonly string[]): void {
		for (const listener of this.#listeners) listener(compacted);
	}

	#forgetRows(upTo: number): void {
		const isRunning = this.#forgotten > 0;
		this.#forgotten = upTo;
		if (!isRunning) this.#forgetSome();
	}

	#forgetSome(): void {
		if (this.#isClosed) return;
		try {
			const { changes } = this.#forget.run(this.#forgotten, ROWS_FORGOTTEN_AT_ONCE);
			if (changes === ROWS_FORGOTTEN_AT_ONCE) setImmediate(() => this.#forgetSome());
			else this.#forgotten = 0;
		} catch (error) {
			// They are taken over already: they only take room until the next time.
			this.#forgotten = 0;
			this.#events.onWorkerFailure?.((error as Error).message, null);
		}
	}
}
