// Baselines: a plan's dates as they were agreed on, taken once and never changed but for their name. The dates are those
// that whoever takes it sees: the schedule's, handed in, because a document holds no computed dates.

import * as v from 'valibot';
import { addRow, removeRow, setRow } from '#lib/core/schema/collection.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { BASELINES_MAX } from './limits.ts';
import { checkRoom } from '#lib/core/schema/refusal.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { BASELINES, baselines } from './schema.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const { name, takenBy, projectStart, projectFinish, tasks } = baselines.fields;

/** Keeps the dates of all tasks under a name, as of now; returns the baseline's id. */
export const takeBaseline = defineMutation({
	name: 'takeBaseline',
	args: v.object({
		name: v.optional(name.schema, ''),
		takenBy: v.optional(takenBy.schema),
		projectStart: v.optional(projectStart.schema),
		projectFinish: v.optional(projectFinish.schema),
		tasks: v.optional(tasks.schema, [])
	}),
	run(doc, { name, ...facts }, { newId, clock }): string {
		checkRoom(doc, BASELINES, 1, BASELINES_MAX);
		const values = { ...facts, name: oneLine(name), takenAt: Math.round(clock()) };
		return addRow(doc, BASELINES, baselines, { id: newId(), values });
	}
});

export const renameBaseline = defineMutation({
	name: 'renameBaseline',
	args: v.object({ id, values: v.object({ name: v.optional(name.schema) }) }),
	run(doc, { id, values }) {
		setRow(doc, BASELINES, baselines, id, values.name === undefined ? {} : { name: oneLine(values.name) });
	}
});

export const removeBaseline = defineMutation({
	name: 'removeBaseline',
	args: v.object({ id }),
	run: (doc, { id }) => removeRow(doc, BASELINES, id)
});
