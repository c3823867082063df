// The agenda and who was there. An item is a row whose fields merge one by one; a person with an account is one row,
// whoever writes it down first.

import * as v from 'valibot';
import type * as Y from 'yjs';
import {
	addRow,
	insertRow,
	moveRow,
	readRows,
	removeRow,
	setRow,
	writableRows,
	writePlaces
} from '#lib/core/schema/collection.ts';
import { bySourceOrder, placed } from '#lib/core/schema/arrangement.ts';
import { isId } from '#lib/core/ids.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { keysToPlace } from '#lib/core/schema/order.ts';
import { sources } from '#lib/core/schema/places.ts';
import { checkRoom } from '#lib/core/schema/refusal.ts';
import { rowValues } from '#lib/core/schema/row-values.ts';
import {
	AGENDA,
	AGENDA_MAX,
	ATTENDANCE,
	ATTENDANCE_MAX,
	agenda,
	attendance,
	type AgendaItemValues
} from './schema.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const after = v.optional(v.nullable(id));
const { name, state, person } = attendance.fields;

export const addAgendaItem = defineMutation({
	name: 'addAgendaItem',
	args: v.object({ values: v.optional(rowValues(agenda), {}), after }),
	run(doc, row, { newId }): string {
		checkRoom(doc, AGENDA, 1, AGENDA_MAX);
		return addRow(doc, AGENDA, agenda, { ...row, id: newId() });
	}
});

/** Several at once, after the last: pasted lines, a template, what an earlier meeting left. */
export const addAgendaItems = defineMutation({
	name: 'addAgendaItems',
	args: v.object({ items: v.array(rowValues(agenda)) }),
	run(doc, { items }, { newId }): string[] {
		checkRoom(doc, AGENDA, items.length, AGENDA_MAX);
		return insertAgenda(doc, items, newId);
	}
});

export const updateAgendaItem = defineMutation({
	name: 'updateAgendaItem',
	args: v.object({ id, values: rowValues(agenda) }),
	run: (doc, { id, values }) => setRow(doc, AGENDA, agenda, id, values)
});

export const moveAgendaItem = defineMutation({
	name: 'moveAgendaItem',
	args: v.object({ id, after }),
	run: (doc, { id, after }) => moveRow(doc, AGENDA, id, after)
});

export const removeAgendaItem = defineMutation({
	name: 'removeAgendaItem',
	args: v.object({ id }),
	run: (doc, { id }) => removeRow(doc, AGENDA, id)
});

/** Writes somebody down, or changes how they took part. Without an account one is known by name. */
export const setAttendance = defineMutation({
	name: 'setAttendance',
	args: v.object({
		/** Absent or null: without an account. */
		person: v.optional(person.schema),
		name: v.pipe(name.schema, v.trim(), v.minLength(1, 'A name')),
		/** Absent: present. */
		state: v.optional(state.schema)
	}),
	run(doc, { person = null, name, state = 'present' }, { newId }): string {
		const values = { person, name, state };
		const rows = writableRows(doc, ATTENDANCE);
		const own = isId(person) ? person : null;
		const known =
			own ??
			readRows(doc, ATTENDANCE, attendance).find((row) => row.person === person && row.name === name)?.id;
		if (known !== undefined && rows.has(known)) {
			setRow(doc, ATTENDANCE, attendance, known, values);
			return known;
		}
		checkRoom(doc, ATTENDANCE, 1, ATTENDANCE_MAX);
		return addRow(doc, ATTENDANCE, attendance, { id: own ?? newId(), values });
	}
});

export const removeAttendee = defineMutation({
	name: 'removeAttendee',
	args: v.object({ id }),
	run: (doc, { id }) => removeRow(doc, ATTENDANCE, id)
});

/** Adds items after the last and returns their ids; runs inside a transaction. */
export function insertAgenda(doc: Y.Doc, items: readonly AgendaItemValues[], newId: () => string): string[] {
	const rows = writableRows(doc, AGENDA);
	const siblings = sources(rows).sort(bySourceOrder).map(placed);
	const ids = items.map((values) => {
		const added = newId();
		insertRow(rows, agenda, added, values);
		return added;
	});
	if (ids.length > 0) writePlaces(rows, null, keysToPlace(siblings, ids, siblings.length));
	return ids;
}
