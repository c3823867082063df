// What a change of a task brings with it, and which combinations of values are refused. The rules bind the plan's
// own mutations; whatever a merge of two people's changes makes of them afterwards is read without complaint.

import type * as Y from 'yjs';
import type { Clock } from '#lib/core/clock.ts';
import { readRows } from '#lib/core/schema/collection.ts';
import { arrangementOf } from '#lib/core/schema/tree.ts';
import { DEPTH_MAX } from './limits.ts';
import { refusal } from '#lib/core/schema/refusal.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { STATUSES, statuses, tasks, type TaskValues } from './schema.ts';
import { effectiveStatuses, statusOf } from './statuses.ts';

/** Titles stand on one line. */
export function tidy(values: TaskValues): TaskValues {
	return values.title === undefined ? values : { ...values, title: oneLine(values.title) };
}

/** Throws when the dates would contradict each other after `changes`. */
export function checkDates(row: { get(name: string): unknown }, changes: TaskValues): void {
	const after = (name: 'start' | 'due' | 'actualStart' | 'actualFinish') =>
		changes[name] === undefined ? tasks.fields[name].read(row.get(name)) : changes[name];
	requireOrder(after('start'), after('due'), 'due', changes.start !== undefined || changes.due !== undefined);
	requireOrder(
		after('actualStart'),
		after('actualFinish'),
		'actualFinish',
		changes.actualStart !== undefined || changes.actualFinish !== undefined
	);
}

function requireOrder(start: string | null, finish: string | null, path: string, isTouched: boolean): void {
	if (!isTouched || start === null || finish === null || start <= finish) return;
	throw refusal(path, 'finish-before-start', `${finish} is before ${start}`, { start, finish });
}

/**
 * A task that enters work has begun today, one that is done is wholly done and finished today, one that is taken up
 * again is neither. What the same change says itself is not overruled.
 */
export function followStatus(doc: Y.Doc, row: Y.Map<unknown>, values: TaskValues, today: string): TaskValues {
	if (values.status === undefined) return values;
	const known = effectiveStatuses(readRows(doc, STATUSES, statuses));
	const before = statusOf({ status: tasks.fields.status.read(row.get('status')) }, known).category;
	const after = statusOf({ status: values.status }, known).category;
	if (before === after) return values;
	const actualStart = tasks.fields.actualStart.read(row.get('actualStart'));
	const consequences: Record<string, unknown> = {};
	if (after !== 'todo' && actualStart === null) consequences['actualStart'] = today;
	if (after === 'done')
		Object.assign(consequences, { progress: 100, actualFinish: laterOf(actualStart, today) });
	if (before === 'done') {
		consequences['actualFinish'] = null;
		if (row.get('progress') === 100) consequences['progress'] = 0;
	}
	return { ...consequences, ...values };
}

function laterOf(date: string | null, other: string): string {
	return date !== null && date > other ? date : other;
}

/** The day of the clock, UTC; whoever knows the person's own day hands that in instead. */
export function utcDay(clock: Clock): string {
	return new Date(clock()).toISOString().slice(0, 10);
}

/** Throws when `levels` more levels below `parent` would be deeper than a plan may be. */
export function checkDepth(doc: Y.Doc, root: string, parent: string | null, levels: number): void {
	const { parents } = arrangementOf(doc, root);
	let depth = levels;
	for (let above = parent; above !== null; above = parents.get(above) ?? null) depth++;
	if (depth <= DEPTH_MAX) return;
	const message = `At most ${DEPTH_MAX} levels; this would make ${depth}`;
	throw refusal('parent', 'too-deep', message, { value: depth, limit: DEPTH_MAX });
}

/** How many levels the rows with everything below them take: 1 for a row alone. */
export function heightOf(doc: Y.Doc, root: string, ids: readonly string[]): number {
	const { children } = arrangementOf(doc, root);
	let level: readonly string[] = ids;
	let height = 0;
	while (level.length > 0 && height <= DEPTH_MAX) {
		height++;
		level = level.flatMap((id) => (children.get(id) ?? []).map((child) => child.id));
	}
	return height;
}
