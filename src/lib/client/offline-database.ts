// One small IndexedDB database per person: which documents have an offline copy, which of their changes the server
// has not confirmed yet, and edits that could not be delivered. Document content itself is kept by y-indexeddb.
// It refuses to hold anything of two people in one database: the name contains the user's id.

/** Which generation of a document the offline copy belongs to; a copy of another generation is never merged. */
export interface CopyRecord {
	documentId: string;
	generation: number;
}

/** Changes made in one tab that the server has not confirmed: how many, and from which clock on. */
export interface UnsentRecord {
	documentId: string;
	/** The Yjs client id that made them; one per tab and visit. */
	clientId: number;
	/** The first clock of `clientId` that is not confirmed. */
	fromClock: number;
	/** Number of local transactions. */
	count: number;
}

export type StrandReason =
	'read-only' | 'access-revoked' | 'document-removed' | 'history-replaced' | 'too-large' | 'refused';

/** Work of this person that the server would not take, kept until its author decides. */
export interface StrandedRecord {
	id: string;
	documentId: string;
	documentTitle: string;
	/** ISO 8601. */
	strandedAt: string;
	reason: StrandReason;
	/** How many changes it holds. */
	count: number;
	/** The words that were added and nobody else has; may be empty when things were only removed. */
	addedText: string;
	/** The whole document as its author saw it. */
	markdown: string;
	/** The unsent part as a Yjs update. */
	update: Uint8Array<ArrayBuffer>;
}

interface Stores {
	copies: CopyRecord;
	unsent: UnsentRecord;
	stranded: StrandedRecord;
}

const KEY_PATHS: Record<keyof Stores, string | string[]> = {
	copies: 'documentId',
	unsent: ['documentId', 'clientId'],
	stranded: 'id'
};

export interface OfflineDatabase {
	get<Name extends keyof Stores>(store: Name, key: IDBValidKey): Promise<Stores[Name] | undefined>;
	all<Name extends keyof Stores>(store: Name): Promise<Stores[Name][]>;
	put<Name extends keyof Stores>(store: Name, value: Stores[Name]): Promise<void>;
	remove(store: keyof Stores, key: IDBValidKey): Promise<void>;
	close(): void;
}

export function offlineDatabaseName(userId: string): string {
	return `throughline/${userId}`;
}

/** Rejects where the browser keeps nothing (private windows, storage switched off): callers then work without it. */
export async function openOfflineDatabase(userId: string): Promise<OfflineDatabase> {
	const opening = indexedDB.open(offlineDatabaseName(userId), 1);
	opening.onupgradeneeded = () => {
		for (const [name, keyPath] of Object.entries(KEY_PATHS))
			opening.result.createObjectStore(name, { keyPath });
	};
	const database = await answer(opening);
	// Signing out in another tab deletes the database: let go of it instead of blocking that.
	database.onversionchange = () => database.close();

	const run = <Result>(
		name: keyof Stores,
		mode: IDBTransactionMode,
		request: (store: IDBObjectStore) => IDBRequest<Result>
	) => answer(request(database.transaction(name, mode).objectStore(name)));

	return {
		get: (name, key) => run(name, 'readonly', (store) => store.get(key)),
		all: (name) => run(name, 'readonly', (store) => store.getAll()),
		put: async (name, value) => void (await run(name, 'readwrite', (store) => store.put(value))),
		remove: async (name, key) => void (await run(name, 'readwrite', (store) => store.delete(key))),
		close: () => database.close()
	};
}

/** An IndexedDB request as a promise. */
export function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
	});
}
