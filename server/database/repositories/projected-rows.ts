// The rows that documents are projected into, as the projector writes them: in short transactions, so that nobody who
// serves people waits for a large document. A text and its words in the full-text index change together.

import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ProjectedRows, RowChanges, TableChange } from '#server/projections/projected-rows.ts';
import { atomically } from '../connection.ts';
import type { Connection } from '../connection.ts';
import {
	documents,
	projectedItems,
	projectedLinks,
	projectedMeasures,
	projectedTexts,
	projections,
	projects,
	searchEntries
} from '../schema/tables.ts';
import type { ProjectedTextRow, ProjectionRow } from '../schema/tables.ts';

/** Words of one item for the full-text index; null = nothing of it is searched for. */
export interface SearchWords {
	itemId: string;
	words: { title: string; body: string } | null;
}

export interface ProjectedDocument extends ProjectionRow {
	title: string;
	/** When its content changed; null = it did not, its rows are only made anew. */
	changedAt: number | null;
}

/** Rows in one transaction: a few milliseconds. */
const ROWS_AT_ONCE = 200;
/** Words cost more than rows. */
const ITEMS_AT_ONCE = 50;

export function createProjectedRowsRepository(db: Connection) {
	/** Removes first: of a link that moved up, the row it leaves behind must not be taken for the new one. */
	function write<Row extends { documentId: string; itemId: string }>(
		table: SQLiteTable,
		keys: readonly string[],
		change: TableChange<Row>
	): void {
		const columns = getTableColumns(table);
		const target = keys.map((key) => columns[key] as (typeof columns)[string]);
		for (const rows of inPieces(change.remove, ROWS_AT_ONCE)) {
			atomically(db, (tx) => {
				for (const row of rows) {
					const same = keys.map((key, index) => eq(target[index] as never, Reflect.get(row, key)));
					tx.delete(table)
						.where(and(...same))
						.run();
				}
			});
		}
		const set = Object.fromEntries(
			Object.entries(columns)
				.filter(([key]) => !keys.includes(key))
				.map(([key, column]) => [key, sql.raw(`excluded."${column.name}"`)])
		);
		for (const rows of inPieces(change.put, ROWS_AT_ONCE)) {
			atomically(db, (tx) => {
				tx.insert(table)
					.values(rows as never)
					.onConflictDoUpdate({ target: target as never, set })
					.run();
			});
		}
	}

	function writeTexts(
		tx: Connection,
		documentId: string,
		{ put, remove }: TableChange<ProjectedTextRow>
	): void {
		for (const { itemId, field } of remove) {
			tx.delete(projectedTexts)
				.where(
					and(
						eq(projectedTexts.documentId, documentId),
						eq(projectedTexts.itemId, itemId),
						eq(projectedTexts.field, field)
					)
				)
				.run();
		}
		if (put.length === 0) return;
		tx.insert(projectedTexts)
			.values(put)
			.onConflictDoUpdate({
				target: [projectedTexts.documentId, projectedTexts.itemId, projectedTexts.field],
				set: { text: sql`excluded.text` }
			})
			.run();
	}

	function writeWords(
		tx: Connection,
		documentId: string,
		projectId: string,
		entries: readonly SearchWords[]
	): void {
		const itemIds = entries.map(({ itemId }) => itemId);
		// A trigger takes their words out of the index.
		tx.delete(searchEntries)
			.where(and(eq(searchEntries.documentId, documentId), inArray(searchEntries.itemId, itemIds)))
			.run();
		for (const { itemId, words } of entries) {
			if (words === null) continue;
			const { row } = tx
				.insert(searchEntries)
				.values({ documentId, itemId })
				.returning({ row: searchEntries.row })
				.get();
			tx.run(
				sql`INSERT INTO search_index (rowid, title, body, scope) VALUES (${row}, ${words.title}, ${words.body}, ${projectId})`
			);
		}
	}

	return {
		/** What is known of the rows of a document; null where it was never projected. */
		async mark(documentId: string): Promise<ProjectionRow | null> {
			return db.select().from(projections).where(eq(projections.documentId, documentId)).get() ?? null;
		},

		async stored(documentId: string): Promise<ProjectedRows> {
			return {
				items: db.select().from(projectedItems).where(eq(projectedItems.documentId, documentId)).all(),
				links: db.select().from(projectedLinks).where(eq(projectedLinks.documentId, documentId)).all(),
				texts: db.select().from(projectedTexts).where(eq(projectedTexts.documentId, documentId)).all(),
				measures: db
					.select()
					.from(projectedMeasures)
					.where(eq(projectedMeasures.documentId, documentId))
					.all()
			};
		},

		/** Everything but the texts. */
		async write({ items, links, measures }: Omit<RowChanges, 'texts'>): Promise<void> {
			write(projectedItems, ['documentId', 'itemId'], items);
			write(projectedLinks, ['documentId', 'itemId', 'ordinal'], links);
			write(projectedMeasures, ['documentId', 'itemId', 'name'], measures);
		},

		/** `words` of every item whose texts change. */
		async writeTexts(
			{ documentId, projectId }: { documentId: string; projectId: string },
			texts: TableChange<ProjectedTextRow>,
			words: readonly SearchWords[]
		): Promise<void> {
			const put = Map.groupBy(texts.put, ({ itemId }) => itemId);
			const remove = Map.groupBy(texts.remove, ({ itemId }) => itemId);
			for (const entries of inPieces(words, ITEMS_AT_ONCE)) {
				atomically(db, (tx) => {
					writeTexts(tx, documentId, {
						put: entries.flatMap(({ itemId }) => put.get(itemId) ?? []),
						remove: entries.flatMap(({ itemId }) => remove.get(itemId) ?? [])
					});
					writeWords(tx, documentId, projectId, entries);
				});
			}
		},

		/** The last step: what lists say of the document itself, and what its rows are made of. */
		async finish({ documentId, title, changedAt, ...mark }: ProjectedDocument): Promise<void> {
			atomically(db, (tx) => {
				const times = changedAt === null ? {} : { updatedAt: changedAt };
				const [document] = tx
					.update(documents)
					.set({ title, ...times })
					.where(eq(documents.id, documentId))
					.returning({ projectId: documents.projectId })
					.all();
				if (document === undefined) return;
				if (changedAt !== null) {
					tx.update(projects).set({ updatedAt: changedAt }).where(eq(projects.id, document.projectId)).run();
				}
				tx.insert(projections)
					.values({ documentId, ...mark })
					.onConflictDoUpdate({ target: projections.documentId, set: mark })
					.run();
			});
		}
	};
}

function* inPieces<T>(list: readonly T[], length: number): Generator<T[]> {
	for (let start = 0; start < list.length; start += length) yield list.slice(start, start + length);
}
