// Plain calendar dates, 'YYYY-MM-DD': no time, no zone, so no machine can shift one by a day. Inside they are day
// numbers (days since 1970-01-01). A text that is no such date is refused with null, never bent into another date.

/** 'YYYY-MM-DD', proleptic Gregorian, within `earliestDate`…`latestDate`. */
export type PlainDate = string;

/** Days since 1970-01-01. */
export type DayNumber = number;

export const earliestDate: PlainDate = '1900-01-01';
export const latestDate: PlainDate = '2199-12-31';

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Years counted from 1 March of year 0, in eras of 400: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”. */
const DAYS_PER_ERA = 146_097;
const EPOCH_SHIFT = 719_468;
const LARGEST_WRITABLE = 2_932_896;

export function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
	return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The day number of a date, or null where the text is no date between 1900 and 2199. */
export function parsePlainDate(text: unknown): DayNumber | null {
	if (typeof text !== 'string') return null;
	const match = PATTERN.exec(text);
	if (!match) return null;
	const year = Number(match[1]);
	const month = Number(match[2]);
	const day = Number(match[3]);
	if (year < 1900 || year > 2199 || day < 1 || day > daysInMonth(year, month)) return null;
	const shiftedYear = month > 2 ? year : year - 1;
	const era = Math.floor(shiftedYear / 400);
	const yearOfEra = shiftedYear - era * 400;
	const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/** The text of a day number; beyond the year 9999 it stays at 9999-12-31, before the year 0 at 0000-03-01. */
export function formatPlainDate(day: DayNumber): PlainDate {
	const shifted = Math.min(Math.max(Math.floor(day), -EPOCH_SHIFT), LARGEST_WRITABLE) + EPOCH_SHIFT;
	const era = Math.floor(shifted / DAYS_PER_ERA);
	const dayOfEra = shifted - era * DAYS_PER_ERA;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1_460) +
			Math.floor(dayOfEra / 36_524) -
			Math.floor(dayOfEra / 146_096)) /
			365
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** 0 = Monday … 6 = Sunday (ISO 8601). 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
	return (((day + 3) % 7) + 7) % 7;
}

export function addDays(date: PlainDate, days: number): PlainDate | null {
	const day = parsePlainDate(date);
	return day === null ? null : formatPlainDate(day + days);
}
