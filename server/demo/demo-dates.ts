// The demo's calendar: days counted in weeks from the week of the last weekly meeting, a Thursday that has passed, so
// that nobody reads minutes of tomorrow and "last week" is last week whenever somebody tries it.

import type { Clock } from '#lib/core/clock.ts';
import type { Locale } from '#server/service-types.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof weekdays)[number];

const DAY = 24 * 60 * 60 * 1000;
/** From the Friday after it until the next Thursday, the week of a meeting is the present one. */
const DAYS_UNTIL_PAST = 4;

export interface DemoDates {
	/** 'YYYY-MM-DD'; week 0 is that of the last meeting, -1 the one before. */
	iso(week: number, weekday: Weekday): string;
	/** As people write it in minutes: "Tue 14 Oct", "10月14日（周二）". */
	written(week: number, weekday: Weekday, locale: Locale): string;
}

export function createDemoDates(clock: Clock): DemoDates {
	const now = new Date(clock());
	const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
	const reference = today - DAYS_UNTIL_PAST * DAY;
	const monday = reference - ((new Date(reference).getUTCDay() + 6) % 7) * DAY;
	const day = (week: number, weekday: Weekday) => monday + (week * 7 + weekdays.indexOf(weekday)) * DAY;
	return {
		iso: (week, weekday) => new Date(day(week, weekday)).toISOString().slice(0, 10),
		written(week, weekday, locale) {
			const part = (options: Intl.DateTimeFormatOptions) =>
				new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day(week, weekday));
			return locale === 'zh-CN'
				? `${part({ month: 'long', day: 'numeric' })}（${part({ weekday: 'short' })}）`
				: `${part({ weekday: 'short' })} ${part({ day: 'numeric' })} ${part({ month: 'short' })}`;
		}
	};
}

export function isWeekday(word: string): word is Weekday {
	return (weekdays as readonly string[]).includes(word);
}
