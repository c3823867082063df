// Meeting notes as JSON: what the API shows, complete, and read back without trust.

import * as v from 'valibot';
import type { FieldIssue } from '#lib/core/errors.ts';
import type { Exchange } from '#lib/core/schema/define-kind.ts';
import { parseJson, parseRow, requireNoIssues } from '#lib/core/schema/json-rows.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { replaceRows } from '#lib/core/schema/replace.ts';
import { rowValues } from '#lib/core/schema/row-values.ts';
import { addAgendaItems, setAttendance } from './agenda-mutations.ts';
import { readContent } from './content.ts';
import { appendBody, replaceBody, setDetails, setTitle } from './mutations.ts';
import { AGENDA, AGENDA_MAX, ATTENDANCE, ATTENDANCE_MAX, agenda, attendance } from './schema.ts';

const exported = v.intersect([
	setTitle.args,
	replaceBody.args,
	v.object({
		details: setDetails.args,
		// Absent in what version 1 exported: then what is there stays.
		[AGENDA]: v.optional(rows(AGENDA_MAX)),
		[ATTENDANCE]: v.optional(rows(ATTENDANCE_MAX))
	})
]);

export const jsonExchange: Exchange = {
	mediaType: 'application/json',
	extension: 'json',
	export: (doc) => JSON.stringify(readContent(doc), null, '\t'),
	import(doc, text, { origin, mode }) {
		const { title, details, body, ...given } = parseJson(exported, text);
		const issues: FieldIssue[] = [];
		const items = given.agenda?.flatMap((row, index) =>
			parseRow(row, rowValues(agenda), `${AGENDA}.${index}`, issues)
		);
		const people = given.attendance?.flatMap((row, index) =>
			parseRow(row, rowValues(attendance), `${ATTENDANCE}.${index}`, issues)
		);
		requireNoIssues(issues);
		doc.transact(() => {
			if (mode === 'append') {
				mutate(doc, addAgendaItems, { items: (items ?? []).map(({ values }) => values) }, { origin });
				for (const { values } of people ?? []) {
					const { person = null, name = '', state } = values;
					if (name.trim() !== '') mutate(doc, setAttendance, { person, name, state }, { origin });
				}
				return mutate(doc, appendBody, { body }, { origin });
			}
			if (items) replaceRows(doc, AGENDA, agenda, items);
			if (people) replaceRows(doc, ATTENDANCE, attendance, people);
			mutate(doc, setTitle, { title }, { origin });
			mutate(doc, setDetails, details, { origin });
			return mutate(doc, replaceBody, { body }, { origin });
		}, origin);
		return [];
	}
};

function rows(most: number) {
	return v.pipe(
		v.array(v.unknown()),
		v.maxLength(most, ({ input }) => `At most ${most}; got ${input.length}`)
	);
}
