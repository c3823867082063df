// What a retrospective leaves behind: actions, lessons, and who said what at the check-in.

import * as v from 'valibot';
import { addRow, moveRow, removeRow, setRow } from '#lib/core/schema/collection.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { rowValues } from '#lib/core/schema/row-values.ts';
import { after, id } from './board-mutations.ts';
import { checkRoom } from '#lib/core/schema/refusal.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import * as schema from './schema.ts';

const { ACTIONS, CHECK_INS, LESSONS, actions, checkIns, lessons } = schema;

export const addAction = defineMutation({
	name: 'addAction',
	args: v.object({ values: v.optional(rowValues(actions), {}), after }),
	run(doc, { values, after }, { newId }): string {
		checkRoom(doc, ACTIONS, 1, schema.OUTCOMES_MAX);
		return addRow(doc, ACTIONS, actions, { id: newId(), values: tidy(values), after });
	}
});

export const updateAction = defineMutation({
	name: 'updateAction',
	args: v.object({ id, values: rowValues(actions) }),
	run: (doc, { id, values }) => setRow(doc, ACTIONS, actions, id, tidy(values))
});

export const moveAction = defineMutation({
	name: 'moveAction',
	args: v.object({ id, after }),
	run: (doc, { id, after }) => moveRow(doc, ACTIONS, id, after)
});

export const removeAction = defineMutation({
	name: 'removeAction',
	args: v.object({ id }),
	run: (doc, { id }) => removeRow(doc, ACTIONS, id)
});

export const addLesson = defineMutation({
	name: 'addLesson',
	args: v.object({ values: v.optional(rowValues(lessons), {}), after }),
	run(doc, row, { newId }): string {
		checkRoom(doc, LESSONS, 1, schema.OUTCOMES_MAX);
		return addRow(doc, LESSONS, lessons, { ...row, id: newId() });
	}
});

export const updateLesson = defineMutation({
	name: 'updateLesson',
	args: v.object({ id, values: rowValues(lessons) }),
	run: (doc, { id, values }) => setRow(doc, LESSONS, lessons, id, values)
});

export const moveLesson = defineMutation({
	name: 'moveLesson',
	args: v.object({ id, after }),
	run: (doc, { id, after }) => moveRow(doc, LESSONS, id, after)
});

export const removeLesson = defineMutation({
	name: 'removeLesson',
	args: v.object({ id }),
	run: (doc, { id }) => removeRow(doc, LESSONS, id)
});

export const addCheckIn = defineMutation({
	name: 'addCheckIn',
	args: v.object({ values: v.optional(rowValues(checkIns), {}), after }),
	run(doc, row, { newId }): string {
		checkRoom(doc, CHECK_INS, 1, schema.OUTCOMES_MAX);
		return addRow(doc, CHECK_INS, checkIns, { ...row, id: newId() });
	}
});

export const updateCheckIn = defineMutation({
	name: 'updateCheckIn',
	args: v.object({ id, values: rowValues(checkIns) }),
	run: (doc, { id, values }) => setRow(doc, CHECK_INS, checkIns, id, values)
});

export const removeCheckIn = defineMutation({
	name: 'removeCheckIn',
	args: v.object({ id }),
	run: (doc, { id }) => removeRow(doc, CHECK_INS, id)
});

function tidy(values: schema.ActionValues): schema.ActionValues {
	return values.title === undefined ? values : { ...values, title: oneLine(values.title) };
}
