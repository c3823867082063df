// A tree: a collection whose rows name their parent. Whatever is stored, every row is shown exactly once:
// orphans stand at the top level, and a circle that two people's moves closed is cut at its smallest id,
// so that every replica shows the same tree (arrangement.ts). The next move that touches a cut circle makes the cut lasting.

import type * as Y from 'yjs';
import { AppError } from '../errors.ts';
import { arrange, outlineOf, placed, type Arrangement } from './arrangement.ts';
import {
	indexAfter,
	insertRow,
	readRow,
	requireRow,
	writableRows,
	writePlaces,
	type Row,
	type RowChanges
} from './collection.ts';
import type { Fields } from './fields.ts';
import { keysToPlace } from './order.ts';
import { PLACE, sources, type RowSource } from './places.ts';
import { rootMap } from './roots.ts';
import type { RowExtras, RowPart, TreePart } from './shape.ts';
import { rowsWritten, treeIndexOf } from './tree-index.ts';

export type TreeRow<Own extends Fields, Texts extends string, Members extends string = never> = Row<
	Own,
	Texts,
	Members
> & {
	parent: string | null;
	/** 0 at the top level. */
	depth: number;
};

export interface TreeTarget {
	/** null = the top level. */
	parent: string | null;
	/** The sibling to stand after; null = first, absent = last. */
	after?: string | null | undefined;
}

export function tree<
	Own extends Fields,
	const Texts extends string = never,
	const Members extends string = never
>(fields: Own, texts: readonly Texts[] = [], extras: RowExtras<Members> = {}): TreePart<Own, Texts, Members> {
	return { part: 'tree', fields, texts, ...extras };
}

/** All rows in outline order: each parent before its children. Never throws. */
export function readTree<Own extends Fields, Texts extends string, Members extends string = never>(
	doc: Y.Doc,
	root: string,
	part: RowPart<Own, Texts, Members>
): TreeRow<Own, Texts, Members>[] {
	return outlineOf(arrange(sources(rootMap(doc, root)))).map(({ source, parent, depth }) =>
		Object.assign(readRow(part, source), { parent, depth })
	);
}

/** A row to add: its parent is a row added before it, or null = stands where the target says. */
export interface NewNode<Values> {
	id: string;
	values: Values;
	parent: string | null;
}

/** Adds a row and returns its id. Runs inside a transaction. Throws AppError('not-found' | 'conflict'). */
export function addNode<Own extends Fields, Texts extends string, Members extends string = never>(
	doc: Y.Doc,
	root: string,
	part: RowPart<Own, Texts, Members>,
	node: { id: string; values: RowChanges<Own, Texts, Members> } & TreeTarget
): string {
	const { id, values, ...target } = node;
	addNodes(doc, root, part, [{ id, values, parent: null }], target);
	return id;
}

/** Adds rows, with rows below them, in the given order. Throws AppError('not-found' | 'conflict'). */
export function addNodes<Own extends Fields, Texts extends string, Members extends string = never>(
	doc: Y.Doc,
	root: string,
	part: RowPart<Own, Texts, Members>,
	nodes: readonly NewNode<RowChanges<Own, Texts, Members>>[],
	target: TreeTarget
): void {
	const rows = writableRows(doc, root);
	for (const { id } of nodes) if (rows.has(id)) throw new AppError('conflict', { id });
	if (target.parent !== null) requireRow(rows, target.parent);
	const siblings = treeIndexOf(rows).arrangement.children.get(target.parent) ?? [];
	const index = indexAfter(siblings, target.after);
	const below = new Map<string | null, string[]>();
	for (const { id, parent, values } of nodes) {
		if (parent !== null && !below.has(parent)) throw new AppError('not-found', { id: parent });
		insertRow(rows, part, id, values);
		below.set(id, []);
		if (parent !== null) below.get(parent)?.push(id);
	}
	const tops = nodes.filter(({ parent }) => parent === null).map(({ id }) => id);
	writePlaces(rows, target.parent, keysToPlace(siblings.map(placed), tops, index));
	for (const [parent, ids] of below) {
		if (ids.length > 0) writePlaces(rows, parent, keysToPlace([], ids, 0));
	}
}

/** Moves a row with everything below it. Throws AppError('conflict') when it would lie below itself. */
export function moveNode(doc: Y.Doc, root: string, id: string, target: TreeTarget): void {
	moveNodes(doc, root, [id], target);
}

/**
 * Moves rows, each with everything below it, so that they stand side by side in the given order. A row that lies below
 * another moved one stays there. Throws AppError('conflict') when one would lie below itself.
 */
export function moveNodes(doc: Y.Doc, root: string, ids: readonly string[], target: TreeTarget): void {
	const rows = writableRows(doc, root);
	for (const id of ids) requireRow(rows, id);
	if (target.parent !== null) requireRow(rows, target.parent);
	const { arrangement } = treeIndexOf(rows);
	const { parents, children, cut } = arrangement;
	const moved = new Set(topmost(arrangement, ids));
	for (let above: string | null = target.parent; above !== null; above = parents.get(above) ?? null) {
		if (moved.has(above)) throw new AppError('conflict', { id: above, parent: target.parent ?? '' });
	}
	const all = children.get(target.parent) ?? [];
	const siblings = all.filter(({ id }) => !moved.has(id));
	// After a row that moves itself means after the nearest one before it that stays.
	let after = target.after;
	if (typeof after === 'string' && moved.has(after)) {
		const from = all.findIndex(({ id }) => id === after);
		if (from === -1) throw new AppError('not-found', { id: after });
		after = all.slice(0, from).findLast(({ id }) => !moved.has(id))?.id ?? null;
	}
	const index = indexAfter(siblings, after);
	const isInPlace = [...moved].every((id, offset) => {
		const present = all[index + offset];
		return present?.id === id && present.place.parent === target.parent && present.place.order !== null;
	});
	if (isInPlace && cut.length === 0) return;
	// Otherwise opening the circle here would make the row that was cut jump below its stored parent.
	for (const source of cut) {
		if (!moved.has(source.id)) source.map.set(PLACE, { parent: null, order: source.place.order });
	}
	rowsWritten(
		rows,
		cut.map(({ id }) => id)
	);
	writePlaces(rows, target.parent, keysToPlace(siblings.map(placed), [...moved], index));
}

/** Removes a row with everything below it. Throws AppError('not-found'). */
export function removeNode(doc: Y.Doc, root: string, id: string): void {
	removeNodes(doc, root, [id]);
}

/** Removes rows with everything below them; returns the ids of all that went. Throws AppError('not-found'). */
export function removeNodes(doc: Y.Doc, root: string, ids: readonly string[]): string[] {
	const rows = writableRows(doc, root);
	for (const id of ids) requireRow(rows, id);
	const { children } = treeIndexOf(rows).arrangement;
	const doomed = new Set(ids);
	// A set is walked in the order of adding, so what is added on the way is walked too.
	for (const id of doomed) for (const child of children.get(id) ?? []) doomed.add(child.id);
	for (const id of doomed) rows.delete(id);
	rowsWritten(rows, doomed);
	return [...doomed];
}

/** The given rows without those that lie below another of them, in the given order, each once. */
export function topmost(arrangement: Arrangement<RowSource>, ids: readonly string[]): string[] {
	const chosen = new Set(ids);
	return [...chosen].filter((id) => {
		let above = arrangement.parents.get(id) ?? null;
		while (above !== null && !chosen.has(above)) above = arrangement.parents.get(above) ?? null;
		return above === null;
	});
}

/** How the rows of a tree stand now, for mutations that decide by the neighbours. */
export function arrangementOf(doc: Y.Doc, root: string): Arrangement<RowSource> {
	const rows = rootMap(doc, root);
	return rows ? treeIndexOf(rows).arrangement : arrange<RowSource>([]);
}
