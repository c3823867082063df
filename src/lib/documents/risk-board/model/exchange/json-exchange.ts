// A risk board as JSON: what the API shows, complete with ids and history, and read back without trust. Unknown names are
// refused, so that a slip in a name is not taken for "leave it out".

import * as v from 'valibot';
import { AppError, type FieldIssue } from '#lib/core/errors.ts';
import { toFieldIssues } from '#lib/core/field-issues.ts';
import type { Exchange } from '#lib/core/schema/define-kind.ts';
import { mutationContext } from '#lib/core/schema/mutation.ts';
import type { WantedRow } from '#lib/core/schema/replace.ts';
import { rowValues } from '#lib/core/schema/row-values.ts';
import { readContent } from '../content.ts';
import * as schema from '../schema.ts';
import { titleSchema } from '../settings-mutations.ts';
import { appendBoard, replaceBoard, type ImportedBoard } from './imported-board.ts';

const MOST_ISSUES = 100;

export const jsonExchange: Exchange = {
	mediaType: 'application/json',
	extension: 'json',
	export: (doc) => JSON.stringify(readContent(doc), null, '\t'),
	import(doc, text, { origin, mode }) {
		const imported = parseBoard(text);
		const write = mode === 'append' ? appendBoard : replaceBoard;
		doc.transact(() => write(doc, imported, mutationContext({})), origin);
		return [];
	}
};

const list = v.optional(v.array(v.unknown()));
const outer = v.strictObject({
	title: v.optional(titleSchema),
	settings: v.optional(rowValues({ fields: schema.settingsFields, texts: [] })),
	scales: list,
	risks: list,
	actions: list,
	history: list
});
const address = v.looseObject({
	id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'An id: up to 64 letters, digits, - and _'))
});

/** Throws AppError('invalid') naming each bad field as `risks.3.title`. */
export function parseBoard(text: string): ImportedBoard {
	const issues: FieldIssue[] = [];
	const { title, settings, ...lists } = parseOuter(text);
	const rows = <Values>(root: keyof typeof lists, values: v.GenericSchema<unknown, Values>) =>
		lists[root]?.flatMap((row, index) => parseRow(row, values, `${root}.${index}`, issues));
	const read = {
		title,
		settings: settings as ImportedBoard['settings'],
		scales: rows('scales', rowValues(schema.scales)),
		risks: rows('risks', rowValues(schema.risks)),
		actions: rows('actions', rowValues(schema.actions)),
		history: rows('history', rowValues(schema.history))
	};
	if (issues.length > 0)
		throw new AppError('invalid', { count: issues.length }, issues.slice(0, MOST_ISSUES));
	return Object.fromEntries(Object.entries(read).filter(([, part]) => part !== undefined)) as ImportedBoard;
}

function parseOuter(text: string): v.InferOutput<typeof outer> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new AppError('invalid', {}, [{ path: '', code: 'not-json', message: 'Not valid JSON' }]);
	}
	const outcome = v.safeParse(outer, value);
	if (outcome.success) return outcome.output;
	throw new AppError('invalid', {}, toFieldIssues(outcome.issues));
}

function parseRow<Values>(
	row: unknown,
	values: v.GenericSchema<unknown, Values>,
	path: string,
	issues: FieldIssue[]
): WantedRow<Values>[] {
	const named = v.safeParse(address, row);
	if (!named.success) {
		issues.push(...toFieldIssues(named.issues, path));
		return [];
	}
	const { id, ...rest } = named.output;
	const outcome = v.safeParse(values, rest);
	if (outcome.success) return [{ id, values: outcome.output }];
	issues.push(...toFieldIssues(outcome.issues, path));
	return [];
}
