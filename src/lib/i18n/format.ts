// Dates, times, numbers and sizes in a person's language, over Intl. Formatters are made once per locale and shape.
// It never asks what time it is: relative times take `now` from the caller's clock, so that tests can replay.

import { m } from './compiled/messages.js';
import { getLocale } from './compiled/runtime.js';

type Locale = 'en' | 'zh-CN';

/** A moment: milliseconds since 1970, a Date, or an ISO 8601 string. */
export type Moment = number | string | Date;

const formatters = new Map<string, unknown>();

function once<T>(name: string, locale: Locale, make: (tag: string) => T): T {
	const key = `${name} ${locale}`;
	let formatter = formatters.get(key) as T | undefined;
	if (formatter === undefined) {
		// British order for English ("23 Nov 2026"): unambiguous for readers on both sides of the Atlantic.
		formatter = make(locale === 'en' ? 'en-GB' : locale);
		formatters.set(key, formatter);
	}
	return formatter;
}

function toDate(moment: Moment): Date {
	return moment instanceof Date ? moment : new Date(moment);
}

/** "23 Nov 2026" · "2026年11月23日" */
export function formatDate(moment: Moment, locale: Locale = getLocale()): string {
	return once(
		'date',
		locale,
		(tag) =>
			new Intl.DateTimeFormat(tag, {
				year: 'numeric',
				month: tag === 'en-GB' ? 'short' : 'long',
				day: 'numeric'
			})
	).format(toDate(moment));
}

/** "Mon 23 Nov" · "11月23日周一": for lists in which the year is plain. */
export function formatDay(moment: Moment, locale: Locale = getLocale()): string {
	return once(
		'day',
		locale,
		(tag) =>
			new Intl.DateTimeFormat(tag, {
				weekday: 'short',
				month: tag === 'en-GB' ? 'short' : 'long',
				day: 'numeric'
			})
	).format(toDate(moment));
}

/** "23 Nov" · "11月23日": where the weekday says nothing and the year is plain. */
export function formatMonthDay(moment: Moment, locale: Locale = getLocale()): string {
	return once(
		'month-day',
		locale,
		(tag) => new Intl.DateTimeFormat(tag, { month: tag === 'en-GB' ? 'short' : 'long', day: 'numeric' })
	).format(toDate(moment));
}

/** "23 Nov 2026, 14:05" · "2026年11月23日 14:05" */
export function formatDateTime(moment: Moment, locale: Locale = getLocale()): string {
	return once(
		'date-time',
		locale,
		(tag) =>
			new Intl.DateTimeFormat(tag, { dateStyle: tag === 'en-GB' ? 'medium' : 'long', timeStyle: 'short' })
	).format(toDate(moment));
}

/** "14:05" */
export function formatTime(moment: Moment, locale: Locale = getLocale()): string {
	return once('time', locale, (tag) => new Intl.DateTimeFormat(tag, { timeStyle: 'short' })).format(
		toDate(moment)
	);
}

/** "12,345.6": at most two decimals. */
export function formatNumber(value: number, locale: Locale = getLocale()): string {
	return once('number', locale, (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 })).format(
		value
	);
}

/** "42%" of a share between 0 and 1. */
export function formatPercent(share: number, locale: Locale = getLocale()): string {
	return once(
		'percent',
		locale,
		(tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
	).format(share);
}

/** "10 MB": decimal-free, in units of 1024 as file limits are set. */
export function formatBytes(bytes: number, locale: Locale = getLocale()): string {
	const units = ['B', 'KB', 'MB', 'GB'];
	let value = bytes;
	let unit = 0;
	while (value >= 1024 && unit < units.length - 1) {
		value /= 1024;
		unit += 1;
	}
	const rounded = value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
	return `${formatNumber(rounded, locale)} ${units[unit]}`;
}

/** "45 seconds" · "3 minutes" · "2 hours": rounded up, for waits. `seconds` ≥ 0. */
export function formatDuration(seconds: number, locale: Locale = getLocale()): string {
	const [value, unit] =
		seconds < 60 ? [seconds, 'second'] : seconds < 3600 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
	return once(
		`unit-${unit}`,
		locale,
		(tag) => new Intl.NumberFormat(tag, { style: 'unit', unit: unit as string, unitDisplay: 'long' })
	).format(Math.max(1, Math.ceil(value as number)));
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
	['year', 31_557_600_000],
	['month', 2_629_800_000],
	['week', 604_800_000],
	['day', 86_400_000],
	['hour', 3_600_000],
	['minute', 60_000]
];

/** "just now" · "5 minutes ago" · "yesterday" · "in 2 weeks": the largest whole unit between `moment` and `now` (ms). */
export function formatRelative(moment: Moment, now: number, locale: Locale = getLocale()): string {
	const relative = once('relative', locale, (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
	const distance = toDate(moment).getTime() - now;
	for (const [unit, size] of steps) {
		if (Math.abs(distance) >= size) return relative.format(Math.trunc(distance / size), unit);
	}
	return m.ui_just_now({}, { locale });
}
