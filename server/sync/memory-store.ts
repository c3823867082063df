// An update store that forgets: for tests, and the measure of what the SQLite store must do.

import { combine, type Pending } from './pending-tail.ts';
import type { UpdateStore } from './update-store.ts';

export function createMemoryStore(): UpdateStore {
	const documents = new Map<string, Pending[]>();
	return {
		append(entries) {
			for (const entry of entries) {
				const known = documents.get(entry.documentId) ?? [];
				documents.set(entry.documentId, [...known, { seq: 0, entry }]);
			}
		},
		flush: async () => undefined,
		has: (documentId) => combine(null, documents.get(documentId) ?? []) !== null,
		load: (documentId) => combine(null, documents.get(documentId) ?? []),
		released: () => undefined,
		compact: () => undefined,
		pendingBytes: () => 0,
		onProgress: () => undefined,
		close: async () => undefined
	};
}
