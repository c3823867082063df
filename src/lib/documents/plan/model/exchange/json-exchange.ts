// A plan as JSON: what the API shows, complete with ids, and read back without trust. Unknown names are refused, so that
// a slip in a name is not taken for "leave it out".

import * as v from 'valibot';
import type { FieldIssue } from '#lib/core/errors.ts';
import type { Exchange } from '#lib/core/schema/define-kind.ts';
import { parseJson, parseTreeRow, requireNoIssues } from '#lib/core/schema/json-rows.ts';
import { mutationContext } from '#lib/core/schema/mutation.ts';
import { rowValues } from '#lib/core/schema/row-values.ts';
import { readContent } from '../content.ts';
import * as schema from '../schema.ts';
import { titleSchema } from '../settings-mutations.ts';
import { appendPlan, replacePlan, type ImportedPlan } from './imported-plan.ts';

export const jsonExchange: Exchange = {
	mediaType: 'application/json',
	extension: 'json',
	export: (doc) => JSON.stringify(readContent(doc), null, '\t'),
	import(doc, text, { origin, mode }) {
		const imported = parsePlan(text);
		doc.transact(() => {
			if (mode === 'append') appendPlan(doc, imported, mutationContext({}).newId);
			else replacePlan(doc, imported);
		}, origin);
		return [];
	}
};

const outer = v.strictObject({
	title: v.optional(titleSchema),
	settings: v.optional(rowValues({ fields: schema.settingsFields, texts: [] })),
	holidays: v.optional(v.array(v.unknown())),
	statuses: v.optional(v.array(v.unknown())),
	tasks: v.optional(v.array(v.unknown())),
	dependencies: v.optional(v.array(v.unknown())),
	goals: v.optional(v.array(v.unknown())),
	checkIns: v.optional(v.array(v.unknown())),
	baselines: v.optional(v.array(v.unknown())),
	capacities: v.optional(v.array(v.unknown()))
});

/** Throws AppError('invalid') naming each bad field as `tasks.3.title`. */
export function parsePlan(text: string): ImportedPlan {
	const issues: FieldIssue[] = [];
	const { title, settings, ...lists } = parseJson(outer, text);
	const rows = <Values>(root: keyof typeof lists, values: v.GenericSchema<unknown, Values>) =>
		lists[root]?.flatMap((row, index) => parseTreeRow(row, values, `${root}.${index}`, issues));
	const read = {
		title,
		settings: settings as ImportedPlan['settings'],
		holidays: rows('holidays', rowValues(schema.holidays)),
		statuses: rows('statuses', rowValues(schema.statuses)),
		tasks: rows('tasks', rowValues(schema.tasks)),
		dependencies: rows('dependencies', rowValues(schema.dependencies)),
		goals: rows('goals', rowValues(schema.goals)),
		checkIns: rows('checkIns', rowValues(schema.checkIns)),
		baselines: rows('baselines', rowValues(schema.baselines)),
		capacities: rows('capacities', rowValues(schema.capacities))
	};
	requireNoIssues(issues);
	const given = Object.entries(read).filter(([, part]) => part !== undefined);
	return Object.fromEntries(given) as ImportedPlan;
}
