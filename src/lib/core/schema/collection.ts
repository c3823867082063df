// A collection: rows by id (Y.Map of Y.Map), each field last-writer-wins, in a shared order. Two people who change
// two fields of one row both keep their change. Whoever removes a row wins over whoever edits it.
// A row's place ({parent, order} as one value) is written as a whole, so that no two moves can mix.

import * as Y from 'yjs';
import { AppError } from '../errors.ts';
import { fragmentToJson, isEmptyDocument, jsonToFragment } from '../rich-text/fragment.ts';
import type { RichTextJson } from '../rich-text/schema.ts';
import type { FieldValues, Fields } from './fields.ts';
import { bySourceOrder, placed } from './arrangement.ts';
import { keysToPlace } from './order.ts';
import { PLACE, sources, type RowSource } from './places.ts';
import { readFields, writeFields } from './record.ts';
import { rootMap } from './roots.ts';
import { readSets, replaceMembers } from './sets.ts';
import type { CollectionPart, RowExtras, RowPart } from './shape.ts';
import { replaceText, textOf } from './text.ts';
import { rowsWritten } from './tree-index.ts';

export type Row<Own extends Fields, Texts extends string, Members extends string = never> = {
	id: string;
} & FieldValues<Own> &
	Record<Texts, string> &
	Record<Members, readonly string[]>;

export type RowChanges<Own extends Fields, Texts extends string, Members extends string = never> = {
	readonly [Name in keyof FieldValues<Own>]?: FieldValues<Own>[Name] | undefined;
} & { readonly [Name in Texts]?: string | undefined } & {
	readonly [Name in Members]?: readonly string[] | undefined;
};

export function collection<
	Own extends Fields,
	const Texts extends string = never,
	const Members extends string = never
>(
	fields: Own,
	texts: readonly Texts[] = [],
	extras: RowExtras<Members> = {}
): CollectionPart<Own, Texts, Members> {
	return { part: 'collection', fields, texts, ...extras };
}

/** The rows in their order. Never throws; what is not a row is passed over. */
export function readRows<Own extends Fields, Texts extends string, Members extends string = never>(
	doc: Y.Doc,
	root: string,
	part: RowPart<Own, Texts, Members>
): Row<Own, Texts, Members>[] {
	return sources(rootMap(doc, root))
		.sort(bySourceOrder)
		.map((source) => readRow(part, source));
}

export function readRow<Own extends Fields, Texts extends string, Members extends string = never>(
	part: RowPart<Own, Texts, Members>,
	{ id, map }: RowSource
): Row<Own, Texts, Members> {
	const row: Record<string, unknown> = { ...readFields(part.fields, map), id };
	for (const name of part.texts) row[name] = readRowText(map.get(name));
	if (part.sets) Object.assign(row, readSets(part.sets, map));
	return row as Row<Own, Texts, Members>;
}

/** Adds a row after the row `after` (null = first, absent = last) and returns its id. Runs inside a transaction. */
export function addRow<Own extends Fields, Texts extends string, Members extends string = never>(
	doc: Y.Doc,
	root: string,
	part: RowPart<Own, Texts, Members>,
	row: { id: string; values: RowChanges<Own, Texts, Members>; after?: string | null | undefined }
): string {
	const rows = writableRows(doc, root);
	if (rows.has(row.id)) throw new AppError('conflict', { id: row.id });
	const siblings = sources(rows).sort(bySourceOrder);
	const index = indexAfter(siblings, row.after);
	insertRow(rows, part, row.id, row.values);
	writePlaces(rows, null, keysToPlace(siblings.map(placed), row.id, index));
	return row.id;
}

/** Puts a row after the row `after` (null = first, absent = last). Throws AppError('not-found'). */
export function moveRow(doc: Y.Doc, root: string, id: string, after?: string | null): void {
	const rows = writableRows(doc, root);
	requireRow(rows, id);
	if (after === id) return;
	const siblings = sources(rows)
		.filter((source) => source.id !== id)
		.sort(bySourceOrder);
	const index = indexAfter(siblings, after);
	writePlaces(rows, null, keysToPlace(siblings.map(placed), id, index));
}

/** Sets the given fields and texts of a row; texts by difference. Throws AppError('not-found'). */
export function setRow<Own extends Fields, Texts extends string, Members extends string = never>(
	doc: Y.Doc,
	root: string,
	part: RowPart<Own, Texts, Members>,
	id: string,
	changes: RowChanges<Own, Texts, Members>
): void {
	const row = requireRow(writableRows(doc, root), id);
	writeFields(part.fields, row, changes);
	const given = changes as Record<string, unknown>;
	for (const name of part.texts) {
		const next = given[name];
		const stored = row.get(name);
		if (typeof next !== 'string') continue;
		// A text is made with its row, so it is missing only where the document is damaged.
		if (stored instanceof Y.Text) replaceText(stored, next);
		else row.set(name, new Y.Text(next));
	}
	for (const name of Object.keys(part.sets ?? {})) {
		const next = given[name];
		if (Array.isArray(next)) replaceMembers(row, name, next as string[]);
	}
	for (const name of part.richTexts ?? []) {
		if (given[name] !== undefined) writeRichText(row, name, given[name]);
	}
}

export function removeRow(doc: Y.Doc, root: string, id: string): void {
	const rows = writableRows(doc, root);
	requireRow(rows, id);
	rows.delete(id);
	rowsWritten(rows, [id]);
}

export function writableRows(doc: Y.Doc, root: string): Y.Map<unknown> {
	const rows = rootMap(doc, root);
	if (!rows) throw new AppError('conflict', { damagedRoot: root });
	return rows;
}

export function requireRow(rows: Y.Map<unknown>, id: string): Y.Map<unknown> {
	const row = rows.get(id);
	if (row instanceof Y.Map) return row;
	throw new AppError('not-found', { id });
}

/** Makes the row with all its texts and sets; its place is written afterwards. */
export function insertRow(
	rows: Y.Map<unknown>,
	part: RowPart<Fields, string, string>,
	id: string,
	values: object
): void {
	const given = values as Record<string, unknown>;
	const row = new Y.Map<unknown>();
	rows.set(id, row);
	writeFields(part.fields, row, values);
	for (const name of part.texts) {
		const text = given[name];
		row.set(name, new Y.Text(typeof text === 'string' ? text : ''));
	}
	for (const name of Object.keys(part.sets ?? {})) {
		const members = given[name];
		if (Array.isArray(members)) replaceMembers(row, name, members as string[]);
	}
	for (const name of part.richTexts ?? []) {
		row.set(name, new Y.XmlFragment());
		if (given[name] !== undefined && given[name] !== null) writeRichText(row, name, given[name]);
	}
}

/** The co-edited rich text of a row, for an editor to bind to; null where the row or its text is missing. */
export function rowFragment(doc: Y.Doc, root: string, id: string, name: string): Y.XmlFragment | null {
	const row = rootMap(doc, root)?.get(id);
	const stored = row instanceof Y.Map ? row.get(name) : null;
	return isFragment(stored) ? stored : null;
}

/** The co-edited plain text of a row, for a field to bind to; null where the row or its text is missing. */
export function rowText(doc: Y.Doc, root: string, id: string, name: string): Y.Text | null {
	const row = rootMap(doc, root)?.get(id);
	const stored = row instanceof Y.Map ? row.get(name) : null;
	return stored instanceof Y.Text ? stored : null;
}

/** The rich text of a row as a document; null when it says nothing. Never throws. */
export function readRichText(row: Y.Map<unknown>, name: string): RichTextJson | null {
	const stored = row.get(name);
	if (!isFragment(stored) || stored.length === 0) return null;
	const json = fragmentToJson(stored);
	return isEmptyDocument(json) ? null : json;
}

/** null empties the text. */
function writeRichText(row: Y.Map<unknown>, name: string, json: unknown): void {
	let stored = row.get(name);
	// What says nothing already needs no empty paragraph.
	if (json === null && isFragment(stored) && readRichText(row, name) === null) return;
	if (!isFragment(stored)) {
		stored = new Y.XmlFragment();
		row.set(name, stored);
	}
	jsonToFragment(json, stored as Y.XmlFragment);
}

/** An element is a fragment too, but not one that an editor may fill. */
function isFragment(stored: unknown): stored is Y.XmlFragment {
	return stored instanceof Y.XmlFragment && !(stored instanceof Y.XmlElement);
}

export function writePlaces(rows: Y.Map<unknown>, parent: string | null, keys: Map<string, string>): void {
	for (const [id, order] of keys) requireRow(rows, id).set(PLACE, { parent, order });
	rowsWritten(rows, keys.keys());
}

/** Where the row that follows `after` stands among `siblings`. */
export function indexAfter(siblings: readonly RowSource[], after: string | null | undefined): number {
	if (after === undefined) return siblings.length;
	if (after === null) return 0;
	const index = siblings.findIndex(({ id }) => id === after);
	if (index === -1) throw new AppError('not-found', { id: after });
	return index + 1;
}

function readRowText(stored: unknown): string {
	if (stored instanceof Y.Text) return textOf(stored);
	return typeof stored === 'string' ? stored : '';
}
