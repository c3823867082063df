// Documents read from the two files by another thread than the serving one: what is durable now, without asking anybody.
// Writes to neither of them.

import { crc32 } from 'node:zlib';
import type * as Y from 'yjs';
import { buildDocument } from './compaction.ts';
import { documentReader, openDocuments } from './documents-file.ts';
import { openJournal, readJournal } from './journal-file.ts';
import { combine, PendingTail } from './pending-tail.ts';

export interface StoredContent {
	/** Null where there is no such document. Throws where it cannot be read. */
	load(documentId: string): LoadedContent | null;
	close(): void;
}

export interface LoadedContent {
	/** The same for the same stored bytes; compaction, which changes no content, may change it. */
	stamp: string;
	/** The caller destroys it. */
	build(): Y.Doc;
}

/** Both files must exist: the server makes them when it starts. */
export function openStoredContent(dataDir: string): StoredContent {
	const journal = openJournal(dataDir, 'read');
	const documents = openDocuments(dataDir, 'read');
	const reader = documentReader(documents);
	const pending = new PendingTail();
	let last = reader.drained();

	/** Keeps up with the journal row by row: most of it was read the last time. */
	function readOn(): void {
		for (const { seq, entries } of readJournal(journal, last)) {
			pending.add(seq, entries);
			last = seq;
		}
	}

	return {
		load(documentId) {
			// The journal first: what the store worker moves to documents.db meanwhile is then in both, and `drained` tells.
			readOn();
			const { stored, drained } = reader.read(documentId);
			const document = combine(stored, pending.after(documentId, drained));
			pending.takenOver(drained);
			if (document === null) return null;
			const { generation, snapshot, tail } = document;
			const sum = tail.reduce((known, update) => crc32(update, known), snapshot ? crc32(snapshot) : 0);
			return {
				stamp: `${generation}-${tail.length}-${sum.toString(16)}`,
				build: () => buildDocument(snapshot, tail)
			};
		},
		close() {
			journal.close();
			documents.close();
		}
	};
}
