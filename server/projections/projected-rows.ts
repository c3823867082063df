// A projection as rows of the tables, and what must be written to turn the rows that are stored into those. Pure.
// Only what differs is written: an edit of one task in a plan of ten thousand touches that task's rows.

import type { LinkTarget, Projection } from '#lib/core/schema/projection.ts';
import type {
	ProjectedItemRow,
	ProjectedLinkRow,
	ProjectedMeasureRow,
	ProjectedTextRow
} from '#server/database/schema/tables.ts';

export interface ProjectedRows {
	items: ProjectedItemRow[];
	links: ProjectedLinkRow[];
	texts: ProjectedTextRow[];
	measures: ProjectedMeasureRow[];
}

export type RowTable = keyof ProjectedRows;

export interface TableChange<Row> {
	put: Row[];
	remove: Row[];
}

export type RowChanges = { [Table in RowTable]: TableChange<ProjectedRows[Table][number]> };

/** What stands for the document itself where a row names an item. */
export const WHOLE_DOCUMENT = '';

export function rowsOf(documentId: string, projection: Projection): ProjectedRows {
	const linkCounts = new Map<string, number>();
	return {
		items: projection.items.map((item) => ({
			documentId,
			itemId: item.id,
			type: item.type,
			title: item.title,
			parentId: item.parentId,
			position: item.position,
			state: item.state ?? null,
			status: item.status ?? null,
			startsOn: item.startsOn ?? null,
			dueOn: item.dueOn ?? null,
			weight: item.weight ?? null,
			progress: item.progress ?? null,
			audience: item.audience ?? null
		})),
		links: projection.links.map(({ fromItemId, relation, label, target }) => {
			const itemId = fromItemId ?? WHOLE_DOCUMENT;
			const ordinal = linkCounts.get(itemId) ?? 0;
			linkCounts.set(itemId, ordinal + 1);
			return { documentId, itemId, ordinal, relation, label, ...targetColumns(target) };
		}),
		texts: projection.texts.map(({ itemId, field, text }) => ({
			documentId,
			itemId: itemId ?? WHOLE_DOCUMENT,
			field,
			text
		})),
		measures: projection.measures.map(({ itemId, name, value, unit }) => ({
			documentId,
			itemId: itemId ?? WHOLE_DOCUMENT,
			name,
			value,
			unit
		}))
	};
}

type TargetColumns = Pick<ProjectedLinkRow, 'userId' | 'personName' | 'toDocumentId' | 'toItemId' | 'url'>;

const NO_TARGET: TargetColumns = {
	userId: null,
	personName: null,
	toDocumentId: null,
	toItemId: null,
	url: null
};

function targetColumns(target: LinkTarget): TargetColumns {
	switch (target.type) {
		case 'user':
			return { ...NO_TARGET, userId: target.id };
		case 'person':
			return { ...NO_TARGET, personName: target.name };
		case 'document':
			return { ...NO_TARGET, toDocumentId: target.id, toItemId: target.itemId ?? null };
		case 'url':
			return { ...NO_TARGET, url: target.url };
	}
}

export function changesBetween(before: ProjectedRows, after: ProjectedRows): RowChanges {
	return {
		items: changed(before.items, after.items, ({ itemId }) => itemId),
		links: changed(before.links, after.links, ({ itemId, ordinal }) => `${ordinal} ${itemId}`),
		texts: changed(before.texts, after.texts, ({ itemId, field }) => `${field} ${itemId}`),
		measures: changed(before.measures, after.measures, ({ itemId, name }) => `${name} ${itemId}`)
	};
}

function changed<Row extends object>(
	before: readonly Row[],
	after: readonly Row[],
	keyOf: (row: Row) => string
): TableChange<Row> {
	const left = new Map(before.map((row) => [keyOf(row), row]));
	const put: Row[] = [];
	for (const row of after) {
		const key = keyOf(row);
		const known = left.get(key);
		if (known === undefined || !isSameRow(known, row)) put.push(row);
		left.delete(key);
	}
	return { put, remove: [...left.values()] };
}

function isSameRow(left: object, right: object): boolean {
	return Object.entries(right).every(([name, value]) => Object.is(Reflect.get(left, name), value));
}
