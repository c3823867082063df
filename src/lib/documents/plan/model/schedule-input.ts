// A plan's rows as the schedule engine takes them. Pure translation: nothing is computed here.

import type { PlainDate } from '#lib/core/calendar/plain-date.ts';
import { workingCalendarOf } from './calendar.ts';
import type { ScheduleDependency, ScheduleOptions, ScheduleTask } from './schedule/types.ts';
import type { Dependency, Holiday, PlanSettings, Task } from './schema.ts';

/** A task without an estimate counts as one day. */
export function scheduleTaskOf(task: Task, minutesPerDay: number): ScheduleTask {
	return {
		id: task.id,
		parentId: task.parent,
		kind: task.kind,
		mode: task.mode,
		durationMinutes: task.durationMinutes ?? minutesPerDay,
		start: task.start,
		constraint: task.constraint,
		deadline: task.deadline,
		actualStart: task.actualStart,
		actualFinish: task.actualFinish,
		progress: task.progress,
		effortMinutes: task.effortMinutes
	};
}

/** null for a link without both its ends. */
export function scheduleDependencyOf({
	id,
	from,
	to,
	type,
	lagMinutes
}: Dependency): ScheduleDependency | null {
	if (from === null || to === null) return null;
	return { id, predecessorId: from, successorId: to, type, lagMinutes };
}

/** `fallbackStart` where the plan names no start of its own. */
export function scheduleOptionsOf(
	settings: PlanSettings,
	holidays: readonly Holiday[],
	fallbackStart: PlainDate
): ScheduleOptions {
	return {
		calendar: workingCalendarOf(settings, holidays),
		projectStart: settings.projectStart ?? fallbackStart
	};
}
