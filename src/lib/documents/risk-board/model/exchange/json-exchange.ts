// A risk board as JSON: what the API shows, complete with ids and history, and read back without trust. Unknown names are
// refused, so that a slip in a name is not taken for "leave it out".

import * as v from 'valibot';
import type { FieldIssue } from '#lib/core/errors.ts';
import type { Exchange } from '#lib/core/schema/define-kind.ts';
import { parseJson, parseRow, requireNoIssues } from '#lib/core/schema/json-rows.ts';
import { mutationContext } from '#lib/core/schema/mutation.ts';
import { rowValues } from '#lib/core/schema/row-values.ts';
import { readContent } from '../content.ts';
import * as schema from '../schema.ts';
import { titleSchema } from '../settings-mutations.ts';
import { appendBoard, replaceBoard, type ImportedBoard } from './imported-board.ts';

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

/** Throws AppError('invalid') naming each bad field as `risks.3.title`. */
export function parseBoard(text: string): ImportedBoard {
	const issues: FieldIssue[] = [];
	const { title, settings, ...lists } = parseJson(outer, text);
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
	requireNoIssues(issues);
	return Object.fromEntries(Object.entries(read).filter(([, part]) => part !== undefined)) as ImportedBoard;
}
