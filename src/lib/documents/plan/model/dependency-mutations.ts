// Links between tasks. A link that would close a circle is refused with the circle named; one that two people close
// together is left for the schedule to show. A link whose end is gone stays harmless until it is removed.

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
import { rootMap } from '#lib/core/schema/roots.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { arrangementOf } from '#lib/core/schema/tree.ts';
import { circleClosedBy } from './dependency-circle.ts';
import { DEPENDENCIES_MAX } from './limits.ts';
import { checkRoom, missing, refusal } from '#lib/core/schema/refusal.ts';
import { DEPENDENCIES, TASKS, dependencies, tasks } from './schema.ts';

const { from, to, type, lagMinutes } = dependencies.fields;
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** Links two tasks; a link that is already there takes the new type and lag instead. Returns the link's id. */
export const linkTasks = defineMutation({
	name: 'linkTasks',
	args: v.object({
		from: v.optional(from.schema, null),
		to: v.optional(to.schema, null),
		type: v.optional(type.schema),
		lagMinutes: v.optional(lagMinutes.schema)
	}),
	run(doc, link, { newId }): string {
		const ends = { from: requireTask(doc, 'from', link.from), to: requireTask(doc, 'to', link.to) };
		const present = readRows(doc, DEPENDENCIES, dependencies);
		const same = present.find((known) => known.from === ends.from && known.to === ends.to);
		if (same) {
			setRow(doc, DEPENDENCIES, dependencies, same.id, { type: link.type, lagMinutes: link.lagMinutes });
			return same.id;
		}
		const circle = circleClosedBy(ends, present, arrangementOf(doc, TASKS));
		if (circle) throw circleRefusal(doc, circle);
		checkRoom(doc, DEPENDENCIES, 1, DEPENDENCIES_MAX);
		const linkId = newId();
		insertRow(writableRows(doc, DEPENDENCIES), dependencies, linkId, {
			...ends,
			type: link.type,
			lagMinutes: link.lagMinutes
		});
		return linkId;
	}
});

export const updateDependency = defineMutation({
	name: 'updateDependency',
	args: v.object({
		id,
		values: v.object({ type: v.optional(type.schema), lagMinutes: v.optional(lagMinutes.schema) })
	}),
	run: (doc, { id, values }) => setRow(doc, DEPENDENCIES, dependencies, id, values)
});

export const unlinkTasks = defineMutation({
	name: 'unlinkTasks',
	args: v.object({ ids: v.pipe(v.array(id), v.minLength(1)) }),
	run(doc, { ids }) {
		const rows = writableRows(doc, DEPENDENCIES);
		for (const id of ids) requireRow(rows, id);
		for (const id of new Set(ids)) removeRow(doc, DEPENDENCIES, id);
	}
});

/** Takes out every link that begins or ends at one of the tasks. */
export function removeDependenciesOf(doc: Y.Doc, taskIds: ReadonlySet<string>): void {
	const rows = rootMap(doc, DEPENDENCIES);
	for (const link of readRows(doc, DEPENDENCIES, dependencies)) {
		if (taskIds.has(link.from ?? '') || taskIds.has(link.to ?? '')) rows?.delete(link.id);
	}
}

function requireTask(doc: Y.Doc, path: string, id: string | null): string {
	if (id !== null && rootMap(doc, TASKS)?.get(id) instanceof Y.Map) return id;
	throw missing(path, id);
}

function circleRefusal(doc: Y.Doc, taskIds: readonly string[]) {
	const rows = rootMap(doc, TASKS);
	const titles = [...taskIds, ...taskIds.slice(0, 1)].map((id) => {
		const row = rows?.get(id);
		return row instanceof Y.Map ? tasks.fields.title.read(row.get('title')) : id;
	});
	const circle = titles.join(' → ');
	return refusal('to', 'circle', `These tasks would wait for each other: ${circle}`, {
		circle,
		taskIds: taskIds.join(' ')
	});
}
