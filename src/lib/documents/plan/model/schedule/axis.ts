// The axis of time inside the engine: working minutes since 1970, weekends and holidays cut out. A *position* is twice the
// minute plus one bit, because the end of Friday and the start of Monday are the same working minute but not the same
// day to people: even = end of what came before, odd = start of what follows. Only work without duration keeps the bit.

import { compileCalendar, type CompiledCalendar } from '#lib/core/calendar/compile-calendar.ts';
import { formatPlainDate, type DayNumber, type PlainDate } from '#lib/core/calendar/plain-date.ts';
import type { WorkingCalendar } from '#lib/core/calendar/working-calendar.ts';

/** 2 × working minute + (0 end of the time before | 1 start of the time after). */
export type Position = number;

export interface Axis {
	readonly minutesPerDay: number;
	isWorkingDay(day: DayNumber): boolean;
	/** First minute of the day, of the next working day if it is free. */
	startOf(day: DayNumber): Position;
	/** Last minute of the day, of the last working day before if it is free. */
	endOf(day: DayNumber): Position;
	/** As endOf, of the next working day if it is free. */
	endFrom(day: DayNumber): Position;
	/** As startOf, of the last working day before if it is free. */
	startBy(day: DayNumber): Position;
	/** The day that people say: end positions belong to the day that ends. */
	dateOf(position: Position): PlainDate;
}

export function minuteOf(position: Position): number {
	return Math.floor(position / 2);
}

export function startAt(minute: number): Position {
	return 2 * minute + 1;
}

export function endAt(minute: number): Position {
	return 2 * minute;
}

export function createAxis(calendar: WorkingCalendar): Axis {
	const compiled: CompiledCalendar = compileCalendar(calendar);
	const { minutesPerDay, isWorkingDay } = compiled;
	const dates = new Map<number, PlainDate>();

	function dateOfIndex(index: number): PlainDate {
		let date = dates.get(index);
		if (date === undefined) {
			date = formatPlainDate(compiled.dayAt(index));
			dates.set(index, date);
		}
		return date;
	}

	function indexOf(position: Position): number {
		const minute = minuteOf(position);
		return position % 2 === 0 ? Math.ceil(minute / minutesPerDay) - 1 : Math.floor(minute / minutesPerDay);
	}

	return {
		minutesPerDay,
		isWorkingDay,
		startOf: (day) => startAt(compiled.workingDaysBefore(day) * minutesPerDay),
		endOf: (day) => endAt(compiled.workingDaysBefore(day + 1) * minutesPerDay),
		endFrom: (day) => endAt((compiled.workingDaysBefore(day) + 1) * minutesPerDay),
		startBy: (day) => startAt((compiled.workingDaysBefore(day + 1) - 1) * minutesPerDay),
		dateOf: (position) => dateOfIndex(indexOf(position))
	};
}
