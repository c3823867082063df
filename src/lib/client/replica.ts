// One copy of a document in this tab, with everything that hangs on it: presence, undo, the count of unsent changes,
// the offline copy. A replica lives as long as its history is the server's; after that a new one takes its place.

import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { openOfflineCopy, type OfflineCopy } from './offline-copies.ts';
import type { OfflineDatabase, UnsentRecord } from './offline-database.ts';
import { createUndo } from './undo.ts';
import { createUnsentChanges, type UnsentChanges } from './unsent-changes.ts';

/** A browser whose storage does not answer must not keep anybody from reading. */
const COPY_PATIENCE_MS = 2000;

export interface Replica {
	readonly doc: Y.Doc;
	readonly awareness: Awareness;
	readonly undo: Y.UndoManager;
	readonly unsent: UnsentChanges;
}

export function createReplica(onChange: () => void): Replica {
	const doc = new Y.Doc();
	const unsent = createUnsentChanges(doc);
	// First listener of all: a change is counted before it is sent or stored.
	doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
		if (!transaction.local) return;
		const before = transaction.beforeState.get(doc.clientID) ?? 0;
		unsent.changed(before, transaction.afterState.get(doc.clientID) ?? before);
		onChange();
	});
	return { doc, awareness: new Awareness(doc), undo: createUndo(doc), unsent };
}

export function destroyReplica({ doc, awareness, undo }: Replica): void {
	undo.destroy();
	awareness.destroy();
	doc.destroy();
}

/** What this browser kept of the document; null where it keeps nothing. */
export async function loadCopy(
	database: OfflineDatabase,
	userId: string,
	documentId: string,
	{ doc, unsent }: Replica
): Promise<{ copy: OfflineCopy; generation: number | undefined } | null> {
	const opening = openOfflineCopy(userId, documentId, doc);
	const copy = await Promise.race([opening, patience()]);
	if (!copy) {
		void opening.then((late) => late.close());
		return null;
	}
	const earlier = await database.all('unsent');
	unsent.adopt(earlier.filter((record) => record.documentId === documentId));
	const known = await database.get('copies', documentId);
	return { copy, generation: copy.hadContent ? known?.generation : undefined };
}

function patience(): Promise<null> {
	return new Promise((resolve) => setTimeout(() => resolve(null), COPY_PATIENCE_MS));
}

/**
 * Keeps the list of unconfirmed changes in step with the count; writes at the first change and then at most every 300 ms.
 * `onKept` hears whether this browser took the last of it: a full or closed storage takes nothing.
 */
export function keepUnsent(
	database: OfflineDatabase,
	documentId: string,
	unsent: UnsentChanges,
	onKept: (kept: boolean) => void
) {
	let written = new Map<number, UnsentRecord>();
	let timer: ReturnType<typeof setTimeout> | undefined;

	function save(): Promise<void> {
		return write().then(
			() => onKept(true),
			() => onKept(false)
		);
	}

	async function write(): Promise<void> {
		clearTimeout(timer);
		timer = undefined;
		const next = new Map(unsent.starts.map((start) => [start.clientId, { documentId, ...start }]));
		const gone = [...written.keys()].filter((clientId) => !next.has(clientId));
		written = next;
		await Promise.all([
			...[...next.values()].map((record) => database.put('unsent', record)),
			...gone.map((clientId) => database.remove('unsent', [documentId, clientId]))
		]);
	}

	return {
		/** Records found in the copy, so that their confirmation removes them. */
		adopt() {
			written = new Map(unsent.starts.map((start) => [start.clientId, { documentId, ...start }]));
		},
		changed() {
			if (written.size === 0 && unsent.count > 0) void save();
			else timer ??= setTimeout(() => void save(), 300);
		},
		async close() {
			if (timer !== undefined) await save();
		},
		/** Forgets what it was about to write. */
		drop() {
			clearTimeout(timer);
			timer = undefined;
		}
	};
}
