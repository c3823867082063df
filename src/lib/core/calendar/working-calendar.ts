// What a working calendar is, as people keep it: a week, holidays, make-up workdays (调休), minutes in a day.
// It only describes and checks; counting days is compile-calendar.ts. Checking names the value and the limit.

import { parsePlainDate, weekdayOf, type PlainDate } from './plain-date.ts';

/** Days off, both ends included. A day off at the weekend changes nothing. */
export interface Holiday {
	readonly name: string;
	readonly from: PlainDate;
	readonly to: PlainDate;
}

/** A day worked although the week or a holiday says it is free; it wins over both. */
export interface MakeUpWorkday {
	readonly name: string;
	readonly date: PlainDate;
}

export interface WorkingCalendar {
	/** Seven entries, Monday first; at least one is true. */
	readonly workWeek: readonly boolean[];
	readonly holidays: readonly Holiday[];
	readonly makeUpWorkdays: readonly MakeUpWorkday[];
	/** Working minutes of a working day, 1…1440; 480 = eight hours. */
	readonly minutesPerDay: number;
}

export const calendarLimits = {
	holidays: 2_000,
	daysOfOneHoliday: 366,
	makeUpWorkdays: 2_000,
	minutesPerDay: 1_440
} as const;

/** One thing wrong with a calendar. `path` as in 'holidays.3.to'; `value` as it was found; `limit` what would do. */
export interface CalendarIssue {
	readonly path: string;
	readonly code:
		| 'not-seven-days'
		| 'no-working-day'
		| 'not-a-date'
		| 'ends-before-start'
		| 'too-long'
		| 'too-many'
		| 'out-of-range'
		| 'already-a-workday';
	readonly value: string | number;
	readonly limit: string | number;
}

export const mondayToFriday: readonly boolean[] = [true, true, true, true, true, false, false];

export function validateCalendar(calendar: WorkingCalendar): CalendarIssue[] {
	const issues: CalendarIssue[] = [];
	const { workWeek, minutesPerDay } = calendar;
	if (workWeek.length !== 7) {
		issues.push({ path: 'workWeek', code: 'not-seven-days', value: workWeek.length, limit: 7 });
	} else if (!workWeek.some(Boolean)) {
		issues.push({ path: 'workWeek', code: 'no-working-day', value: 0, limit: 1 });
	}
	if (!Number.isInteger(minutesPerDay) || minutesPerDay < 1 || minutesPerDay > calendarLimits.minutesPerDay) {
		const limit = `1–${calendarLimits.minutesPerDay}`;
		issues.push({ path: 'minutesPerDay', code: 'out-of-range', value: minutesPerDay, limit });
	}
	issues.push(...holidayIssues(calendar), ...makeUpIssues(calendar));
	return issues;
}

function holidayIssues({ holidays }: WorkingCalendar): CalendarIssue[] {
	const issues: CalendarIssue[] = [];
	if (holidays.length > calendarLimits.holidays) {
		const limit = calendarLimits.holidays;
		issues.push({ path: 'holidays', code: 'too-many', value: holidays.length, limit });
	}
	for (const [index, { from, to }] of holidays.entries()) {
		const first = parsePlainDate(from);
		const last = parsePlainDate(to);
		if (first === null) issues.push(notADate(`holidays.${index}.from`, from));
		if (last === null) issues.push(notADate(`holidays.${index}.to`, to));
		if (first === null || last === null) continue;
		const path = `holidays.${index}.to`;
		if (last < first) issues.push({ path, code: 'ends-before-start', value: to, limit: from });
		else if (last - first >= calendarLimits.daysOfOneHoliday) {
			const limit = calendarLimits.daysOfOneHoliday;
			issues.push({ path, code: 'too-long', value: last - first + 1, limit });
		}
	}
	return issues;
}

function makeUpIssues({ makeUpWorkdays, holidays, workWeek }: WorkingCalendar): CalendarIssue[] {
	const issues: CalendarIssue[] = [];
	if (makeUpWorkdays.length > calendarLimits.makeUpWorkdays) {
		const limit = calendarLimits.makeUpWorkdays;
		issues.push({ path: 'makeUpWorkdays', code: 'too-many', value: makeUpWorkdays.length, limit });
	}
	for (const [index, { date }] of makeUpWorkdays.entries()) {
		const path = `makeUpWorkdays.${index}.date`;
		const day = parsePlainDate(date);
		if (day === null) issues.push(notADate(path, date));
		else if (workWeek[weekdayOf(day)] && !holidays.some(({ from, to }) => from <= date && date <= to)) {
			issues.push({ path, code: 'already-a-workday', value: date, limit: 'a free day' });
		}
	}
	return issues;
}

function notADate(path: string, value: unknown): CalendarIssue {
	return { path, code: 'not-a-date', value: String(value).slice(0, 40), limit: 'YYYY-MM-DD, 1900–2199' };
}
