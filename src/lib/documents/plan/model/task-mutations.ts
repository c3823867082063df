// Tasks are added, changed, moved, indented and removed by these. A change names its fields, so that two people who
// change two fields of one task both win; members are added to and taken out of assignees and tags one by one.

import * as v from 'valibot';
import type * as Y from 'yjs';
import { readRow, readRichText, requireRow, setRow, writableRows } from '#lib/core/schema/collection.ts';
import { defineMutation, type MutationContext } from '#lib/core/schema/mutation.ts';
import { memberChanges, rowValues } from '#lib/core/schema/row-values.ts';
import { addMembers, removeMembers } from '#lib/core/schema/sets.ts';
import { addNodes, arrangementOf, moveNodes, removeNodes, topmost } from '#lib/core/schema/tree.ts';
import { removeDependenciesOf } from './dependency-mutations.ts';
import { TASKS_AT_ONCE_MAX, TASKS_MAX } from './limits.ts';
import { day } from './plan-fields.ts';
import { checkRoom } from '#lib/core/schema/refusal.ts';
import { DESCRIPTION, TASKS, tasks, type TaskValues } from './schema.ts';
import { checkDates, checkDepth, followStatus, heightOf, tidy, utcDay } from './task-rules.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const ids = v.pipe(v.array(id), v.minLength(1, 'At least one'), v.maxLength(TASKS_MAX));
const where = { parent: v.optional(v.nullable(id), null), after: v.optional(v.nullable(id)) };
const values = rowValues(tasks);
/** The day at the place of whoever acts; absent = the day of the clock, UTC. */
const today = v.optional(day().schema);

export const addTask = defineMutation({
	name: 'addTask',
	args: v.object({ values: v.optional(values, {}), ...where }),
	run(doc, { values, ...target }, { newId }): string {
		checkDates(new Map(), values);
		checkRoom(doc, TASKS, 1, TASKS_MAX);
		checkDepth(doc, TASKS, target.parent, 1);
		const taskId = newId();
		addNodes(doc, TASKS, tasks, [{ id: taskId, values: tidy(values), parent: null }], target);
		return taskId;
	}
});

/** A list with indentation, as it is pasted: `depth` counts from 0, and a jump of several levels counts as one. */
export const addTasks = defineMutation({
	name: 'addTasks',
	args: v.object({
		items: v.pipe(
			v.array(
				v.object({
					depth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
					values
				})
			),
			v.maxLength(TASKS_AT_ONCE_MAX, `At most ${TASKS_AT_ONCE_MAX} tasks at once`)
		),
		...where
	}),
	run(doc, { items, ...target }, { newId }): string[] {
		for (const item of items) checkDates(new Map(), item.values);
		checkRoom(doc, TASKS, items.length, TASKS_MAX);
		const above: string[] = [];
		let deepest = 0;
		const nodes = items.map((item) => {
			above.length = Math.min(item.depth, above.length);
			const parent = above.at(-1) ?? null;
			const node = { id: newId(), values: tidy(item.values), parent };
			above.push(node.id);
			deepest = Math.max(deepest, above.length);
			return node;
		});
		checkDepth(doc, TASKS, target.parent, deepest);
		addNodes(doc, TASKS, tasks, nodes, target);
		return nodes.map((node) => node.id);
	}
});

/** Changes the named fields of one or several tasks. A change of status brings progress and actual dates with it. */
export const updateTasks = defineMutation({
	name: 'updateTasks',
	args: v.object({
		ids,
		values: v.optional(values, {}),
		addTo: v.optional(memberChanges(tasks), {}),
		removeFrom: v.optional(memberChanges(tasks), {}),
		today
	}),
	run(doc, change, context) {
		const rows = writableRows(doc, TASKS);
		const planned = change.ids.map((taskId) => {
			const row = requireRow(rows, taskId);
			const day = change.today ?? utcDay(context.clock);
			const changes = followStatus(doc, row, tidy(change.values), day);
			checkDates(row, changes);
			return { taskId, row, changes };
		});
		for (const { taskId, row, changes } of planned) {
			setRow(doc, TASKS, tasks, taskId, changes);
			for (const [name, members] of Object.entries(change.addTo)) addMembers(row, name, members ?? []);
			for (const [name, members] of Object.entries(change.removeFrom)) {
				removeMembers(row, name, members ?? []);
			}
		}
	}
});

export const updateTask = defineMutation({
	name: 'updateTask',
	args: v.object({
		id,
		values: v.optional(values, {}),
		addTo: v.optional(memberChanges(tasks), {}),
		removeFrom: v.optional(memberChanges(tasks), {}),
		today
	}),
	run: (doc, { id, ...change }, context) => updateTasks.run(doc, { ids: [id], ...change }, context)
});

export const setStatus = defineMutation({
	name: 'setStatus',
	args: v.object({ ids, status: tasks.fields.status.schema, today }),
	run: (doc, { ids, status, today }, context: MutationContext) =>
		updateTasks.run(doc, { ids, values: { status }, addTo: {}, removeFrom: {}, today }, context)
});

/** Moves tasks with everything below them; those that lie below another moved one go with it. */
export const moveTasks = defineMutation({
	name: 'moveTasks',
	args: v.object({ ids, ...where }),
	run(doc, { ids, ...target }) {
		checkDepth(doc, TASKS, target.parent, heightOf(doc, TASKS, ids));
		moveNodes(doc, TASKS, ids, target);
	}
});

/** Each becomes the last child of the sibling before it; one that has none before it stays. */
export const indentTasks = defineMutation({
	name: 'indentTasks',
	args: v.object({ ids }),
	run(doc, { ids }) {
		for (const id of ids) requireRow(writableRows(doc, TASKS), id);
		const arrangement = arrangementOf(doc, TASKS);
		const chosen = new Set(topmost(arrangement, ids));
		const groups = new Map<string, string[]>();
		for (const siblings of arrangement.children.values()) {
			let before: string | null = null;
			for (const { id } of siblings) {
				if (!chosen.has(id)) before = id;
				else if (before !== null) groups.set(before, [...(groups.get(before) ?? []), id]);
			}
		}
		for (const [parent, group] of groups) checkDepth(doc, TASKS, parent, heightOf(doc, TASKS, group));
		for (const [parent, group] of groups) moveNodes(doc, TASKS, group, { parent });
	}
});

/** Each stands after its former parent; one at the top level stays. */
export const outdentTasks = defineMutation({
	name: 'outdentTasks',
	args: v.object({ ids }),
	run(doc, { ids }) {
		for (const id of ids) requireRow(writableRows(doc, TASKS), id);
		const arrangement = arrangementOf(doc, TASKS);
		const chosen = new Set(topmost(arrangement, ids));
		const groups = [...arrangement.children].flatMap(([parent, siblings]) => {
			const group = siblings.map(({ id }) => id).filter((id) => chosen.has(id));
			return parent === null || group.length === 0 ? [] : [{ parent, group }];
		});
		for (const { parent, group } of groups) {
			moveNodes(doc, TASKS, group, { parent: arrangement.parents.get(parent) ?? null, after: parent });
		}
	}
});

/** Removes tasks with everything below them and the links that end there; undo brings all of it back. */
export const removeTasks = defineMutation({
	name: 'removeTasks',
	args: v.object({ ids }),
	run(doc, { ids }) {
		removeDependenciesOf(doc, new Set(removeNodes(doc, TASKS, ids)));
	}
});

/** Copies tasks with everything below them, each right after its original; returns the ids of the copies' tops. */
export const duplicateTasks = defineMutation({
	name: 'duplicateTasks',
	args: v.object({ ids }),
	run(doc, { ids }, { newId }): string[] {
		const rows = writableRows(doc, TASKS);
		for (const id of ids) requireRow(rows, id);
		const arrangement = arrangementOf(doc, TASKS);
		const branches = topmost(arrangement, ids).map((original) => {
			const found = [original];
			for (const id of found) found.push(...(arrangement.children.get(id) ?? []).map((child) => child.id));
			return { original, found };
		});
		checkRoom(doc, TASKS, branches.flatMap(({ found }) => found).length, TASKS_MAX);
		return branches.map(({ original, found }) => {
			const copies = new Map(found.map((id) => [id, newId()]));
			const nodes = found.map((id) => ({
				id: copies.get(id) ?? '',
				values: copyOf(id, requireRow(rows, id)),
				parent: id === original ? null : (copies.get(arrangement.parents.get(id) ?? '') ?? null)
			}));
			const parent = arrangement.parents.get(original) ?? null;
			addNodes(doc, TASKS, tasks, nodes, { parent, after: original });
			return copies.get(original) ?? '';
		});
	}
});

function copyOf(id: string, map: Y.Map<unknown>): TaskValues {
	const row = readRow(tasks, { id, map, place: { parent: null, order: null } });
	const description = readRichText(map, DESCRIPTION);
	return { ...row, ...(description ? { description } : {}) };
}
