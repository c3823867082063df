// LiveDocuments without a sync server: one Y.Doc per document, durable for as long as the test runs.

import { crc32 } from 'node:zlib';
import * as Y from 'yjs';
import { AppError, isAppError } from '#lib/core/errors.ts';
import type { LoadedContent } from '#server/sync/stored-content.ts';
import type { LiveDocuments } from '#server/sync/sync-service.ts';

export function createInMemoryDocuments(): LiveDocuments {
	const documents = new Map<string, Y.Doc>();

	function known(documentId: string): Y.Doc {
		const doc = documents.get(documentId);
		if (doc === undefined) throw new AppError('not-found');
		return doc;
	}

	return {
		async create(documentId, update) {
			if (documents.has(documentId)) throw new AppError('conflict');
			const doc = new Y.Doc();
			Y.applyUpdate(doc, update);
			documents.set(documentId, doc);
		},
		async read(documentId, read) {
			return read(known(documentId));
		},
		async encode(documentId) {
			return Y.encodeStateAsUpdate(known(documentId));
		},
		async mutate(documentId, change) {
			const doc = known(documentId);
			return doc.transact(() => change(doc));
		},
		async replace(documentId, update) {
			known(documentId).destroy();
			const doc = new Y.Doc();
			Y.applyUpdate(doc, update);
			documents.set(documentId, doc);
		},
		async remove(documentId) {
			documents.delete(documentId);
		},
		connectionCount: () => 0
	};
}

/** What a projector reads, which outside of tests comes from the sync server's files. */
export async function loadInMemory(
	content: LiveDocuments,
	documentId: string
): Promise<LoadedContent | null> {
	try {
		const update = await content.encode(documentId);
		return {
			stamp: crc32(update).toString(16),
			build() {
				const doc = new Y.Doc();
				Y.applyUpdate(doc, update);
				return doc;
			}
		};
	} catch (error) {
		if (isAppError(error) && error.code === 'not-found') return null;
		throw error;
	}
}
