// The shape of a document: which named roots it has and what each holds. The shape is data, so that the
// schema lock, the contract tests and the API's operations are derived from it instead of repeated.

import type { Fields } from './fields.ts';
import type { Sets } from './sets.ts';

/** One co-edited plain text (Y.Text). */
export interface TextPart {
	readonly part: 'text';
}

/** One co-edited rich text (Y.XmlFragment) of core/rich-text. */
export interface RichTextPart {
	readonly part: 'rich-text';
}

/** One set of fields (Y.Map), each last-writer-wins. */
export interface RecordPart<Own extends Fields = Fields> {
	readonly part: 'record';
	readonly fields: Own;
}

/** What a row of a collection or a tree is made of. */
export interface RowPart<
	Own extends Fields = Fields,
	Texts extends string = string,
	Members extends string = string
> {
	readonly fields: Own;
	/** Names of the rows' co-edited plain texts (Y.Text), made together with the row. */
	readonly texts: readonly Texts[];
	/** Sets that people add to and remove from at once; each member is a key of the row. */
	readonly sets?: Sets<Members>;
	/** Names of the rows' co-edited rich texts (Y.XmlFragment), made together with the row, read one at a time. */
	readonly richTexts?: readonly string[];
}

/** Rows by id (Y.Map of Y.Map), each field last-writer-wins, in a shared order. */
export interface CollectionPart<
	Own extends Fields = Fields,
	Texts extends string = string,
	Members extends string = string
> extends RowPart<Own, Texts, Members> {
	readonly part: 'collection';
}

/** A collection whose rows have parents; parent and order are one value. */
export interface TreePart<
	Own extends Fields = Fields,
	Texts extends string = string,
	Members extends string = string
> extends RowPart<Own, Texts, Members> {
	readonly part: 'tree';
}

/** What a row may hold beside its fields and plain texts. */
export interface RowExtras<Members extends string> {
	readonly sets?: Sets<Members>;
	readonly richTexts?: readonly string[];
}

export type Part = TextPart | RichTextPart | RecordPart | CollectionPart | TreePart;
export type Shape = Readonly<Record<string, Part>>;

export function text(): TextPart {
	return { part: 'text' };
}

export function richText(): RichTextPart {
	return { part: 'rich-text' };
}

export function record<Own extends Fields>(fields: Own): RecordPart<Own> {
	return { part: 'record', fields };
}
