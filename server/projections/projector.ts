// Brings the rows of documents up to their content, one document at a time. Runs in whichever thread calls it: the server's
// own is projection-worker.ts. Knows no kind but through the registry, and asks nobody for a right.

import type * as Y from 'yjs';
import type { Clock } from '#lib/core/clock.ts';
import { isAppError } from '#lib/core/errors.ts';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { indexedText } from '#lib/core/text/search-words.ts';
import type { ProjectionLock } from '#server/database/projection-lock.ts';
import type { Database } from '#server/database/open-database.ts';
import type { SearchWords } from '#server/database/repositories/projected-rows.ts';
import { shortTitle } from '#server/documents/short-title.ts';
import type { LoadedContent } from '#server/sync/stored-content.ts';
import { changesBetween, rowsOf, type ProjectedRows, type TableChange } from './projected-rows.ts';

export interface ProjectorDependencies {
	database: Pick<Database, 'documents' | 'projectedRows'>;
	content: { load(documentId: string): LoadedContent | null | Promise<LoadedContent | null> };
	lock: Pick<ProjectionLock, 'hold'>;
	kindNamed(name: string): DocumentKind | undefined;
	/** programFingerprint() */
	program: string;
	clock: Clock;
}

export interface ProjectOptions {
	/** People or programs changed it just now: lists say so. */
	isChange?: boolean;
	/** Also where nothing says that its rows are old. */
	isForced?: boolean;
}

export interface Projector {
	/** Answers how many rows it wrote. Throws where the document cannot be read; its rows then stay as they are. */
	project(documentId: string, options?: ProjectOptions): Promise<number>;
}

export function createProjector(dependencies: ProjectorDependencies): Projector {
	const { database, content, lock, kindNamed, program, clock } = dependencies;

	async function project(documentId: string, { isChange = false, isForced = false }: ProjectOptions) {
		const found = await database.documents.byId(documentId);
		const kind = found === null ? undefined : kindNamed(found.document.kind);
		const loaded = kind === undefined ? null : await content.load(documentId);
		if (found === null || kind === undefined || loaded === null) return 0;
		const mark = await database.projectedRows.mark(documentId);
		const isOfThisProgram = mark?.program === program && !isForced;
		if (isOfThisProgram && mark.stamp === loaded.stamp) return 0;

		const { title, rows } = readRows(documentId, kind, loaded.build());
		const { texts, ...others } = changesBetween(await database.projectedRows.stored(documentId), rows);
		// Another program may cut the same text into other words.
		const words = wordsOf(rows, isOfThisProgram ? texts : { put: rows.texts, remove: texts.remove });
		await database.projectedRows.write(others);
		await database.projectedRows.writeTexts(
			{ documentId, projectId: found.document.projectId },
			texts,
			words
		);
		const now = clock();
		await database.projectedRows.finish({
			documentId,
			stamp: loaded.stamp,
			program,
			projectedAt: now,
			title: shortTitle(title),
			changedAt: isChange ? now : null
		});
		return [texts, ...Object.values(others)].reduce(
			(sum, { put, remove }) => sum + put.length + remove.length,
			0
		);
	}

	return { project: (documentId, options = {}) => lock.hold(() => project(documentId, options)) };
}

function readRows(
	documentId: string,
	kind: DocumentKind,
	doc: Y.Doc
): { title: string; rows: ProjectedRows } {
	try {
		migrateIfKnown(kind, doc);
		return { title: kind.title(doc), rows: rowsOf(documentId, kind.projection(doc)) };
	} finally {
		doc.destroy();
	}
}

/** In this copy only. A document of a later version is read as far as this program understands it. */
function migrateIfKnown(kind: DocumentKind, doc: Y.Doc): void {
	try {
		kind.migrate(doc);
	} catch (error) {
		if (!isAppError(error) || error.code !== 'conflict') throw error;
	}
}

/** The words of every item that has a text in `changed`: its title apart, since who finds a title finds it first. */
function wordsOf(rows: ProjectedRows, changed: TableChange<{ itemId: string }>): SearchWords[] {
	const texts = Map.groupBy(rows.texts, ({ itemId }) => itemId);
	const itemIds = new Set([...changed.put, ...changed.remove].map(({ itemId }) => itemId));
	return [...itemIds].map((itemId) => {
		const own = texts.get(itemId);
		if (own === undefined) return { itemId, words: null };
		const title = own.filter(({ field }) => field === 'title');
		const body = own.filter(({ field }) => field !== 'title');
		const cut = (list: typeof own) => list.map(({ text }) => indexedText(text)).join(' \n');
		return { itemId, words: { title: cut(title), body: cut(body) } };
	});
}
