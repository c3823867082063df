// Turns a snapshot and the updates after it into a new snapshot, through a Y.Doc, which drops what is
// deleted for good. Pure on bytes in, bytes out; refuses to lose anything: a hole makes it throw.

import * as Y from 'yjs';

export interface Compacted {
	snapshot: Uint8Array;
	stateVector: Uint8Array;
	/** An update of the deletions alone: what a client lacks that knows every struct. */
	deletions: Uint8Array;
}

export function buildDocument(snapshot: Uint8Array | null, tail: readonly Uint8Array[]): Y.Doc {
	const doc = new Y.Doc();
	doc.transact(() => {
		if (snapshot) Y.applyUpdate(doc, snapshot);
		for (const update of tail) Y.applyUpdate(doc, update);
	});
	return doc;
}

export function compact(snapshot: Uint8Array | null, tail: readonly Uint8Array[]): Compacted {
	const doc = buildDocument(snapshot, tail);
	try {
		if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
			throw new Error('document has a hole');
		const stateVector = Y.encodeStateVector(doc);
		return {
			snapshot: Y.encodeStateAsUpdate(doc),
			stateVector,
			// Against its own state vector nothing but the deletions remain.
			deletions: Y.encodeStateAsUpdate(doc, stateVector)
		};
	} finally {
		doc.destroy();
	}
}

export const MINIMUM_LOG_BYTES = 64 * 1024;
export const MAXIMUM_LOG_COUNT = 2000;

export function isDue(snapshotBytes: number, logBytes: number, logCount: number): boolean {
	return logBytes > Math.max(MINIMUM_LOG_BYTES, snapshotBytes) || logCount > MAXIMUM_LOG_COUNT;
}
