// The schedule of a plan that is read once and not edited: for what leaves the plan (calendars, projections).

import type { PlanContent } from './content.ts';
import { scheduleDependencyOf, scheduleOptionsOf, scheduleTaskOf } from './schedule-input.ts';
import { computeSchedule } from './schedule/scheduler.ts';
import type { Schedule } from './schedule/types.ts';

/** Null where nothing says when the project begins: neither its settings nor any task's start. */
export function scheduleOfContent({
	settings,
	holidays,
	tasks,
	dependencies
}: Pick<PlanContent, 'settings' | 'holidays' | 'tasks' | 'dependencies'>): Schedule | null {
	const firstStart = tasks.reduce<string | null>(
		(first, { start }) => (start !== null && (first === null || start < first) ? start : first),
		null
	);
	const start = settings.projectStart ?? firstStart;
	if (start === null) return null;
	return computeSchedule(
		tasks.map((task) => scheduleTaskOf(task, settings.minutesPerDay)),
		dependencies.flatMap((link) => scheduleDependencyOf(link) ?? []),
		scheduleOptionsOf(settings, holidays, start)
	);
}
