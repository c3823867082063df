// A schedule computed the slow and obvious way: every definition written out as a search over all tasks and links, nothing
// kept, nothing marked, no order. What the engine says is compared with this. Whole working minutes throughout.

import { parsePlainDate } from '#lib/core/calendar/plain-date.ts';
import { createAxis, minuteOf } from '#lib/documents/plan/model/schedule/axis.ts';
import { readTask, type TaskReading } from '#lib/documents/plan/model/schedule/read-task.ts';
import type { ScheduleDependency, ScheduleTask } from '#lib/documents/plan/model/schedule/types.ts';
import type { Plan } from './random-plans.ts';

export interface SlowTask {
	startMinute: number;
	finishMinute: number;
	totalFloat: number;
	freeFloat: number;
	isCritical: boolean;
}

export interface SlowSchedule {
	tasks: Map<string, SlowTask>;
	/** Ids of the links left out. */
	leftOut: string[];
}

export function computeSlowly({ tasks, dependencies, options }: Plan): SlowSchedule {
	const axis = createAxis(options.calendar);
	const projectStart = minuteOf(axis.startOf(parsePlainDate(options.projectStart) ?? 0));
	const byId = new Map(tasks.map((task) => [task.id, task]));
	const parents = readParents(tasks, byId);
	const ids = [...byId.keys()];
	const childrenOf = (id: string) => ids.filter((other) => parents.get(other) === id);
	const lineOf = (id: string): string[] => {
		const parent = parents.get(id);
		return parent ? [id, ...lineOf(parent)] : [id];
	};
	const leavesOf = (id: string): string[] => {
		const children = childrenOf(id);
		return children.length === 0 ? [id] : children.flatMap(leavesOf);
	};
	const isActive = (id: string) => lineOf(id).every((above) => byId.get(above)?.isInactive !== true);
	const counts = (id: string) => leavesOf(id).some(isActive);
	const rolledLeaves = (id: string) => {
		const active = leavesOf(id).filter(isActive);
		return active.length > 0 ? active : leavesOf(id);
	};
	const isSummary = (id: string) => childrenOf(id).length > 0;
	const readings = new Map<string, TaskReading>(
		tasks.map((task) => [task.id, readTask(task, axis, isSummary(task.id))])
	);
	const read = (id: string): TaskReading => readings.get(id) ?? fail(id);

	const candidates = dependencies
		.filter(({ predecessorId, successorId }) => byId.has(predecessorId) && byId.has(successorId))
		.filter(({ predecessorId }) => counts(predecessorId))
		.sort((left, right) => (left.id < right.id ? -1 : 1));
	const { links, leftOut } = joinLinks(candidates, lineOf, leavesOf);
	const into = (id: string) => links.filter(({ successorId }) => successorId === id);
	const outOf = (id: string) => links.filter(({ predecessorId }) => predecessorId === id);

	const early = new Map<string, { start: number; finish: number }>();
	const earlyOf = (id: string): { start: number; finish: number } => {
		const spans = rolledLeaves(id).map(placeEarly);
		return {
			start: Math.min(...spans.map(({ start }) => start)),
			finish: Math.max(...spans.map(({ finish }) => finish))
		};
	};
	function placeEarly(id: string): { start: number; finish: number } {
		const known = early.get(id);
		if (known) return known;
		const reading = read(id);
		const { duration } = reading;
		const asked: number[] = [];
		for (const { predecessorId, type, lagMinutes } of lineOf(id).flatMap(into)) {
			const { start, finish } = earlyOf(predecessorId);
			const from = (type === 'FS' || type === 'FF' ? finish : start) + lagMinutes;
			asked.push(type === 'FS' || type === 'SS' ? from : from - duration);
		}
		let start = Math.max(projectStart, ...asked);
		for (const above of lineOf(id)) {
			start = Math.max(start, minuteOf(read(above).startFloor), minuteOf(read(above).finishFloor) - duration);
		}
		if (into(id).length === 0) start = Math.max(start, minuteOf(reading.plannedStart));
		let finish = start + duration;
		if (reading.fixed !== 0) {
			start = minuteOf(reading.fixedStart);
			finish = minuteOf(reading.fixedFinish);
			if (duration === 0) start = finish = Math.max(start, Math.min(finish, Math.max(start, ...asked)));
		}
		early.set(id, { start, finish });
		return { start, finish };
	}

	const active = ids.filter((id) => !isSummary(id) && isActive(id));
	const projectFinish = Math.max(...active.map((id) => earlyOf(id).finish));
	const isFirst = (leaf: string, above: string) => earlyOf(leaf).start === earlyOf(above).start;
	/** Links that hold a leaf back: its own, and those of the summaries whose start or finish it decides. */
	const holding = (leaf: string) =>
		lineOf(leaf).flatMap((above) =>
			outOf(above).filter(({ type }) => type === 'FS' || type === 'FF' || isFirst(leaf, above))
		);
	/** Latest finish, when each leaf below a successor keeps the minute that `keep` names. */
	function bound(
		leaf: string,
		keep: (successor: string) => { start: number; finish: number } | null
	): number {
		const { start, finish } = earlyOf(leaf);
		const bounds = [projectFinish];
		for (const { successorId, type, lagMinutes } of holding(leaf)) {
			for (const successor of leavesOf(successorId).filter(isActive)) {
				const kept = keep(successor);
				if (!kept) continue;
				const to = (type === 'FS' || type === 'SS' ? kept.start : kept.finish) - lagMinutes;
				bounds.push(type === 'FS' || type === 'FF' ? to : to + finish - start);
			}
		}
		return Math.min(...bounds);
	}
	const keepsPinned = (id: string) => {
		const reading = read(id);
		const finish = minuteOf(reading.fixedFinish);
		return { start: reading.duration === 0 ? finish : minuteOf(reading.fixedStart), finish };
	};
	const late = new Map<string, number>();
	function lateFinishOf(leaf: string): number {
		const known = late.get(leaf);
		if (known !== undefined) return known;
		const span = earlyOf(leaf).finish - earlyOf(leaf).start;
		const own = lineOf(leaf).flatMap((above) => [read(above).deadline, read(above).finishCap]);
		own.push(read(leaf).startCap + span);
		const linked = bound(leaf, (successor) => {
			if (read(successor).fixed === 2) return null;
			if (read(successor).fixed === 1) return keepsPinned(successor);
			const finish = lateFinishOf(successor);
			return { start: finish - earlyOf(successor).finish + earlyOf(successor).start, finish };
		});
		late.set(leaf, Math.min(linked, ...own));
		return late.get(leaf) ?? fail(leaf);
	}
	const placed = new Map<string, { start: number; finish: number; free: number }>();
	function place(leaf: string): { start: number; finish: number; free: number } {
		const known = placed.get(leaf);
		if (known) return known;
		const { start, finish } = earlyOf(leaf);
		const keep = (successor: string) => {
			const reading = read(successor);
			if (reading.fixed === 2) return null;
			return reading.fixed === 1 && reading.duration === 0 ? keepsPinned(successor) : place(successor);
		};
		let free = Math.max(0, bound(leaf, keep) - finish);
		let shift = 0;
		if (read(leaf).isAlap && read(leaf).fixed === 0 && isActive(leaf)) {
			shift = Math.max(0, Math.min(free, lateFinishOf(leaf) - finish));
			free -= shift;
		}
		placed.set(leaf, { start: start + shift, finish: finish + shift, free });
		return placed.get(leaf) ?? fail(leaf);
	}

	const result = new Map<string, SlowTask>();
	for (const id of ids) {
		const spans = rolledLeaves(id).map(place);
		const open = leavesOf(id).filter((leaf) => isActive(leaf) && !read(leaf).isFinished);
		const totals = open.map((leaf) => lateFinishOf(leaf) - place(leaf).finish);
		result.set(id, {
			startMinute: Math.min(...spans.map(({ start }) => start)),
			finishMinute: Math.max(...spans.map(({ finish }) => finish)),
			totalFloat: open.length === 0 ? 0 : Math.min(...totals),
			freeFloat: open.length === 0 ? 0 : Math.min(...open.map((leaf) => place(leaf).free)),
			isCritical: open.some((leaf, at) => (totals[at] ?? 1) <= 0 && read(leaf).progress < 100)
		});
	}
	return { tasks: result, leftOut };
}

function fail(id: string): never {
	throw new Error(`no such task: ${id}`);
}

function readParents(tasks: readonly ScheduleTask[], byId: ReadonlyMap<string, ScheduleTask>) {
	const parents = new Map<string, string | null>(
		tasks.map(({ id, parentId }) => [id, parentId !== null && byId.has(parentId) ? parentId : null])
	);
	// Smallest first: whoever meets itself going up is the smallest of its circle, and becomes a root.
	for (const id of [...parents.keys()].sort()) {
		const met = new Set<string>();
		let at = parents.get(id) ?? null;
		while (at !== null && at !== id && !met.has(at)) {
			met.add(at);
			at = parents.get(at) ?? null;
		}
		if (at === id) parents.set(id, null);
	}
	return parents;
}

/** One link after the other, by id; one that makes a leaf wait for itself stays out. */
function joinLinks(
	candidates: readonly ScheduleDependency[],
	lineOf: (id: string) => string[],
	leavesOf: (id: string) => string[]
): { links: ScheduleDependency[]; leftOut: string[] } {
	const links: ScheduleDependency[] = [];
	const leftOut: string[] = [];
	for (const link of candidates) {
		const reached = new Set<string>();
		const visit = (leaf: string) => {
			if (reached.has(leaf)) return;
			reached.add(leaf);
			const line = lineOf(leaf);
			for (const next of links) {
				if (line.includes(next.predecessorId)) for (const other of leavesOf(next.successorId)) visit(other);
			}
		};
		for (const leaf of leavesOf(link.successorId)) visit(leaf);
		if (leavesOf(link.predecessorId).some((leaf) => reached.has(leaf))) leftOut.push(link.id);
		else links.push(link);
	}
	return { links, leftOut };
}
