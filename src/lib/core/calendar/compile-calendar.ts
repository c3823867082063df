// A calendar made countable: which working day is a date, which date is a working day. The week is counted by formula,
// what departs from it (holidays on workdays, make-up days) by binary search, so any year costs the same and nothing is
// tabulated. Tolerant: entries that validateCalendar would refuse are passed over; a week without workdays reads Mon–Fri.

import { formatPlainDate, parsePlainDate, weekdayOf, type DayNumber, type PlainDate } from './plain-date.ts';
import { calendarLimits, mondayToFriday, type WorkingCalendar } from './working-calendar.ts';

export interface CompiledCalendar {
	readonly minutesPerDay: number;
	isWorkingDay(day: DayNumber): boolean;
	/** Working days from 1970-01-01 up to, without, `day`; negative before 1970. */
	workingDaysBefore(day: DayNumber): number;
	/** The day that has exactly `index` working days before it and is worked. Inverse of workingDaysBefore. */
	dayAt(index: number): DayNumber;
}

/** 1970-01-05, a Monday: whole weeks are counted from here. */
const FIRST_MONDAY = 4;

export function compileCalendar(calendar: WorkingCalendar): CompiledCalendar {
	const week = readWeek(calendar.workWeek);
	const exceptions = readExceptions(calendar, week);
	const days = Int32Array.from(exceptions.keys()).sort();
	/** Sum of the exceptions before the k-th: −1 for a day lost, +1 for one won. */
	const sums = new Int32Array(days.length + 1);
	for (const [k, day] of days.entries()) sums[k + 1] = (sums[k] ?? 0) + (exceptions.get(day) ?? 0);

	const beforeWeekday = new Int32Array(8);
	for (let weekday = 0; weekday < 7; weekday++) {
		beforeWeekday[weekday + 1] = (beforeWeekday[weekday] ?? 0) + (week[weekday] ? 1 : 0);
	}
	const perWeek = beforeWeekday[7] ?? 5;
	const weekdays = week.flatMap((isWorked, weekday) => (isWorked ? [weekday] : []));

	function byWeek(day: DayNumber): number {
		const weeks = Math.floor((day - FIRST_MONDAY) / 7);
		return weeks * perWeek + (beforeWeekday[day - FIRST_MONDAY - weeks * 7] ?? 0);
	}
	const atEpoch = byWeek(0) + sumBefore(0);

	/** How many exceptions lie before `day`, summed. */
	function sumBefore(day: DayNumber): number {
		let low = 0;
		let high = days.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((days[middle] ?? 0) < day) low = middle + 1;
			else high = middle;
		}
		return sums[low] ?? 0;
	}

	function workingDaysBefore(day: DayNumber): number {
		return byWeek(day) + sumBefore(day) - atEpoch;
	}

	function isWorkingDay(day: DayNumber): boolean {
		const exception = exceptions.get(day);
		return exception === undefined ? week[weekdayOf(day)] === true : exception > 0;
	}

	function dayAt(index: number): DayNumber {
		// Working days before a day never decrease, so the first exception that lies behind the index ends the
		// stretch in which the formula of the week holds.
		let low = 0;
		let high = days.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (workingDaysBefore((days[middle] ?? 0) + 1) <= index) low = middle + 1;
			else high = middle;
		}
		const exceptional = days[low];
		if (exceptional !== undefined && isWorkingDay(exceptional) && workingDaysBefore(exceptional) === index) {
			return exceptional;
		}
		const target = index + atEpoch - (sums[low] ?? 0);
		const weeks = Math.floor(target / perWeek);
		return FIRST_MONDAY + weeks * 7 + (weekdays[target - weeks * perWeek] ?? 0);
	}

	return { minutesPerDay: readMinutes(calendar.minutesPerDay), isWorkingDay, workingDaysBefore, dayAt };
}

/** The date `count` working days on (or back). From a free day, forward counting begins at the next working day. */
export function addWorkingDays(calendar: CompiledCalendar, date: PlainDate, count: number): PlainDate | null {
	const day = parsePlainDate(date);
	if (day === null) return null;
	return formatPlainDate(calendar.dayAt(calendar.workingDaysBefore(day) + Math.trunc(count)));
}

/** Working days from `from` up to, without, `to`; negative where `to` is earlier; null where either is no date. */
export function workingDaysBetween(
	calendar: CompiledCalendar,
	from: PlainDate,
	to: PlainDate
): number | null {
	const first = parsePlainDate(from);
	const last = parsePlainDate(to);
	if (first === null || last === null) return null;
	return calendar.workingDaysBefore(last) - calendar.workingDaysBefore(first);
}

function readMinutes(minutes: number): number {
	return Number.isInteger(minutes) && minutes >= 1 && minutes <= calendarLimits.minutesPerDay ? minutes : 480;
}

function readWeek(workWeek: readonly boolean[]): readonly boolean[] {
	return workWeek.length === 7 && workWeek.includes(true) ? workWeek : mondayToFriday;
}

/** Day → −1 where a workday of the week is free, +1 where a free day of the week is worked. */
function readExceptions(calendar: WorkingCalendar, week: readonly boolean[]): Map<DayNumber, number> {
	const exceptions = new Map<DayNumber, number>();
	for (const { from, to } of calendar.holidays.slice(0, calendarLimits.holidays)) {
		const first = parsePlainDate(from);
		const last = parsePlainDate(to);
		if (first === null || last === null || last - first >= calendarLimits.daysOfOneHoliday) continue;
		for (let day = first; day <= last; day++) if (week[weekdayOf(day)]) exceptions.set(day, -1);
	}
	for (const { date } of calendar.makeUpWorkdays.slice(0, calendarLimits.makeUpWorkdays)) {
		const day = parsePlainDate(date);
		if (day === null) continue;
		if (week[weekdayOf(day)]) exceptions.delete(day);
		else exceptions.set(day, 1);
	}
	return exceptions;
}
