// How much of their time people have for this project. One row per person; two people who set the same person's at once
// may leave two rows: the one with the smaller id counts, and the next change takes the other out.

import * as v from 'valibot';
import { insertRow, readRows, removeRow, setRow, writableRows } from '#lib/core/schema/collection.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { CAPACITIES_MAX } from './limits.ts';
import { checkRoom } from '#lib/core/schema/refusal.ts';
import { CAPACITIES, capacities, type Capacity } from './schema.ts';

const { person, percent } = capacities.fields;

/** Whole per cent of a full working week, 1…100. Returns the row's id. */
export const setCapacity = defineMutation({
	name: 'setCapacity',
	args: v.object({
		person: v.optional(person.schema, null),
		percent: v.optional(percent.schema)
	}),
	run(doc, values, { newId }): string {
		const [present, ...doubles] = readRows(doc, CAPACITIES, capacities)
			.filter((row) => row.person === values.person)
			.toSorted(byId);
		for (const { id } of doubles) removeRow(doc, CAPACITIES, id);
		if (present) {
			setRow(doc, CAPACITIES, capacities, present.id, values);
			return present.id;
		}
		checkRoom(doc, CAPACITIES, 1, CAPACITIES_MAX);
		const id = newId();
		insertRow(writableRows(doc, CAPACITIES), capacities, id, values);
		return id;
	}
});

export const removeCapacity = defineMutation({
	name: 'removeCapacity',
	args: v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) }),
	run: (doc, { id }) => removeRow(doc, CAPACITIES, id)
});

/** Part of full time by person, above 0 up to 1; whoever is not named has all of it. */
export function availabilityOf(rows: readonly Capacity[]): Map<string, number> {
	const parts = new Map<string, number>();
	for (const row of rows.toSorted(byId)) {
		if (row.person !== null && !parts.has(row.person)) parts.set(row.person, row.percent / 100);
	}
	return parts;
}

function byId(left: Capacity, right: Capacity): number {
	return left.id < right.id ? -1 : 1;
}
