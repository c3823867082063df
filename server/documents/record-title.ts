// Keeps the title column equal to the co-edited title. One run per document at a time, and one more where it
// changed meanwhile, so that an older reading never overwrites a newer one.

import type { Clock } from '#lib/core/clock.ts';
import { isAppError } from '#lib/core/errors.ts';
import { kindNamed } from '#lib/documents/registry.ts';
import type { Database } from '#server/database/open-database.ts';
import type { LiveDocuments } from '#server/sync/sync-service.ts';

/** Titles in lists are cut here; the document keeps its own. */
export const TITLE_MAX_LENGTH = 300;

export interface RecordTitleDependencies {
	database: Pick<Database, 'documents' | 'projects'>;
	content: LiveDocuments;
	clock: Clock;
}

export function createRecordTitle({ database, content, clock }: RecordTitleDependencies) {
	const running = new Map<string, { isStale: boolean; done: Promise<void> }>();

	async function record(documentId: string): Promise<void> {
		const found = await database.documents.byId(documentId);
		const kind = found === null ? undefined : kindNamed(found.document.kind);
		if (found === null || kind === undefined) return;
		let title: string;
		try {
			title = shortTitle(await content.read(documentId, (doc) => kind.title(doc)));
		} catch (error) {
			// Removed for ever while this waited: there is nothing to record.
			if (isAppError(error) && error.code === 'not-found') return;
			throw error;
		}
		const now = clock();
		await database.documents.change(documentId, { title, updatedAt: now });
		await database.projects.touch(found.document.projectId, now);
	}

	return async (documentId: string): Promise<void> => {
		const current = running.get(documentId);
		if (current !== undefined) {
			current.isStale = true;
			return current.done;
		}
		const run = { isStale: true, done: Promise.resolve() };
		run.done = (async () => {
			try {
				while (run.isStale) {
					run.isStale = false;
					await record(documentId);
				}
			} finally {
				running.delete(documentId);
			}
		})();
		running.set(documentId, run);
		return run.done;
	};
}

export function shortTitle(title: string): string {
	return [...title.replace(/\s+/gu, ' ').trim()].slice(0, TITLE_MAX_LENGTH).join('');
}
