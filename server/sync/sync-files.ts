// The two files of the sync server as an operator handles them, beside a running server or without one: copied for a
// backup and looked through. Writes to neither of them.

import type Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { buildDocument } from './compaction.ts';
import { documentReader, DOCUMENTS_FILE, openDocuments } from './documents-file.ts';
import { decodeBatch, JOURNAL_FILE, openJournal } from './journal-file.ts';
import { combine, type Pending } from './pending-tail.ts';
import type { StoredDocument } from './update-store.ts';

/**
 * The journal comes first: what the worker moves from it to documents.db meanwhile is then in both copies, and
 * `drained` tells which of the two counts. The other way round it could be in neither.
 */
export const SYNC_FILES: readonly string[] = [JOURNAL_FILE, DOCUMENTS_FILE];

const openers = { [JOURNAL_FILE]: openJournal, [DOCUMENTS_FILE]: openDocuments };

/** Copies them into `folder`; answers their names, none where no server has ever run on `dataDir`. */
export async function backupSyncFiles(dataDir: string, folder: string): Promise<string[]> {
	const present = SYNC_FILES.filter((name) => existsSync(join(dataDir, name)));
	for (const name of [JOURNAL_FILE, DOCUMENTS_FILE] as const) {
		if (!present.includes(name)) continue;
		const database = openers[name](dataDir, 'read');
		try {
			// One read transaction, so that a writer neither waits nor makes it begin again.
			database.prepare('VACUUM INTO ?').run(join(folder, name));
		} finally {
			database.close();
		}
	}
	return present;
}

export interface SyncFindings {
	/** Every document that has content. */
	ids: string[];
	/** One line each: what is off, and with which document. */
	findings: string[];
}

type Look = (documentId: string, doc: Y.Doc) => void;

/** `look` gets every document that can be built; it is gone afterwards. */
export async function verifySyncFiles(dataDir: string, look: Look): Promise<SyncFindings> {
	if (!existsSync(join(dataDir, JOURNAL_FILE)) || !existsSync(join(dataDir, DOCUMENTS_FILE))) {
		return { ids: [], findings: [] };
	}
	const journal = openJournal(dataDir, 'read');
	const documents = openDocuments(dataDir, 'read');
	try {
		const findings = [...damageOf(journal, JOURNAL_FILE), ...damageOf(documents, DOCUMENTS_FILE)];
		if (findings.length > 0) return { ids: [], findings };
		return lookThrough(journal, documents, look);
	} finally {
		journal.close();
		documents.close();
	}
}

function damageOf(database: Database.Database, name: string): string[] {
	const rows = database.pragma('integrity_check') as { integrity_check: string }[];
	return rows.flatMap(({ integrity_check: finding }) => (finding === 'ok' ? [] : [`${name}: ${finding}`]));
}

function lookThrough(journal: Database.Database, documents: Database.Database, look: Look): SyncFindings {
	// The journal first, as for a backup and for the same reason.
	const { pending, findings } = readPending(journal);
	const reader = documentReader(documents);
	const ids: string[] = [];
	for (const id of new Set([...reader.ids(), ...pending.keys()])) {
		ids.push(id);
		try {
			const { stored, drained } = reader.read(id);
			const document = combine(stored, pending.get(id)?.filter(({ seq }) => seq > drained) ?? []);
			if (document === null) {
				ids.pop();
				continue;
			}
			const doc = wholeDocument(document);
			look(id, doc);
			doc.destroy();
		} catch (error) {
			findings.push(`document ${id}: ${(error as Error).message}`);
		}
	}
	return { ids, findings };
}

function readPending(journal: Database.Database) {
	const pending = new Map<string, Pending[]>();
	const findings: string[] = [];
	const rows = journal.prepare<[], { seq: number; batch: Buffer }>(
		'SELECT seq, batch FROM journal ORDER BY seq'
	);
	for (const { seq, batch } of rows.iterate()) {
		try {
			for (const entry of decodeBatch(batch)) {
				const known = pending.get(entry.documentId);
				if (known) known.push({ seq, entry });
				else pending.set(entry.documentId, [{ seq, entry }]);
			}
		} catch {
			findings.push(`${JOURNAL_FILE}: row ${seq} cannot be read`);
		}
	}
	return { pending, findings };
}

/** Throws where an update is unreadable, one is missing, or the state vector beside the snapshot is another's. */
function wholeDocument({ snapshot, stateVector, tail }: StoredDocument): Y.Doc {
	if (snapshot && stateVector) {
		const claimed = Y.decodeStateVector(stateVector);
		const real = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(snapshot));
		const isEqual =
			claimed.size === real.size && [...real].every(([client, at]) => claimed.get(client) === at);
		if (!isEqual) throw new Error('its state vector does not fit its snapshot');
	}
	const doc = attempt(() => buildDocument(snapshot, tail));
	if (doc.store.pendingStructs === null && doc.store.pendingDs === null) return doc;
	doc.destroy();
	throw new Error('an update that others stand on is missing');
}

function attempt<T>(build: () => T): T {
	try {
		return build();
	} catch (error) {
		throw new Error(`its content cannot be read (${(error as Error).message})`, { cause: error });
	}
}
