// What moved since a baseline was taken: start slip and finish variance of each task and of the project, in working days;
// positive = later than agreed. Pure: the present dates are handed in, as they went into the baseline.

import { workingDaysBetween, type CompiledCalendar } from '#lib/core/calendar/compile-calendar.ts';
import type { BaselineEntry } from './baseline-record.ts';
import type { Baseline } from './schema.ts';

export interface TaskVariance {
	readonly taskId: string;
	/** null = added since. */
	readonly agreed: BaselineEntry | null;
	/** null = removed since. */
	readonly present: BaselineEntry | null;
	/** null where one of the two dates is missing. */
	readonly startSlipDays: number | null;
	readonly finishVarianceDays: number | null;
	/** Working minutes; null where the task is not in both. */
	readonly durationVarianceMinutes: number | null;
}

export interface BaselineComparison {
	/** The present tasks in their order, then those removed since. */
	readonly tasks: readonly TaskVariance[];
	readonly projectStartSlipDays: number | null;
	readonly projectFinishVarianceDays: number | null;
	readonly addedCount: number;
	readonly removedCount: number;
	/** Tasks in both that start or finish on another day. */
	readonly movedCount: number;
}

export interface PresentDates {
	readonly projectStart: string | null;
	readonly projectFinish: string | null;
	readonly tasks: Iterable<BaselineEntry>;
}

export function compareWithBaseline(
	baseline: Pick<Baseline, 'projectStart' | 'projectFinish' | 'tasks'>,
	present: PresentDates,
	calendar: CompiledCalendar
): BaselineComparison {
	const between = (agreed: string | null | undefined, now: string | null | undefined) =>
		agreed && now ? workingDaysBetween(calendar, agreed, now) : null;
	const left = new Map(baseline.tasks.map((entry) => [entry.taskId, entry]));
	const tasks: TaskVariance[] = [];
	const compare = (taskId: string, agreed: BaselineEntry | null, now: BaselineEntry | null) =>
		tasks.push({
			taskId,
			agreed,
			present: now,
			startSlipDays: between(agreed?.start, now?.start),
			finishVarianceDays: between(agreed?.finish, now?.finish),
			durationVarianceMinutes: agreed && now ? now.durationMinutes - agreed.durationMinutes : null
		});
	for (const now of present.tasks) {
		compare(now.taskId, left.get(now.taskId) ?? null, now);
		left.delete(now.taskId);
	}
	for (const agreed of left.values()) compare(agreed.taskId, agreed, null);
	return {
		tasks,
		projectStartSlipDays: between(baseline.projectStart, present.projectStart),
		projectFinishVarianceDays: between(baseline.projectFinish, present.projectFinish),
		addedCount: tasks.filter(({ agreed }) => agreed === null).length,
		removedCount: left.size,
		movedCount: tasks.filter((task) => task.startSlipDays || task.finishVarianceDays).length
	};
}
