// What an import would do, found out by doing it to a copy: the rows that would come, change and go, collection by
// collection, for every kind alike. The document itself is not touched.

import * as Y from 'yjs';
import { AppError } from '../errors.ts';
import type { DocumentKind, Exchanges, ImportLoss, ImportOptions } from '../schema/define-kind.ts';
import { nameOfPerson } from '../schema/people-and-days.ts';

export type ImportFormat = Exclude<keyof Exchanges, 'ics'>;

/** Characters of one file. A plan of 20,000 tasks stays below it in every format but a very wordy one. */
export const IMPORT_LIMIT = 16 * 1024 * 1024;
/** Rows told by name, of each collection. */
const ROWS_SHOWN = 200;

export interface ImportPreview {
	collections: CollectionPreview[];
	/** Names of the parts without rows (title, settings, text) that would change. */
	parts: string[];
	/** Names in person fields that mean nobody of the given people. */
	unknownPeople: string[];
	lost: ImportLoss[];
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
	/** Fields that would differ; of a new row those that say something. */
	fields: { name: string; before: unknown; after: unknown }[];
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

type TextToImport = { format: ImportFormat; text: string };

/** Throws what the import itself would throw. */
export function previewImport(
	kind: DocumentKind,
	doc: Y.Doc,
	input: TextToImport & Omit<ImportOptions, 'origin'>
): ImportPreview {
	const copy = new Y.Doc();
	try {
		Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
		return importAndTell(kind, copy, { ...input, origin: 'preview' });
	} finally {
		copy.destroy();
	}
}

/** Imports, and tells what that changed. */
export function importAndTell(
	kind: DocumentKind,
	doc: Y.Doc,
	input: TextToImport & ImportOptions
): ImportPreview {
	const before = kind.read(doc) as Record<string, unknown>;
	const lost = runImport(kind, doc, input);
	return { ...compare(kind, before, kind.read(doc) as Record<string, unknown>), lost };
}

/** One transaction of `origin`. Throws AppError('invalid') for a format that the kind does not read, and 'too-large'. */
export function runImport(
	kind: DocumentKind,
	doc: Y.Doc,
	{ format, text, ...options }: TextToImport & ImportOptions
): ImportLoss[] {
	const exchange = kind.exchange[format];
	if (exchange?.import === undefined) {
		const known = importFormats(kind).join(', ');
		const message = `“${kind.name}” does not read “${format}”; it reads: ${known}`;
		throw new AppError('invalid', { format, known }, [
			{ path: 'format', code: 'unsupported-format', message, params: { format, known } }
		]);
	}
	if (text.length > IMPORT_LIMIT) throw new AppError('too-large', { limit: IMPORT_LIMIT });
	return exchange.import(doc, text, options);
}

export function importFormats(kind: DocumentKind): ImportFormat[] {
	return (Object.keys(kind.exchange) as (keyof Exchanges)[]).filter(
		(format): format is ImportFormat => format !== 'ics' && kind.exchange[format]?.import !== undefined
	);
}

function compare(
	kind: DocumentKind,
	before: Record<string, unknown>,
	after: Record<string, unknown>
): Omit<ImportPreview, 'lost'> {
	const collections: CollectionPreview[] = [];
	const parts: string[] = [];
	const unknownPeople = new Set<string>();
	for (const [name, part] of Object.entries(kind.shape)) {
		if (part.part === 'collection' || part.part === 'tree') {
			const people = Object.entries(part.sets ?? {}).flatMap(([set]) => set);
			const owners = Object.entries(part.fields).flatMap(([field, { type }]) =>
				type === 'person' ? field : []
			);
			const rows = compareRows(name, rowsOf(before[name]), rowsOf(after[name]));
			if (rows.added + rows.changed + rows.removed > 0) collections.push(rows);
			const known = new Set(rowsOf(before[name]).flatMap((row) => namesIn(row, [...people, ...owners])));
			for (const row of rowsOf(after[name])) {
				for (const person of namesIn(row, [...people, ...owners])) {
					if (!known.has(person)) unknownPeople.add(person);
				}
			}
		} else if (differ(before[name], after[name])) parts.push(name);
	}
	return { collections, parts, unknownPeople: [...unknownPeople] };
}

function rowsOf(value: unknown): readonly Row[] {
	return Array.isArray(value) ? (value as Row[]) : [];
}

function namesIn(row: Row, fields: readonly string[]): string[] {
	return fields
		.flatMap((field) => [row[field]].flat())
		.flatMap((member) => {
			const name = typeof member === 'string' ? nameOfPerson(member) : null;
			return name === null ? [] : [name];
		});
}

function compareRows(name: string, before: readonly Row[], after: readonly Row[]): CollectionPreview {
	const preview: CollectionPreview = { name, added: 0, changed: 0, removed: 0, rows: [] };
	const old = new Map(before.map((row) => [row.id, row]));
	const tell = (change: PreviewRow['change'], row: Row, fields: PreviewRow['fields']) => {
		preview[change] += 1;
		if (preview.rows.length < ROWS_SHOWN) {
			preview.rows.push({ id: row.id, change, title: titleOf(row), depth: depthOf(row), fields });
		}
	};
	for (const row of after) {
		const same = old.get(row.id);
		old.delete(row.id);
		const fields = changedFields(same, row);
		if (!same) tell('added', row, fields);
		else if (fields.length > 0) tell('changed', row, fields);
	}
	for (const row of old.values()) tell('removed', row, []);
	return preview;
}

/** The depth follows from the parents. */
const TOLD_BY_OTHERS = new Set(['id', 'depth']);

function changedFields(before: Row | undefined, after: Row): PreviewRow['fields'] {
	return Object.keys(after)
		.filter((name) => !TOLD_BY_OTHERS.has(name))
		.filter((name) => (before ? differ(before[name], after[name]) : !isEmpty(after[name])))
		.map((name) => ({ name, before: before?.[name] ?? null, after: after[name] ?? null }));
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
