// A record: one Y.Map of fields, each last-writer-wins. Reads are tolerant; a write sets only what differs,
// so that two people changing two fields never lose one of them and equal writes make no history.

import type * as Y from 'yjs';
import type { FieldValues, Fields } from './fields.ts';
import { rootMap } from './roots.ts';

/** Any map-like source, so that a row of a collection is read by the same code. */
export function readFields<Own extends Fields>(
	fields: Own,
	stored: { get(name: string): unknown } | null
): FieldValues<Own> {
	const values: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(fields)) values[name] = field.read(stored?.get(name));
	return values as FieldValues<Own>;
}

/** Writes the given fields that differ from what is stored; the values are already checked. */
export function writeFields<Own extends Fields>(
	fields: Own,
	target: Y.Map<unknown>,
	changes: { readonly [Name in keyof FieldValues<Own>]?: FieldValues<Own>[Name] | undefined }
): void {
	for (const [name, field] of Object.entries(fields)) {
		const next = (changes as Record<string, unknown>)[name];
		if (next === undefined) continue;
		const stored = target.get(name);
		const isStored = field.isStored ? field.isStored(stored, next) : stored === next;
		if (!isStored) target.set(name, field.encode ? field.encode(next) : next);
	}
}

export function readRecord<Own extends Fields>(doc: Y.Doc, root: string, fields: Own): FieldValues<Own> {
	return readFields(fields, rootMap(doc, root));
}
