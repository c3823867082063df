// Tasks that somebody removed while another was writing in them, brought back under their own ids, so that whatever points
// at them (links, goals, comments) finds them again. A task that came back meanwhile is left as it is.

import * as v from 'valibot';
import type * as Y from 'yjs';
import { insertRow, readRows, writableRows, type RowChanges } from '#lib/core/schema/collection.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { rowValues } from '#lib/core/schema/row-values.ts';
import { addNodes, arrangementOf } from '#lib/core/schema/tree.ts';
import { circleClosedBy } from './dependency-circle.ts';
import { DEPENDENCIES_MAX, TASKS_AT_ONCE_MAX, TASKS_MAX } from './limits.ts';
import { checkRoom } from '#lib/core/schema/refusal.ts';
import { DEPENDENCIES, TASKS, dependencies, tasks } from './schema.ts';
import { checkDepth, tidy } from './task-rules.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** `tasks` in outline order; the parent of the first is where it stood, the top level where that is gone too. */
export const restoreTasks = defineMutation({
	name: 'restoreTasks',
	args: v.object({
		tasks: v.pipe(
			v.array(v.object({ id, parent: v.nullable(id), values: rowValues(tasks) })),
			v.minLength(1, 'At least one'),
			v.maxLength(TASKS_AT_ONCE_MAX, `At most ${TASKS_AT_ONCE_MAX} tasks at once`)
		),
		/** The sibling it stood after; one that is gone means last. */
		after: v.optional(v.nullable(id)),
		links: v.optional(v.array(v.object({ id, values: rowValues(dependencies) })), [])
	}),
	run(doc, { tasks: wanted, after, links }) {
		const rows = writableRows(doc, TASKS);
		const missing = wanted.filter((task) => !rows.has(task.id));
		checkRoom(doc, TASKS, missing.length, TASKS_MAX);
		checkRoom(doc, DEPENDENCIES, links.length, DEPENDENCIES_MAX);
		const first = missing[0];
		if (!first) return;
		const ids = new Set(missing.map((task) => task.id));
		const above = first.parent !== null && rows.has(first.parent) ? first.parent : null;
		checkDepth(doc, TASKS, above, levelsOf(missing));
		const nodes = missing.map((task) => ({
			id: task.id,
			values: tidy(task.values),
			parent: task.parent !== null && ids.has(task.parent) && task !== first ? task.parent : null
		}));
		const siblings = arrangementOf(doc, TASKS).children.get(above) ?? [];
		const isPlaceKnown = after === null || siblings.some((sibling) => sibling.id === after);
		addNodes(doc, TASKS, tasks, nodes, { parent: above, ...(isPlaceKnown && { after }) });
		restoreLinks(doc, links);
	}
});

interface LostLink {
	id: string;
	values: RowChanges<typeof dependencies.fields, never>;
}

/** Those whose both ends are there, unless they would close a circle with a link that was made meanwhile. */
function restoreLinks(doc: Y.Doc, links: readonly LostLink[]): void {
	const stored = writableRows(doc, DEPENDENCIES);
	const rows = writableRows(doc, TASKS);
	for (const { id, values } of links) {
		const { from = null, to = null } = values;
		if (from === null || to === null || stored.has(id) || !rows.has(from) || !rows.has(to)) continue;
		const present = readRows(doc, DEPENDENCIES, dependencies);
		if (circleClosedBy({ from, to }, present, arrangementOf(doc, TASKS)) !== null) continue;
		insertRow(stored, dependencies, id, values);
	}
}

/** Levels that a branch takes, told in outline order. */
function levelsOf(branch: readonly { id: string; parent: string | null }[]): number {
	const depths = new Map<string, number>();
	for (const { id, parent } of branch) depths.set(id, (depths.get(parent ?? '') ?? 0) + 1);
	return Math.max(...depths.values());
}
