// A document as JSON derived from its shape alone: for kinds whose JSON is exactly what `read` gives. Unknown names are
// refused, so that a slip in a name is not taken for "leave it out"; a part that is not named stays as it is.

import * as v from 'valibot';
import type * as Y from 'yjs';
import { AppError, type FieldIssue } from '../errors.ts';
import { bySourceOrder, placed } from './arrangement.ts';
import { insertRow, writableRows, writePlaces } from './collection.ts';
import type { Exchange } from './define-kind.ts';
import { parseJson, parseRow, requireNoIssues } from './json-rows.ts';
import { mutationContext } from './mutation.ts';
import { keysToPlace } from './order.ts';
import { sources } from './places.ts';
import { writeFields } from './record.ts';
import { replaceRows, type WantedRow } from './replace.ts';
import { rootText } from './roots.ts';
import { rowValues } from './row-values.ts';
import type { CollectionPart, RecordPart, Shape, TextPart } from './shape.ts';
import { replaceText } from './text.ts';

/** What such a kind may be made of. */
export type FlatShape = Readonly<Record<string, TextPart | RecordPart | CollectionPart>>;

type Values = Record<string, unknown>;
type Imported = Record<string, string | Values | WantedRow<Values>[]>;

/** At most this many characters in one root text (a title). */
const TEXT_MAX = 500;

export function jsonExchangeOf(shape: FlatShape, read: (doc: Y.Doc) => unknown): Exchange {
	return {
		mediaType: 'application/json',
		extension: 'json',
		export: (doc) => JSON.stringify(read(doc), null, '\t'),
		import(doc, text, { origin, mode }) {
			const imported = parse(shape, text);
			doc.transact(() => {
				if (mode === 'append') append(doc, shape, imported, mutationContext({}).newId);
				else replace(doc, shape, imported);
			}, origin);
			return [];
		}
	};
}

function replace(doc: Y.Doc, shape: FlatShape, imported: Imported): void {
	for (const [root, given] of Object.entries(imported)) {
		const part = shape[root];
		if (part?.part === 'text') setText(doc, root, given as string);
		else if (part?.part === 'record') writeFields(part.fields, writableRows(doc, root), given as Values);
		else if (part?.part === 'collection') replaceRows(doc, root, part, given as WantedRow<never>[]);
	}
}

/** Rows come in after those that are there, under ids of their own; what they say of each other goes along. */
function append(doc: Y.Doc, shape: FlatShape, imported: Imported, newId: () => string): void {
	const renamed = new Map<string, string>();
	const lists = Object.entries(imported).filter(([root]) => shape[root]?.part === 'collection');
	for (const [, rows] of lists) for (const { id } of rows as WantedRow<Values>[]) renamed.set(id, newId());
	for (const [root, rows] of lists) {
		const part = shape[root] as CollectionPart;
		const target = writableRows(doc, root);
		const siblings = sources(target).sort(bySourceOrder).map(placed);
		const added = (rows as WantedRow<Values>[]).map(({ id, values }) => {
			const ownId = renamed.get(id) ?? id;
			insertRow(target, part, ownId, withReferences(part, values, renamed));
			return ownId;
		});
		if (added.length > 0) writePlaces(target, null, keysToPlace(siblings, added, siblings.length));
	}
}

function withReferences(part: CollectionPart, values: Values, renamed: ReadonlyMap<string, string>): Values {
	const copy = { ...values };
	for (const [name, field] of Object.entries(part.fields)) {
		const value = copy[name];
		if (field.type === 'reference' && typeof value === 'string') copy[name] = renamed.get(value) ?? value;
	}
	return copy;
}

function setText(doc: Y.Doc, root: string, next: string): void {
	const target = rootText(doc, root);
	if (!target) throw new AppError('conflict', { damagedRoot: root });
	replaceText(target, next);
}

function parse(shape: FlatShape, text: string): Imported {
	const issues: FieldIssue[] = [];
	const imported: Imported = {};
	for (const [root, given] of Object.entries(parseJson(outerSchema(shape), text))) {
		const part = shape[root];
		if (given === undefined || !part) continue;
		if (part.part === 'collection') {
			imported[root] = (given as unknown[]).flatMap((row, index) =>
				parseRow(row, rowValues(part) as v.GenericSchema<unknown, Values>, `${root}.${index}`, issues)
			);
		} else imported[root] = given as string | Values;
	}
	requireNoIssues(issues);
	return imported;
}

function outerSchema(shape: Shape): v.GenericSchema<unknown, Record<string, unknown>> {
	const entries: Record<string, v.GenericSchema> = {};
	for (const [root, part] of Object.entries(shape)) {
		if (part.part === 'text') entries[root] = v.optional(v.pipe(v.string(), v.maxLength(TEXT_MAX)));
		else if (part.part === 'record')
			entries[root] = v.optional(rowValues({ fields: part.fields, texts: [] }));
		else entries[root] = v.optional(v.array(v.unknown()));
	}
	return v.strictObject(entries) as unknown as v.GenericSchema<unknown, Record<string, unknown>>;
}
