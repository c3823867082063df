// One task as numbers on the axis. Here, and only here, garbage is met: an unreadable date is left out, a number beyond its
// limit is held to it, and each is said in a warning that names the value and the limit.

import { earliestDate, latestDate, parsePlainDate, type DayNumber } from '#lib/core/calendar/plain-date.ts';
import { endAt, minuteOf, startAt, type Axis, type Position } from './axis.ts';
import {
	scheduleLimits,
	type ConstraintType,
	type DateField,
	type FloatCause,
	type ScheduleTask,
	type ScheduleWarning
} from './types.ts';

export const NOT_FIXED = 0;
/** Stands where people put it; its predecessors have float up to there. */
export const FIXED_BY_HAND = 1;
/** History: nothing can hurt it any more. */
export const FIXED_BY_ACTUALS = 2;

export interface TaskReading {
	readonly duration: number;
	readonly fixed: 0 | 1 | 2;
	/** Where fixed; without duration the two ends of its day, between which links place it. */
	readonly fixedStart: Position;
	readonly fixedFinish: Position;
	/** Dates as entered, shown as such even on a free day. */
	readonly enteredStart: string | null;
	readonly enteredFinish: string | null;
	/** Not before (snet, mso; fnet, mfo); −Infinity where nothing is asked. */
	readonly startFloor: Position;
	readonly finishFloor: Position;
	/** `start` of an automatic task: counts while it is not linked. */
	readonly plannedStart: Position;
	/** Minutes that start and finish may not pass (snlt, mso; fnlt, mfo), and the deadline; Infinity where none. */
	readonly startCap: number;
	readonly finishCap: number;
	readonly deadline: number;
	/** What people are told where one of these, or the fixed start, cannot be kept. */
	readonly constraintCause: FloatCause | null;
	readonly deadlineCause: FloatCause | null;
	readonly manualCause: FloatCause | null;
	readonly isAlap: boolean;
	readonly isFinished: boolean;
	readonly isStarted: boolean;
	readonly progress: number;
	readonly effort: number | null;
	readonly warnings: readonly ScheduleWarning[];
}

const DATE_LIMIT = `YYYY-MM-DD, ${earliestDate.slice(0, 4)}–${latestDate.slice(0, 4)}`;

export function invalidDate(field: DateField, value: unknown): ScheduleWarning {
	return { code: 'invalid-date', field, value: String(value).slice(0, 40), limit: DATE_LIMIT };
}

/** A number held to its limits; `warn` hears of it when it had to be. */
export function readNumber(
	value: unknown,
	least: number,
	most: number,
	warn: (limit: string) => void
): number {
	if (typeof value === 'number' && value >= least && value <= most) return value;
	warn(`${least}…${most}`);
	return typeof value === 'number' && !Number.isNaN(value) ? Math.min(Math.max(value, least), most) : 0;
}

export function readTask(task: ScheduleTask, axis: Axis, isSummary: boolean): TaskReading {
	const warnings: ScheduleWarning[] = [];
	const day = (field: DateField, value: unknown, shouldWork = false): DayNumber | null => {
		if (value === null || value === undefined) return null;
		const found = parsePlainDate(value);
		if (found === null) warnings.push(invalidDate(field, value));
		else if (shouldWork && !axis.isWorkingDay(found)) {
			warnings.push({ code: 'date-not-working', field, date: String(value) });
		}
		return found;
	};
	const number = (
		field: 'durationMinutes' | 'effortMinutes' | 'progress',
		least: number,
		most: number
	): number =>
		readNumber(task[field], least, most, (limit) =>
			warnings.push({ code: 'invalid-number', field, value: String(task[field]).slice(0, 40), limit })
		);

	const longest = scheduleLimits.durationDays * axis.minutesPerDay;
	const hasDuration = task.kind !== 'milestone' && !isSummary;
	const duration = hasDuration ? Math.round(number('durationMinutes', 0, longest)) : 0;
	const progress = isSummary ? 0 : number('progress', 0, 100);
	const hasEffort = !isSummary && task.effortMinutes !== null && task.effortMinutes !== undefined;
	const effort = hasEffort ? Math.round(number('effortMinutes', 0, longest)) : null;
	const isManual = task.mode === 'manual' && !isSummary;
	const started = isSummary ? null : day('actualStart', task.actualStart, true);
	let finished = isSummary ? null : day('actualFinish', task.actualFinish, true);
	if (started !== null && finished !== null && finished < started) {
		const dates = { start: String(task.actualStart), finish: String(task.actualFinish) };
		warnings.push({ code: 'finish-before-start', ...dates });
		finished = null;
	}
	const planned = isSummary ? null : day('start', task.start, isManual);
	const deadlineDay = day('deadline', task.deadline);
	const pinned = started ?? (isManual && finished === null ? planned : null);
	const isFixed = pinned !== null || finished !== null;
	const fixedAt = isFixed ? fixedPositions(axis, duration, pinned, finished) : null;
	const enteredFinish = finished === null ? null : task.actualFinish;
	const enteredPin = started === null ? task.start : task.actualStart;
	const enteredStart = pinned === null ? null : enteredPin;
	const { id } = task;

	return {
		duration,
		fixed: isFixed ? (started !== null || finished !== null ? FIXED_BY_ACTUALS : FIXED_BY_HAND) : NOT_FIXED,
		fixedStart: fixedAt?.start ?? 0,
		fixedFinish: fixedAt?.finish ?? 0,
		enteredStart: enteredStart ?? (duration === 0 ? enteredFinish : null),
		enteredFinish: enteredFinish ?? (duration === 0 ? enteredStart : null),
		...readConstraint(task, axis, { isSummary, isPoint: duration === 0 }, warnings, day),
		plannedStart: planned === null ? -Infinity : axis.startOf(planned),
		deadline: deadlineDay === null ? Infinity : minuteOf(axis.endOf(deadlineDay)),
		deadlineCause:
			deadlineDay === null ? null : { type: 'deadline', taskId: id, date: String(task.deadline) },
		manualCause: pinned === null ? null : { type: 'manual', taskId: id, date: String(enteredPin) },
		isFinished: finished !== null,
		isStarted: started !== null || finished !== null || progress > 0,
		progress: finished === null ? progress : 100,
		effort,
		warnings
	};
}

function fixedPositions(
	axis: Axis,
	duration: number,
	pinned: DayNumber | null,
	finished: DayNumber | null
): { start: Position; finish: Position } {
	const finish = finished === null ? null : axis.endOf(finished);
	if (duration === 0) {
		const day = finished ?? pinned ?? 0;
		return { start: axis.startOf(day), finish: axis.endOf(day) };
	}
	if (pinned === null) {
		const end = finish ?? 0;
		return { start: startAt(minuteOf(end) - duration), finish: end };
	}
	const start = axis.startOf(pinned);
	if (finish === null) return { start, finish: endAt(minuteOf(start) + duration) };
	return { start, finish };
}

interface Bounds {
	startFloor: Position;
	finishFloor: Position;
	startCap: number;
	finishCap: number;
	constraintCause: FloatCause | null;
	isAlap: boolean;
}

const SUMMARY_CONSTRAINTS: ReadonlySet<ConstraintType> = new Set(['asap', 'snet', 'fnlt']);

function readConstraint(
	{ id, constraint }: ScheduleTask,
	axis: Axis,
	{ isSummary, isPoint }: { isSummary: boolean; isPoint: boolean },
	warnings: ScheduleWarning[],
	day: (field: DateField, value: unknown) => DayNumber | null
): Bounds {
	const bounds: Bounds = {
		startFloor: -Infinity,
		finishFloor: -Infinity,
		startCap: Infinity,
		finishCap: Infinity,
		constraintCause: null,
		isAlap: false
	};
	if (!constraint || constraint.type === 'asap') return bounds;
	const { type } = constraint;
	if (isSummary && !SUMMARY_CONSTRAINTS.has(type)) {
		warnings.push({ code: 'summary-constraint-ignored', constraint: type });
		return bounds;
	}
	if (type === 'alap') return { ...bounds, isAlap: true };
	if (constraint.date === null || constraint.date === undefined)
		warnings.push({ code: 'constraint-without-date', constraint: type });
	const at = day('constraint', constraint.date);
	if (at === null) return bounds;
	bounds.constraintCause = {
		type: 'constraint',
		taskId: id,
		constraint: type,
		date: String(constraint.date)
	};
	if (type === 'snet' || type === 'mso') bounds.startFloor = axis.startOf(at);
	if (type === 'fnet') bounds.finishFloor = axis.endFrom(at);
	if (type === 'mfo') bounds.finishFloor = axis.endOf(at);
	// What has no duration may stand anywhere on the day named.
	if (type === 'snlt') bounds.startCap = minuteOf(isPoint ? axis.endOf(at) : axis.startBy(at));
	if (type === 'mso') bounds.startCap = minuteOf(isPoint ? axis.endFrom(at) : axis.startOf(at));
	if (type === 'fnlt' || type === 'mfo') bounds.finishCap = minuteOf(axis.endOf(at));
	return bounds;
}
