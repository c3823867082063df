// Goals in their tree, the tasks that serve them, and check-ins. A check-in is an entry in a diary: it stays as it was
// said, and sets the goal's current value when it is the latest.

import * as v from 'valibot';
import * as Y from 'yjs';
import {
	insertRow,
	readRows,
	removeRow,
	requireRow,
	setRow,
	writableRows
} from '#lib/core/schema/collection.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { rootMap } from '#lib/core/schema/roots.ts';
import { memberChanges, rowValues } from '#lib/core/schema/row-values.ts';
import { addMembers, removeMembers } from '#lib/core/schema/sets.ts';
import { addNode, moveNodes, removeNodes } from '#lib/core/schema/tree.ts';
import { CHECK_INS_MAX, GOALS_MAX } from './limits.ts';
import { checkRoom, missing } from '#lib/core/schema/refusal.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { CHECK_INS, GOALS, checkIns, goals, type CheckIn } from './schema.ts';
import { checkDepth, heightOf, utcDay } from './task-rules.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const ids = v.pipe(v.array(id), v.minLength(1, 'At least one'));
const where = { parent: v.optional(v.nullable(id), null), after: v.optional(v.nullable(id)) };
const values = rowValues(goals);
type GoalValues = v.InferOutput<typeof values>;

export const addGoal = defineMutation({
	name: 'addGoal',
	args: v.object({ values: v.optional(values, {}), ...where }),
	run(doc, { values, ...target }, { newId }): string {
		checkRoom(doc, GOALS, 1, GOALS_MAX);
		checkDepth(doc, GOALS, target.parent, 1);
		return addNode(doc, GOALS, goals, { id: newId(), values: tidy(values), ...target });
	}
});

export const updateGoal = defineMutation({
	name: 'updateGoal',
	args: v.object({
		id,
		values: v.optional(values, {}),
		addTo: v.optional(memberChanges(goals), {}),
		removeFrom: v.optional(memberChanges(goals), {})
	}),
	run(doc, { id, values, addTo, removeFrom }) {
		const row = requireRow(writableRows(doc, GOALS), id);
		setRow(doc, GOALS, goals, id, tidy(values));
		addMembers(row, 'tasks', addTo.tasks ?? []);
		removeMembers(row, 'tasks', removeFrom.tasks ?? []);
	}
});

export const moveGoals = defineMutation({
	name: 'moveGoals',
	args: v.object({ ids, ...where }),
	run(doc, { ids, ...target }) {
		checkDepth(doc, GOALS, target.parent, heightOf(doc, GOALS, ids));
		moveNodes(doc, GOALS, ids, target);
	}
});

/** Removes goals with their sub-goals and their check-ins; undo brings all of it back. */
export const removeGoals = defineMutation({
	name: 'removeGoals',
	args: v.object({ ids }),
	run(doc, { ids }) {
		const gone = new Set(removeNodes(doc, GOALS, ids));
		const rows = rootMap(doc, CHECK_INS);
		for (const entry of readRows(doc, CHECK_INS, checkIns)) {
			if (gone.has(entry.goal ?? '')) rows?.delete(entry.id);
		}
	}
});

const { goal, date, value, confidence, comment, author } = checkIns.fields;

/** Notes a value of a goal on a day (absent = today, UTC). Returns the check-in's id. */
export const checkIn = defineMutation({
	name: 'checkIn',
	args: v.object({
		goal: v.optional(goal.schema, null),
		date: v.optional(date.schema),
		value: v.optional(value.schema),
		confidence: v.optional(confidence.schema),
		comment: v.optional(comment.schema),
		author: v.optional(author.schema)
	}),
	run(doc, entry, { newId, clock }): string {
		requireGoal(doc, entry.goal);
		checkRoom(doc, CHECK_INS, 1, CHECK_INS_MAX);
		const entryId = newId();
		insertRow(writableRows(doc, CHECK_INS), checkIns, entryId, {
			...entry,
			date: entry.date ?? utcDay(clock)
		});
		followCheckIns(doc, entry.goal);
		return entryId;
	}
});

export const updateCheckIn = defineMutation({
	name: 'updateCheckIn',
	args: v.object({
		id,
		values: v.object({
			date: v.optional(date.schema),
			value: v.optional(value.schema),
			confidence: v.optional(confidence.schema),
			comment: v.optional(comment.schema)
		})
	}),
	run(doc, { id, values }) {
		setRow(doc, CHECK_INS, checkIns, id, values);
		followCheckIns(doc, goalOf(doc, id));
	}
});

export const removeCheckIn = defineMutation({
	name: 'removeCheckIn',
	args: v.object({ id }),
	run(doc, { id }) {
		const goal = goalOf(doc, id);
		removeRow(doc, CHECK_INS, id);
		followCheckIns(doc, goal);
	}
});

/** The check-ins of one goal, oldest first; those without a day come first. */
export function checkInsOf(goalId: string | null, all: readonly CheckIn[]): CheckIn[] {
	return all.filter((entry) => entry.goal === goalId).sort(byDay);
}

function byDay(left: CheckIn, right: CheckIn): number {
	const [first, second] = [left.date ?? '', right.date ?? ''];
	if (first !== second) return first < second ? -1 : 1;
	return left.id < right.id ? -1 : 1;
}

/** The latest check-in with a value says where the goal stands. */
function followCheckIns(doc: Y.Doc, goalId: string | null): void {
	const row = goalId === null ? null : rootMap(doc, GOALS)?.get(goalId);
	if (!(row instanceof Y.Map) || goalId === null) return;
	const latest = checkInsOf(goalId, readRows(doc, CHECK_INS, checkIns)).findLast(
		({ value }) => value !== null
	);
	if (latest) setRow(doc, GOALS, goals, goalId, { current: latest.value });
}

function goalOf(doc: Y.Doc, checkInId: string): string | null {
	return goal.read(requireRow(writableRows(doc, CHECK_INS), checkInId).get('goal'));
}

function requireGoal(doc: Y.Doc, id: string | null): void {
	if (id === null || !(rootMap(doc, GOALS)?.get(id) instanceof Y.Map)) throw missing('goal', id);
}

function tidy(values: GoalValues): GoalValues {
	return values.statement === undefined ? values : { ...values, statement: oneLine(values.statement) };
}
