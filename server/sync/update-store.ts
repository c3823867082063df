// Where updates are kept: appended durably in batches, read back as a snapshot and the updates after it.
// A store knows nothing of sockets, rights or what an update means; who appends has validated it.

export type StoreEntry =
	| { kind: 'update'; documentId: string; update: Uint8Array }
	| { kind: 'remove'; documentId: string }
	/** The document needs no migration under this key. */
	| { kind: 'mark'; documentId: string; key: string }
	/** The content is another from here on; `retired` is the state vector of all that it was before. */
	| { kind: 'replace'; documentId: string; update: Uint8Array; retired: Uint8Array };

export interface StoredDocument {
	/** Grows when the content is replaced from outside; starts at 1. */
	generation: number;
	/** State vector of the generations before: a struct that it covers belongs to another history. */
	retired: Uint8Array | null;
	/** Everything up to the last compaction, its state vector, and an update of its deletions alone. */
	snapshot: Uint8Array | null;
	stateVector: Uint8Array | null;
	deletions: Uint8Array | null;
	/** What came after, oldest first. An update may also be in the snapshot already. */
	tail: Uint8Array[];
	/** Under which key the document was last brought up to date; null = never. */
	migrationKey: string | null;
}

export interface UpdateStore {
	/** All or nothing; survives the death of the process when it returns; throws when it could not store. */
	append(entries: readonly StoreEntry[]): void;
	/** Resolves when all that was appended before survives the loss of power, too. Rejects when that is in doubt. */
	flush(): Promise<void>;
	has(documentId: string): boolean;
	/** Throws where what is stored cannot be read. */
	load(documentId: string): StoredDocument | null;
	/** Nobody needs the document now: a good time to make its next load cheap. */
	released(documentId: string): void;
	/** This document's log has become long: whoever hears of progress waits for its next snapshot. */
	compact(documentId: string): void;
	/** Bytes of memory held by what the background work has not taken over yet. */
	pendingBytes(): number;
	/** Called after background work went on: `compacted` names the documents with a new snapshot. */
	onProgress(listener: (compacted: readonly string[]) => void): void;
	/** Finishes the background work and frees the files. */
	close(): Promise<void>;
}
