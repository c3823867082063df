// Who has how much to do in which week, and where that is more than a week holds. A task's work lies evenly over its working
// minutes (the "flat" work contour of MS Project); several people share it equally. All whole minutes, and no minute is lost
// to rounding: a part is the difference of two rounded-down sums, so the parts always add up to the whole.

import { compileCalendar } from '#lib/core/calendar/compile-calendar.ts';
import { formatPlainDate, parsePlainDate, weekdayOf, type PlainDate } from '#lib/core/calendar/plain-date.ts';
import type { WorkingCalendar } from '#lib/core/calendar/working-calendar.ts';
import type { Schedule, TaskSchedule } from './types.ts';

/** Inactive tasks should be left out by whoever asks. */
export interface Assignment {
	readonly taskId: string;
	/** Nobody: the work is counted as nobody's. */
	readonly assignees: readonly string[];
}

export interface WorkloadOptions {
	readonly calendar: WorkingCalendar;
	/** Any day of the first and of the last week shown; at most `workloadLimits.weeks` weeks. */
	readonly from: PlainDate;
	readonly to: PlainDate;
	/** Told of even without work. */
	readonly people?: readonly string[];
	/** Part of full time that a person has for this project, above 0 up to 1; 1 where it says nothing. */
	readonly availability?: ReadonlyMap<string, number>;
}

export const workloadLimits = { weeks: 520 } as const;

export interface WeekOfWork {
	/** Its Monday. */
	readonly week: PlainDate;
	readonly capacityMinutes: number;
	readonly workMinutes: number;
	readonly isOverAllocated: boolean;
	/** Why: largest part first, then by id. */
	readonly tasks: readonly { readonly taskId: string; readonly minutes: number }[];
}

export interface PersonWorkload {
	/** null = work that is nobody's yet; it has no capacity and is never over-allocated. */
	readonly person: string | null;
	/** Every week from the first to the last, also those without work. */
	readonly weeks: readonly WeekOfWork[];
	readonly overAllocatedWeeks: number;
}

/** By person's id, nobody's work last. Empty where `from` or `to` is no date, or `to` lies before `from`. */
export function computeWorkload(
	assignments: Iterable<Assignment>,
	schedule: Pick<Schedule, 'task'>,
	options: WorkloadOptions
): PersonWorkload[] {
	const weeks = readWeeks(options);
	const parts = new Map<string | null, Map<number, WeekOfWork['tasks'][number][]>>();
	for (const person of options.people ?? []) parts.set(person, new Map());
	for (const { taskId, assignees } of assignments) {
		const task = schedule.task(taskId);
		if (!task || task.isSummary) continue;
		const people = assignees.length === 0 ? [null] : [...new Set(assignees)].sort();
		for (const [at, person] of people.entries()) {
			const work = workOf(task, at, people.length);
			for (const [week, minutes] of spread(task, work, weeks)) {
				const ofPerson = parts.get(person) ?? new Map<number, WeekOfWork['tasks'][number][]>();
				parts.set(person, ofPerson);
				const ofWeek = ofPerson.get(week) ?? [];
				ofPerson.set(week, ofWeek);
				ofWeek.push({ taskId, minutes });
			}
		}
	}
	return [...parts]
		.sort(([left], [right]) => (left === null || (right !== null && left > right) ? 1 : -1))
		.map(([person, ofPerson]) => describePerson(person, ofPerson, weeks, options.availability));
}

interface Week {
	readonly monday: PlainDate;
	/** Working minutes since 1970, as in TaskSchedule; `end` is the next week's start. */
	readonly start: number;
	readonly end: number;
}

function readWeeks({ calendar, from, to }: WorkloadOptions): Week[] {
	const { workingDaysBefore, minutesPerDay } = compileCalendar(calendar);
	const first = parsePlainDate(from);
	const last = parsePlainDate(to);
	const weeks: Week[] = [];
	if (first === null || last === null) return weeks;
	for (let monday = first - weekdayOf(first); monday <= last; monday += 7) {
		if (weeks.length === workloadLimits.weeks) break;
		const start = workingDaysBefore(monday) * minutesPerDay;
		const end = workingDaysBefore(monday + 7) * minutesPerDay;
		weeks.push({ monday: formatPlainDate(monday), start, end });
	}
	return weeks;
}

/** Minutes of one of several people: without an estimate each works on it all the time it takes. */
function workOf(task: TaskSchedule, at: number, count: number): number {
	if (task.effortMinutes === null) return task.durationMinutes;
	return Math.floor((task.effortMinutes * (at + 1)) / count) - Math.floor((task.effortMinutes * at) / count);
}

/** Index of the week and minutes in it. Work without duration falls into the week of its start. */
function* spread(task: TaskSchedule, work: number, weeks: readonly Week[]): Generator<[number, number]> {
	if (work === 0) return;
	const { startMinute, finishMinute } = task;
	const length = finishMinute - startMinute;
	const doneBy = (minute: number) => Math.floor((work * (minute - startMinute)) / length);
	for (let at = firstWeekEndingAfter(weeks, startMinute); at < weeks.length; at++) {
		const week = weeks[at];
		if (!week || (length === 0 ? week.start > startMinute : week.start >= finishMinute)) return;
		if (length === 0) {
			yield [at, work];
			return;
		}
		const minutes = doneBy(Math.min(week.end, finishMinute)) - doneBy(Math.max(week.start, startMinute));
		if (minutes > 0) yield [at, minutes];
	}
}

function firstWeekEndingAfter(weeks: readonly Week[], minute: number): number {
	let low = 0;
	let high = weeks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((weeks[middle]?.end ?? 0) <= minute) low = middle + 1;
		else high = middle;
	}
	return low;
}

function describePerson(
	person: string | null,
	ofPerson: ReadonlyMap<number, WeekOfWork['tasks'][number][]>,
	weeks: readonly Week[],
	availability: WorkloadOptions['availability']
): PersonWorkload {
	const asked = person === null ? 0 : (availability?.get(person) ?? 1);
	const part = person === null || (asked > 0 && asked <= 1) ? asked : 1;
	const described = weeks.map(({ monday, start, end }, at): WeekOfWork => {
		const tasks = [...(ofPerson.get(at) ?? [])].sort(
			(left, right) => right.minutes - left.minutes || (left.taskId < right.taskId ? -1 : 1)
		);
		const capacityMinutes = Math.floor((end - start) * part);
		const workMinutes = tasks.reduce((sum, { minutes }) => sum + minutes, 0);
		const isOverAllocated = person !== null && workMinutes > capacityMinutes;
		return { week: monday, capacityMinutes, workMinutes, isOverAllocated, tasks };
	});
	const overAllocatedWeeks = described.filter(({ isOverAllocated }) => isOverAllocated).length;
	return { person, weeks: described, overAllocatedWeeks };
}
