// Makes a collection or a tree hold exactly the given rows, ids and order included, touching only what differs. For
// imports and restored versions: what others change at the same moment in rows that did not differ survives.

import type * as Y from 'yjs';
import { AppError } from '../errors.ts';
import { insertRow, requireRow, setRow, writableRows, type RowChanges } from './collection.ts';
import type { Fields } from './fields.ts';
import { keysToArrange } from './order.ts';
import { PLACE, sources } from './places.ts';
import type { RowPart } from './shape.ts';
import { rowsWritten } from './tree-index.ts';

export interface WantedRow<Values> {
	readonly id: string;
	/** Parts that are not named stay as they are. */
	readonly values: Values;
	/** Another of the rows; null = the top level. Absent in a collection. */
	readonly parent?: string | null;
}

/** `rows` in their order; siblings of a tree in theirs. Runs inside a transaction. Throws AppError('invalid') for a bad list. */
export function replaceRows<Own extends Fields, Texts extends string, Members extends string = never>(
	doc: Y.Doc,
	root: string,
	part: RowPart<Own, Texts, Members>,
	rows: readonly WantedRow<RowChanges<Own, Texts, Members>>[]
): void {
	requireTree(root, rows);
	const stored = writableRows(doc, root);
	const wanted = new Set(rows.map(({ id }) => id));
	const before = [...stored.keys()];
	for (const id of before) if (!wanted.has(id)) stored.delete(id);
	const present = new Set(sources(stored).map(({ id }) => id));
	for (const { id, values } of rows) {
		if (present.has(id)) setRow(doc, root, part, id, values);
		else insertRow(stored, part, id, values);
	}
	const places = new Map(sources(stored).map(({ id, place }) => [id, place]));
	for (const [parent, ids] of siblings(rows)) {
		const placed = ids.map((id) => {
			const place = places.get(id);
			return { id, order: place?.parent === parent ? place.order : null };
		});
		for (const [id, order] of keysToArrange(placed)) requireRow(stored, id).set(PLACE, { parent, order });
	}
	rowsWritten(stored, new Set([...before, ...wanted]));
}

function siblings(rows: readonly WantedRow<unknown>[]): Map<string | null, string[]> {
	const groups = new Map<string | null, string[]>();
	for (const { id, parent = null } of rows) {
		const group = groups.get(parent);
		if (group) group.push(id);
		else groups.set(parent, [id]);
	}
	return groups;
}

/** Refused before the first write: an id twice, a parent that does not stand before its child. */
function requireTree(root: string, rows: readonly WantedRow<unknown>[]): void {
	const known = new Set<string | null>([null]);
	for (const [index, { id, parent = null }] of rows.entries()) {
		const path = `${root}.${index}`;
		if (known.has(id)) {
			throw new AppError('invalid', { id }, [
				{ path: `${path}.id`, code: 'duplicate', message: `The id “${id}” stands twice`, params: { id } }
			]);
		}
		if (!known.has(parent)) {
			const params = { id: parent ?? '' };
			const message = `No row with the id “${params.id}” stands before this one`;
			throw new AppError('invalid', params, [{ path: `${path}.parent`, code: 'not-found', message, params }]);
		}
		known.add(id);
	}
}
