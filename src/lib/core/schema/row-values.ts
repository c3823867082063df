// What may be written into the rows of a collection or a tree, as one schema derived from its parts: an unknown name,
// a wrong type, a value over its limit is refused by name. Mutations take their arguments by it.

import * as v from 'valibot';
import type { RichTextJson } from '../rich-text/schema.ts';
import type { RowChanges } from './collection.ts';
import type { Fields } from './fields.ts';
import { membersSchema } from './sets.ts';
import type { RowPart } from './shape.ts';

/** Any rich text JSON; unknown nodes give way to their words when it is written. */
export const richTextValue = v.custom<RichTextJson>(
	(value) =>
		typeof value === 'object' &&
		value !== null &&
		'type' in value &&
		value.type === 'doc' &&
		'content' in value &&
		Array.isArray(value.content),
	'A rich text document: {"type": "doc", "content": […]}'
);

/** The longest plain text that may be set at once; typing is bounded by the document's size only. */
export const TEXT_MAX_LENGTH = 100_000;

const textValue = v.pipe(
	v.string(),
	v.maxLength(TEXT_MAX_LENGTH, (issue) => `At most ${TEXT_MAX_LENGTH} characters; got ${issue.input.length}`)
);

/** Fields, texts, sets and rich texts of a row, each optional; nothing else. */
export function rowValues<Own extends Fields, Texts extends string, Members extends string = never>(
	part: RowPart<Own, Texts, Members>
): v.GenericSchema<unknown, RowChanges<Own, Texts, Members>> {
	const entries: Record<string, v.GenericSchema> = {};
	for (const [name, field] of Object.entries(part.fields)) entries[name] = field.schema;
	for (const name of part.texts) entries[name] = textValue;
	for (const [name, set] of Object.entries(part.sets ?? {})) {
		entries[name] = membersSchema(set as Parameters<typeof membersSchema>[0]);
	}
	for (const name of part.richTexts ?? []) entries[name] = v.nullable(richTextValue);
	return v.partial(v.strictObject(entries)) as unknown as v.GenericSchema<
		unknown,
		RowChanges<Own, Texts, Members>
	>;
}

/** Members to add to and to take out of the sets of a row; nothing else. */
export function memberChanges<Members extends string>(part: {
	readonly sets?: RowPart<Fields, string, Members>['sets'];
}): v.GenericSchema<unknown, { readonly [Name in Members]?: readonly string[] | undefined }> {
	const entries: Record<string, v.GenericSchema> = {};
	for (const [name, set] of Object.entries(part.sets ?? {})) {
		entries[name] = membersSchema(set as Parameters<typeof membersSchema>[0]);
	}
	return v.partial(v.strictObject(entries)) as never;
}
