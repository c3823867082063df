// What goes into the schedule and what comes out of it. Dates are plain dates at this edge; inside the engine time is one
// integer axis of working minutes, so that durations and lags of MS Project survive exactly. Nothing here is stored:
// a schedule is always computed. The engine is tolerant: what it cannot use it leaves out and reports as a warning.

import type { PlainDate } from '#lib/core/calendar/plain-date.ts';
import type { WorkingCalendar } from '#lib/core/calendar/working-calendar.ts';

export type TaskKind = 'task' | 'milestone' | 'deliverable';
export type TaskMode = 'auto' | 'manual';
export type DependencyType = 'FS' | 'SS' | 'FF' | 'SF';

/**
 * asap/alap: as soon / as late as possible (alap uses its free float only and never moves a successor). s/f + n + e/l + t:
 * start/finish no earlier/later than. mso/mfo: must start/finish on. Links always win over constraints: a constraint
 * that links break shows as negative float and a warning, never as a task that starts before its predecessors allow.
 */
export type ConstraintType = 'asap' | 'alap' | 'snet' | 'snlt' | 'fnet' | 'fnlt' | 'mso' | 'mfo';

export interface Constraint {
	readonly type: ConstraintType;
	/** Needed by all types but asap and alap. Start types mean the day's first minute, finish types its last. */
	readonly date: PlainDate | null;
}

/**
 * A task as the engine wants it. One that has children is a summary: its kind, mode, duration, start, actuals and
 * progress are rolled up from its leaves; of its own only links, deadline, isInactive and the constraints snet and fnlt count.
 */
export interface ScheduleTask {
	readonly id: string;
	readonly parentId: string | null;
	/** A milestone has no duration, whatever durationMinutes says. */
	readonly kind: TaskKind;
	readonly mode: TaskMode;
	/** Working minutes, 0…`scheduleLimits.durationDays` working days. */
	readonly durationMinutes: number;
	/** manual: the start it keeps. auto: not before this date, as long as no link points at the task itself. */
	readonly start: PlainDate | null;
	readonly constraint: Constraint | null;
	readonly deadline: PlainDate | null;
	readonly actualStart: PlainDate | null;
	readonly actualFinish: PlainDate | null;
	/** 0…100. */
	readonly progress: number;
	/** Working minutes of people's work; null or left out = not estimated. Moves no date. */
	readonly effortMinutes?: number | null;
	/** Kept in sight but moves nothing: no successor, no summary, no project date. Holds for all below it. */
	readonly isInactive?: boolean;
}

export interface ScheduleDependency {
	readonly id: string;
	readonly predecessorId: string;
	readonly successorId: string;
	readonly type: DependencyType;
	/** Working minutes; negative = lead. */
	readonly lagMinutes: number;
}

export interface ScheduleOptions {
	readonly calendar: WorkingCalendar;
	/** No automatic task starts earlier (actual and manual starts may). */
	readonly projectStart: PlainDate;
	/** The day up to which the plan is reported; only for the warnings late-to-start and late-to-finish. */
	readonly statusDate?: PlainDate | null;
}

export const scheduleLimits = { durationDays: 10_000, lagDays: 10_000 } as const;

/** What holds a task's late dates back: the deadline, constraint or manual start of the task named. */
export interface FloatCause {
	readonly type: 'deadline' | 'constraint' | 'manual';
	readonly taskId: string;
	readonly constraint?: ConstraintType;
	/** The date that cannot be met. */
	readonly date: PlainDate;
}

export type ScheduleWarning =
	/** The task cannot keep a date further down: `minutes` working minutes too late. */
	| { readonly code: 'negative-float'; readonly minutes: number; readonly cause: FloatCause }
	| { readonly code: 'deadline-missed'; readonly date: PlainDate; readonly minutes: number }
	| {
			readonly code: 'constraint-missed';
			readonly constraint: ConstraintType;
			readonly date: PlainDate;
			readonly minutes: number;
	  }
	/** A manual task stands `minutes` before what its predecessors allow. */
	| { readonly code: 'manual-conflict'; readonly driver: Driver; readonly minutes: number }
	/** Work began (actual start) before the predecessors allowed. */
	| { readonly code: 'out-of-sequence'; readonly driver: Driver; readonly minutes: number }
	| { readonly code: 'predecessor-missing'; readonly dependencyId: string; readonly predecessorId: string }
	/** The link named is left out, because with it the tasks named (in order) would wait for each other. */
	| { readonly code: 'in-circle'; readonly dependencyId: string; readonly taskIds: readonly string[] }
	| { readonly code: 'date-not-working'; readonly field: DateField; readonly date: PlainDate }
	| {
			readonly code: 'invalid-date';
			readonly field: DateField;
			readonly value: string;
			readonly limit: string;
	  }
	| {
			readonly code: 'invalid-number';
			readonly field: 'durationMinutes' | 'effortMinutes' | 'progress' | 'lagMinutes';
			readonly value: string;
			readonly limit: string;
	  }
	| { readonly code: 'finish-before-start'; readonly start: PlainDate; readonly finish: PlainDate }
	| { readonly code: 'constraint-without-date'; readonly constraint: ConstraintType }
	| { readonly code: 'summary-constraint-ignored'; readonly constraint: ConstraintType }
	| { readonly code: 'parent-missing'; readonly parentId: string }
	/** The parents of these tasks lead back to themselves; the task shown as a root is the one that has this warning. */
	| { readonly code: 'parent-circle'; readonly parentId: string }
	/** Against options.statusDate. */
	| { readonly code: 'late-to-start'; readonly statusDate: PlainDate }
	| { readonly code: 'late-to-finish'; readonly statusDate: PlainDate };

export type DateField =
	'start' | 'constraint' | 'deadline' | 'actualStart' | 'actualFinish' | 'projectStart' | 'statusDate';

/** The link that decides when a task starts. `successorId` is the task itself or the ancestor that the link points at. */
export interface Driver {
	readonly dependencyId: string;
	readonly predecessorId: string;
	readonly successorId: string;
}

/** The computed side of one task. The same object is handed out until something in it changes. */
export interface TaskSchedule {
	readonly id: string;
	readonly isSummary: boolean;
	/** First and last day as people say them; a one-day task starts and finishes on the same date. */
	readonly start: PlainDate;
	readonly finish: PlainDate;
	/** On the axis of working minutes (see axis.ts); finishMinute is exclusive: start + duration. */
	readonly startMinute: number;
	readonly finishMinute: number;
	/** Working minutes from start to finish; for a summary the span of its leaves. */
	readonly durationMinutes: number;
	readonly earlyStart: PlainDate;
	readonly earlyFinish: PlainDate;
	readonly lateStart: PlainDate;
	readonly lateFinish: PlainDate;
	/**
	 * Working minutes that the task may slip before the project's finish (or the cause of a warning) is hurt; a
	 * summary has the smallest of its unfinished leaves'. 0 for what is finished or inactive.
	 */
	readonly totalFloat: number;
	/** Working minutes that it may slip before any other task moves; never negative. A summary as for totalFloat. */
	readonly freeFloat: number;
	/** Total float ≤ 0 and not finished; a summary if any leaf of it is. */
	readonly isCritical: boolean;
	/** 0…100; 100 where it has an actual finish. A summary's is weighted by its leaves' durations. */
	readonly progress: number;
	/** Working minutes; for a summary the sum of its leaves; null where nothing is estimated. */
	readonly effortMinutes: number | null;
	/** null where its own date or the project's start decides. */
	readonly drivenBy: Driver | null;
	readonly warnings: readonly ScheduleWarning[];
}

/** Tasks that would wait for each other, in order, and the link that is left out so that they do not. */
export interface Circle {
	readonly dependencyId: string;
	readonly taskIds: readonly string[];
}

/** A view on the current state of a scheduler: read again after each update. */
export interface Schedule {
	/** undefined for an unknown id. */
	task(id: string): TaskSchedule | undefined;
	/** Every task, in the order given. */
	tasks(): TaskSchedule[];
	/** First and last day of all active tasks; the project's start from the options where there are none. */
	readonly projectStart: PlainDate;
	readonly projectFinish: PlainDate;
	/** All critical leaves, by start, finish, id. */
	readonly criticalTasks: readonly string[];
	/** The one chain of driving links that leads to the project's finish, first task first. */
	readonly criticalPath: readonly string[];
	readonly circles: readonly Circle[];
	/** What concerns no single task: links whose both ends are gone are not reported at all. */
	readonly warnings: readonly ScheduleWarning[];
}

/** What changed since the last update. Only what is named is looked at. */
export interface ScheduleChanges {
	/** Added or changed tasks, whole. */
	readonly tasks?: readonly ScheduleTask[];
	readonly removedTasks?: readonly string[];
	readonly dependencies?: readonly ScheduleDependency[];
	readonly removedDependencies?: readonly string[];
	readonly options?: ScheduleOptions;
}

/**
 * Keeps the network between edits. `update` recomputes only what the change reaches; late dates and floats when they are
 * asked for. Usage: createScheduler(tasks, dependencies, options) from scheduler.ts; computeSchedule(…) for one shot.
 */
export interface Scheduler {
	readonly schedule: Schedule;
	update(changes: ScheduleChanges): void;
	/** Ids whose TaskSchedule differs from what it was at the last call (at first: all), removed ids included. */
	takeChanged(): string[];
}
