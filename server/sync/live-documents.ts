// Documents for the rest of the server: created, read and changed through a short-lived Y.Doc, stored and
// broadcast by the same queue as everybody's edits. Decides no rights: who calls has asked.

import * as Y from 'yjs';
import { CLOSE } from '#lib/core/protocol/close-codes.ts';
import { AppError } from '#lib/core/errors.ts';
import { buildDocument } from './compaction.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { Rooms } from './rooms.ts';
import type { LiveDocuments } from './sync-service.ts';
import { isOfAnotherHistory, leavesHole, readUpdateFacts } from './update-facts.ts';
import type { StoredDocument, StoreEntry, UpdateStore } from './update-store.ts';

export interface LiveDocumentsSettings {
	store: UpdateStore;
	queue: CommitQueue;
	rooms: Rooms;
	migrationKey: string;
	onChange(documentId: string, writers?: readonly string[]): void;
	closeAll(documentId: string, code: typeof CLOSE.notFound): void;
	reloadAll(documentId: string, generation: number): void;
}

/** Up to so many updates are merged as bytes; more are cheaper through a document. */
const MERGED_AS_BYTES = 100;

export function createLiveDocuments(settings: LiveDocumentsSettings): LiveDocuments {
	const { store, queue, rooms, migrationKey, onChange, closeAll, reloadAll } = settings;

	function load(documentId: string): StoredDocument {
		queue.flush();
		const stored = store.load(documentId);
		if (!stored) throw new AppError('not-found');
		return stored;
	}

	function append(...entries: StoreEntry[]): void {
		try {
			store.append(entries);
		} catch {
			throw new AppError('storage-unavailable');
		}
	}

	/** Resolves when what was appended survives the loss of power. */
	async function flush(): Promise<void> {
		try {
			await store.flush();
		} catch {
			throw new AppError('storage-unavailable');
		}
	}

	return {
		async create(documentId, update, by) {
			if (store.has(documentId)) throw new AppError('conflict');
			if (leavesHole(readUpdateFacts(update), new Map())) throw new AppError('invalid');
			// Made by this version of the program: its first reader need not wait for that to be looked into.
			append({ kind: 'update', documentId, update }, { kind: 'mark', documentId, key: migrationKey });
			rooms.drop(documentId);
			onChange(documentId, by === undefined ? [] : [by]);
			await flush();
		},
		async read(documentId, read) {
			const { snapshot, tail } = load(documentId);
			const doc = buildDocument(snapshot, tail);
			try {
				return read(doc);
			} finally {
				doc.destroy();
			}
		},
		async encode(documentId) {
			const { snapshot, tail } = load(documentId);
			const pieces = snapshot ? [snapshot, ...tail] : tail;
			const [only] = pieces;
			if (only && pieces.length === 1) return only;
			if (pieces.length <= MERGED_AS_BYTES) return Y.mergeUpdates(pieces);
			const doc = buildDocument(snapshot, tail);
			try {
				return Y.encodeStateAsUpdate(doc);
			} finally {
				doc.destroy();
			}
		},
		async mutate(documentId, change, by) {
			const lease = await rooms.lease(documentId);
			if (!lease) throw new AppError('not-found');
			try {
				const { snapshot, tail } = load(documentId);
				if (lease.isDropped()) throw new AppError('storage-unavailable');
				const doc = buildDocument(snapshot, tail);
				const updates: Uint8Array[] = [];
				doc.on('update', (update: Uint8Array) => updates.push(update));
				let result: ReturnType<typeof change>;
				try {
					result = doc.transact(() => change(doc));
				} finally {
					doc.destroy();
				}
				// No await between reading and writing: nothing can have come in between.
				await Promise.all(
					updates.map(
						(update) =>
							new Promise<void>((resolve, reject) => {
								const done = (error: Error | null) =>
									error ? reject(new AppError('storage-unavailable')) : resolve();
								lease.room.write(update, done, by);
							})
					)
				);
				await flush();
				return result;
			} finally {
				lease.release();
			}
		},
		async replace(documentId, update) {
			const lease = await rooms.lease(documentId);
			if (!lease) throw new AppError('not-found');
			try {
				load(documentId);
				if (lease.isDropped()) throw new AppError('storage-unavailable');
				const retired = lease.room.seen();
				const facts = readUpdateFacts(update);
				if (leavesHole(facts, new Map()) || isOfAnotherHistory(facts, Y.decodeStateVector(retired))) {
					throw new AppError('invalid');
				}
				append({ kind: 'replace', documentId, update, retired });
				rooms.drop(documentId);
				reloadAll(documentId, lease.room.generation + 1);
				onChange(documentId);
				await flush();
			} finally {
				lease.release();
			}
		},
		async remove(documentId) {
			queue.flush();
			closeAll(documentId, CLOSE.notFound);
			rooms.drop(documentId);
			if (!store.has(documentId)) return;
			append({ kind: 'remove', documentId });
			await flush();
		},
		connectionCount: (documentId) => rooms.get(documentId)?.members.size ?? 0
	};
}
