// What differs between two states of a document, for every kind alike: the rows that came, changed and went, collection by
// collection, with what people need to read them.

import { outOfOrder } from '../compare/out-of-order.ts';
import { nameOfPerson } from '../schema/people-and-days.ts';
import type { RowPart, Shape } from '../schema/shape.ts';

/** Rows told by name, of each collection. */
const ROWS_SHOWN = 200;

export interface ContentChange {
	collections: CollectionPreview[];
	/** Names of the parts without rows (title, settings, text) that changed. */
	parts: string[];
	/** Names in person fields that mean no member and were not there before. */
	unknownPeople: string[];
	/** What rows that are referred to above are called, by id. */
	names: Record<string, string>;
}

export interface CollectionPreview {
	/** The collection's name in the kind's own shape. */
	name: string;
	added: number;
	changed: number;
	removed: number;
	/** The first of them. */
	rows: PreviewRow[];
}

export interface PreviewRow {
	id: string;
	change: 'added' | 'changed' | 'removed';
	title: string;
	depth: number;
	/** Fields that differ; of a new row those that say something. */
	fields: PreviewField[];
}

export interface PreviewField {
	name: string;
	/** As in the kind's shape: 'date', 'person', 'reference', 'set', 'text', 'rich-text' …; 'place': it stands elsewhere. */
	type: string;
	before: unknown;
	after: unknown;
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export function changeOf(
	shape: Shape,
	before: Record<string, unknown>,
	after: Record<string, unknown>
): ContentChange {
	const collections: CollectionPreview[] = [];
	const parts: string[] = [];
	const unknownPeople = new Set<string>();
	for (const [name, part] of Object.entries(shape)) {
		if (part.part === 'collection' || part.part === 'tree') {
			const [old, now] = [rowsOf(before[name]), rowsOf(after[name])];
			const rows = compareRows(name, part, old, now);
			if (rows.added + rows.changed + rows.removed > 0) collections.push(rows);
			const fields = personFields(part);
			const known = new Set(old.flatMap((row) => namesIn(row, fields)));
			for (const person of now.flatMap((row) => namesIn(row, fields))) {
				if (!known.has(person)) unknownPeople.add(person);
			}
		} else if (differ(before[name], after[name])) parts.push(name);
	}
	const names = namesOf(collections, after, before);
	return { collections, parts, unknownPeople: [...unknownPeople], names };
}

function rowsOf(value: unknown): readonly Row[] {
	return Array.isArray(value) ? (value as Row[]) : [];
}

/** A set may hold anything; only people in it are marked as names. */
function personFields({ fields, sets = {} }: RowPart): string[] {
	const single = Object.entries(fields).flatMap(([field, { type }]) => (type === 'person' ? field : []));
	return [...single, ...Object.keys(sets)];
}

function namesIn(row: Row, fields: readonly string[]): string[] {
	return fields
		.flatMap((field) => [row[field]].flat())
		.flatMap((member) => {
			const name = typeof member === 'string' ? nameOfPerson(member) : null;
			return name === null ? [] : [name];
		});
}

/** Of the rows that shown fields refer to. */
function namesOf(
	collections: readonly CollectionPreview[],
	...contents: readonly Record<string, unknown>[]
): Record<string, string> {
	const wanted = new Set(
		collections
			.flatMap(({ rows }) => rows.flatMap(({ fields }) => fields))
			.flatMap(({ type, before, after }) => (type === 'reference' ? [before, after] : []))
	);
	const names: Record<string, string> = {};
	for (const row of contents.flatMap((content) => Object.values(content).flatMap(rowsOf))) {
		if (wanted.has(row.id)) names[row.id] ??= titleOf(row);
	}
	return names;
}

function compareRows(
	name: string,
	part: RowPart,
	before: readonly Row[],
	after: readonly Row[]
): CollectionPreview {
	const preview: CollectionPreview = { name, added: 0, changed: 0, removed: 0, rows: [] };
	const old = new Map(before.map((row) => [row.id, row]));
	const moved = movedRows(before, after);
	const tell = (change: PreviewRow['change'], row: Row, names: readonly string[], same?: Row) => {
		preview[change] += 1;
		if (preview.rows.length >= ROWS_SHOWN) return;
		const fields = names.map((field) => ({
			name: field,
			type: typeIn(part, field),
			before: same?.[field] ?? null,
			after: row[field] ?? null
		}));
		preview.rows.push({ id: row.id, change, title: titleOf(row), depth: depthOf(row), fields });
	};
	for (const row of after) {
		const same = old.get(row.id);
		old.delete(row.id);
		const names = changedFields(part, same, row);
		if (moved.has(row.id)) names.push(ORDER);
		if (!same) tell('added', row, names);
		else if (names.length > 0) tell('changed', row, names, same);
	}
	for (const row of old.values()) tell('removed', row, []);
	return preview;
}

function movedRows(before: readonly Row[], after: readonly Row[]): Set<string> {
	const places = new Map(before.map(({ id }, place) => [id, place]));
	const kept = after.flatMap(({ id }) => {
		const place = places.get(id);
		return place === undefined ? [] : [{ id, place }];
	});
	return new Set(outOfOrder(kept));
}

function typeIn({ fields, sets = {}, texts, richTexts = [] }: RowPart, field: string): string {
	if (Object.hasOwn(fields, field)) return fields[field]?.type ?? '';
	if (Object.hasOwn(sets, field)) return 'set';
	if (richTexts.includes(field)) return 'rich-text';
	if (texts.includes(field)) return 'text';
	return field === PARENT ? 'reference' : 'place';
}

const PARENT = 'parent';
const ORDER = 'order';

/** The depth follows from the parents. */
const TOLD_BY_OTHERS = new Set(['id', 'depth']);

function changedFields({ fields }: RowPart, before: Row | undefined, after: Row): string[] {
	return Object.keys(after)
		.filter((name) => !TOLD_BY_OTHERS.has(name))
		.filter((name) =>
			before
				? differ(before[name], after[name])
				: !isEmpty(after[name]) && after[name] !== fields[name]?.fallback
		);
}

function isEmpty(value: unknown): boolean {
	return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function differ(left: unknown, right: unknown): boolean {
	return left !== right && JSON.stringify(left) !== JSON.stringify(right);
}

function titleOf(row: Row): string {
	const words = [row['title'], row['statement'], row['name'], row['text']];
	return (words.find((word) => typeof word === 'string' && word !== '') as string | undefined) ?? '';
}

function depthOf(row: Row): number {
	return typeof row['depth'] === 'number' ? row['depth'] : 0;
}
