// The offline copies of documents in this browser, one IndexedDB database per person and document (y-indexeddb).
// It decides names, which generation a copy belongs to, and how all of it disappears at sign-out.

import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { forgetKeptDocument } from './kept-pages.ts';
import {
	answer,
	offlineDatabaseName,
	openOfflineDatabase,
	type OfflineDatabase
} from './offline-database.ts';

export interface OfflineCopy {
	/** True when there was something in it before this visit. */
	readonly hadContent: boolean;
	/** Stops writing; what was written stays. */
	close(): Promise<void>;
	/** Stops writing and deletes the copy. */
	remove(): Promise<void>;
}

export function offlineCopyName(userId: string, documentId: string): string {
	return `${offlineDatabaseName(userId)}/${documentId}`;
}

/** Loads the copy into `doc` and keeps it up to date from then on. */
export async function openOfflineCopy(userId: string, documentId: string, doc: Y.Doc): Promise<OfflineCopy> {
	const name = offlineCopyName(userId, documentId);
	const persistence = new IndexeddbPersistence(name, doc);
	await persistence.whenSynced;
	const hadContent = doc.store.clients.size > 0;
	return {
		hadContent,
		close: async () => void (await persistence.destroy()),
		remove: async () => {
			await persistence.destroy();
			await deleteDatabase(name);
		}
	};
}

/**
 * Deletes everything that this browser keeps of a person: copies, unconfirmed changes, stranded edits.
 * Call it at sign-out; ask `countUndelivered` first, because undelivered work goes too.
 */
export async function clearOfflineCopies(userId: string): Promise<void> {
	if (typeof indexedDB === 'undefined') return;
	const own = offlineDatabaseName(userId);
	const names = new Set<string>([own]);
	const database = await openOfflineDatabase(userId).catch(() => null);
	if (database) {
		for (const { documentId } of await database.all('copies')) names.add(offlineCopyName(userId, documentId));
		database.close();
	}
	// Copies that were opened but never registered (a tab killed at the wrong moment), where the browser can list them.
	const listed = (await indexedDB.databases?.().catch(() => [])) ?? [];
	for (const { name } of listed) if (name?.startsWith(`${own}/`)) names.add(name);
	await Promise.all([...names].map(deleteDatabase));
}

/** How many changes of this person exist only in this browser: unconfirmed or stranded. */
export async function countUndelivered(userId: string): Promise<number> {
	const database = await openOfflineDatabase(userId).catch(() => null);
	if (!database) return 0;
	const kept = [...(await database.all('unsent')), ...(await database.all('stranded'))];
	database.close();
	return kept.reduce((sum, { count }) => sum + count, 0);
}

/** Forgets every trace of one document's copy, so that the next visit starts from the server. */
export async function forgetCopy(
	database: OfflineDatabase,
	userId: string,
	documentId: string,
	copy: OfflineCopy | null
): Promise<void> {
	for (const record of await database.all('unsent')) {
		if (record.documentId === documentId) await database.remove('unsent', [documentId, record.clientId]);
	}
	await forgetKeptDocument(documentId);
	await (copy ? copy.remove() : deleteDatabase(offlineCopyName(userId, documentId)));
	await database.remove('copies', documentId);
}

/** Resolves also when another tab still holds the database: the browser deletes it when that tab lets go. */
function deleteDatabase(name: string): Promise<void> {
	const request = indexedDB.deleteDatabase(name);
	return Promise.race([
		answer(request).then(() => undefined),
		new Promise<void>((resolve) => {
			request.onblocked = () => resolve();
		})
	]);
}
