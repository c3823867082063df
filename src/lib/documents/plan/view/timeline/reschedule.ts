// What moving a bar means for its task. An automatic task that waits for nothing takes a start; one that waits for others
// takes a constraint, because only that holds beside its links; brought back to where its links put it, it is free again. A
// manual task simply starts elsewhere. Lengths are working time, so weekends and holidays are stepped over. Pure.

import type { CompiledCalendar } from '#lib/core/calendar/compile-calendar.ts';
import { dateOf, dayOf } from '#lib/ui/timeline/date-scale.ts';
import type { BarGrip } from '#lib/ui/timeline/bar-shape.ts';
import type { BarPart, Span } from '#lib/ui/timeline/bar-moves.ts';
import type { Constraint } from '../../model/plan-fields.ts';
import type { Task, TaskValues } from '../../model/schema.ts';
import type { TaskSchedule } from '../../model/schedule/types.ts';

export interface BarInHand {
	readonly task: Task;
	readonly schedule: TaskSchedule;
	/** A link points at the task itself: a start of its own would not count. */
	readonly isLinked: boolean;
	/** The earliest it could be without any date of its own; null for a manual task, which may lie anywhere. */
	readonly free: TaskSchedule | null;
	readonly calendar: CompiledCalendar;
}

/** What the change is to be called: the person is told which of the task's dates holds it from now on. */
export type Bound = 'start' | 'snet' | 'mso' | 'fnet' | 'mfo' | 'free' | 'length';

export interface Reschedule {
	readonly values: TaskValues;
	readonly bound: Bound;
	readonly span: Span;
}

/** What of a bar may be taken in hand: what has begun keeps its start, what is over stays as it was. */
export function gripsOf(task: Task, isSummary: boolean): readonly BarGrip[] {
	if (isSummary) return ['whole', 'link'];
	if (task.actualFinish !== null) return ['link'];
	if (task.kind === 'milestone') return task.actualStart === null ? ['whole', 'link'] : ['link'];
	if (task.actualStart !== null) return ['finish', 'progress', 'link'];
	return ['whole', 'start', 'finish', 'progress', 'link'];
}

/** How the bar would lie. It never gets before what it waits for, and never ends on a day nobody works. */
export function previewOf(bar: BarInHand, part: BarPart, days: number): Span {
	const { schedule, calendar } = bar;
	const now = { start: dayOf(schedule.start), finish: dayOf(schedule.finish) };
	if (days === 0) return now;
	if (part === 'finish')
		return { start: now.start, finish: Math.max(workday(calendar, now.finish + days, days), now.start) };
	const wanted = workday(calendar, now.start + days, days);
	const earliest = bar.free === null ? -Infinity : dayOf(bar.free.start);
	const start = Math.max(wanted, Math.min(earliest, now.start));
	if (start === now.start) return now;
	if (part === 'start') return { start: Math.min(start, now.finish), finish: now.finish };
	return { start, finish: finishOf(bar, start) };
}

/** Null where the bar stays where it is. */
export function reschedule(bar: BarInHand, part: BarPart, days: number): Reschedule | null {
	const { task, schedule } = bar;
	const span = previewOf(bar, part, days);
	const { start, finish } = span;
	if (start === dayOf(schedule.start) && finish === dayOf(schedule.finish)) return null;
	const isHeldAtFinish = task.constraint?.type === 'fnet' || task.constraint?.type === 'mfo';
	if (part === 'finish') {
		const values = { durationMinutes: minutesUntil(bar, schedule.startMinute, finish) };
		if (!isHeldAtFinish || task.mode === 'manual') return { values, bound: 'length', span };
		return { values: { ...values, constraint: onDay(task.constraint, finish) }, bound: 'length', span };
	}
	if (part === 'whole') return { ...moved(bar, span), span };
	const minutes = Math.max(1, schedule.finishMinute - startMinute(bar, start));
	// Held at its finish: a longer task begins earlier by itself.
	if (isHeldAtFinish && task.mode === 'auto')
		return { values: { durationMinutes: minutes }, bound: 'length', span };
	return { values: { ...moved(bar, span).values, durationMinutes: minutes }, bound: 'length', span };
}

function moved(bar: BarInHand, { start, finish }: Span): { values: TaskValues; bound: Bound } {
	const { task, isLinked, free, schedule } = bar;
	const date = dateOf(start);
	if (!schedule.isSummary && task.mode === 'manual') return { values: { start: date }, bound: 'start' };
	const type = task.constraint?.type;
	const isFree = free !== null && start <= dayOf(free.start);
	if (type === 'mso') return { values: { constraint: { type, date }, ...ownStart(bar, date) }, bound: 'mso' };
	if (type === 'fnet' || type === 'mfo') {
		return { values: { constraint: onDay(task.constraint, finish), ...ownStart(bar, date) }, bound: type };
	}
	if (!schedule.isSummary && !isLinked) {
		// Latest dates are promises: they stay, and warn where they are broken. Earliest ones go along.
		const values =
			type === 'snet' ? { constraint: { type, date } } : type === 'alap' ? { constraint: null } : {};
		return { values: { start: date, ...values }, bound: 'start' };
	}
	if (isFree) return { values: { constraint: null }, bound: 'free' };
	return { values: { constraint: { type: 'snet', date } }, bound: 'snet' };
}

/** A start of its own that would hold the task back goes along. */
function ownStart({ task, isLinked }: BarInHand, date: string): TaskValues {
	return task.start === null || isLinked ? {} : { start: date };
}

function onDay(constraint: Constraint | null, day: number): Constraint | null {
	return constraint && { type: constraint.type, date: dateOf(day) };
}

/** The day itself, or the next one worked in the direction of the move. */
function workday(calendar: CompiledCalendar, day: number, direction: number): number {
	if (calendar.isWorkingDay(day)) return day;
	const before = calendar.workingDaysBefore(day);
	return calendar.dayAt(direction > 0 ? before : before - 1);
}

function startMinute({ calendar }: BarInHand, day: number): number {
	return calendar.workingDaysBefore(day) * calendar.minutesPerDay;
}

/** Working minutes from a minute to the end of a day; at least one. */
function minutesUntil({ calendar }: BarInHand, from: number, day: number): number {
	return Math.max(1, calendar.workingDaysBefore(day + 1) * calendar.minutesPerDay - from);
}

function finishOf(bar: BarInHand, start: number): number {
	const { calendar, schedule } = bar;
	if (schedule.durationMinutes === 0) return start;
	const end = startMinute(bar, start) + schedule.durationMinutes;
	return Math.max(start, calendar.dayAt(Math.ceil(end / calendar.minutesPerDay) - 1));
}
