// What a person means by a date they type, in English or Chinese: "5 Mar", "fri", "next monday", "+3d", "3月5日", "下周五",
// "月底". Pure; `today` is given. Both languages are understood whatever the page's language is; only the order in "3/5"
// follows it (day first in English as we print it, month first in Chinese).

import { CalendarDate, endOfMonth, parseDate, toCalendarDate } from '@internationalized/date';

export type DateContext = {
	/** 'YYYY-MM-DD' */
	today: string;
	locale: 'en' | 'zh-CN';
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const chineseDays = '一二三四五六日';
const chineseCounts: Record<string, number> = {
	一: 1,
	两: 2,
	二: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
	十: 10
};
const relative: Record<string, number> = {
	today: 0,
	tod: 0,
	tomorrow: 1,
	tmr: 1,
	tom: 1,
	yesterday: -1,
	今天: 0,
	今日: 0,
	明天: 1,
	明日: 1,
	后天: 2,
	大后天: 3,
	昨天: -1,
	前天: -2
};
const units: Record<string, 'days' | 'weeks' | 'months' | 'years'> = {
	d: 'days',
	day: 'days',
	days: 'days',
	天: 'days',
	日: 'days',
	w: 'weeks',
	week: 'weeks',
	weeks: 'weeks',
	周: 'weeks',
	个星期: 'weeks',
	星期: 'weeks',
	m: 'months',
	month: 'months',
	months: 'months',
	个月: 'months',
	月: 'months',
	y: 'years',
	year: 'years',
	years: 'years',
	年: 'years'
};

/** 'YYYY-MM-DD', or null when it is not a date. A day without a year is the nearest one to today. */
export function parseDateText(text: string, { today, locale }: DateContext): string | null {
	const words = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ').replace(/,/g, '');
	const now = parseDate(today);
	const found =
		named(words, now) ?? distance(words, now) ?? weekday(words, now) ?? written(words, now, locale);
	return found && found.year >= 1900 && found.year <= 2200 ? found.toString() : null;
}

function named(words: string, now: CalendarDate): CalendarDate | null {
	const days = relative[words];
	if (days !== undefined) return now.add({ days });
	if (['eom', 'end of month', '月底', '本月底'].includes(words)) return endOfMonth(now);
	if (words === '下月底' || words === '下个月底') return endOfMonth(now.add({ months: 1 }));
	if (words === 'next week' || words === '下周') return mondayOf(now).add({ weeks: 1 });
	if (words === 'next month' || words === '下个月' || words === '下月')
		return now.set({ day: 1 }).add({ months: 1 });
	return null;
}

/** "+3d", "in 2 weeks", "3天后", "2周前". */
function distance(words: string, now: CalendarDate): CalendarDate | null {
	const match =
		/^(?<sign>[+-])\s?(?<count>\d{1,4})\s?(?<unit>\D+)$/u.exec(words) ??
		/^in (?<count>\d{1,4}) (?<unit>\D+)$/u.exec(words) ??
		/^(?<count>\d{1,4}) (?<unit>days?|weeks?|months?|years?) (?<way>ago)$/u.exec(words) ??
		/^(?<count>\d{1,4}|[一两二三四五六七八九十])\s?(?<unit>天|日|周|个?星期|个月|年)(?:之|以)?(?<way>后|前)$/u.exec(
			words
		);
	const { sign, count, unit, way } = match?.groups ?? {};
	const field = units[unit?.trim() ?? ''];
	if (!field || count === undefined) return null;
	const amount =
		(chineseCounts[count] ?? Number(count)) * (sign === '-' || way === 'ago' || way === '前' ? -1 : 1);
	return now.add({ [field]: amount });
}

/** The coming one, today included; "next fri" and "下周五" are in the week after this one. Weeks begin on Monday. */
function weekday(words: string, now: CalendarDate): CalendarDate | null {
	const english = /^(?:(this|next|last) )?([a-z]{3,9})$/.exec(words);
	const at = weekdays.findIndex((day) => english?.[2] !== undefined && isWeekday(english[2], day));
	if (at >= 0) {
		const which = english?.[1];
		if (which)
			return mondayOf(now).add({ weeks: which === 'next' ? 1 : which === 'last' ? -1 : 0, days: at });
		return comingDay(now, at);
	}
	const chinese = /^(下下|下|上|本|这)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])$/u.exec(words);
	const day = chineseDays.indexOf(chinese?.[2]?.replace('天', '日') ?? '-');
	if (!chinese || day < 0) return null;
	const [, which] = chinese;
	if (!which) return comingDay(now, day);
	const weeks = which === '下下' ? 2 : which === '下' ? 1 : which === '上' ? -1 : 0;
	return mondayOf(now).add({ weeks, days: day });
}

function written(words: string, now: CalendarDate, locale: DateContext['locale']): CalendarDate | null {
	const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(words);
	if (compact) return dateOf(compact[1], compact[2], compact[3]);
	const yearFirst = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?$/u.exec(words);
	if (yearFirst) return dateOf(yearFirst[1], yearFirst[2], yearFirst[3]);
	const chinese = /^(?:(今|明|去)年)?(\d{1,2})月(\d{1,2})[日号]?$/u.exec(words);
	if (chinese) {
		const year = { 今: 0, 明: 1, 去: -1 }[chinese[1] ?? ''];
		if (year !== undefined) return dateOf(now.year + year, chinese[2], chinese[3]);
		return nearest(now, chinese[2], chinese[3]);
	}
	const dayOnly = /^(\d{1,2})(?:st|nd|rd|th|日|号)$/u.exec(words);
	if (dayOnly) return comingDayOfMonth(now, Number(dayOnly[1]));
	const dayMonth = /^(\d{1,2})(?:st|nd|rd|th)?[ .-]*([a-z]{3,9})\.?(?:[ .-]*(\d{4}|\d{2}))?$/.exec(words);
	if (dayMonth) return withMonthName(now, dayMonth[1], dayMonth[2], dayMonth[3]);
	const monthDay = /^([a-z]{3,9})\.?[ .-]*(\d{1,2})(?:st|nd|rd|th)?(?:[ .-]+(\d{4}))?$/.exec(words);
	if (monthDay) return withMonthName(now, monthDay[2], monthDay[1], monthDay[3]);
	const numbers = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})\.?(?:\s?[-/.]?\s?(\d{4}|\d{2}))?$/.exec(words);
	if (!numbers) return null;
	const [, first = '', second = '', year] = numbers;
	const monthFirst = locale === 'zh-CN' ? Number(first) <= 12 : Number(second) > 12;
	const [month, day] = monthFirst ? [first, second] : [second, first];
	return year ? dateOf(fullYear(year), month, day) : nearest(now, month, day);
}

function withMonthName(
	now: CalendarDate,
	day: string | undefined,
	name: string | undefined,
	year: string | undefined
): CalendarDate | null {
	const month = months.findIndex((short) => isMonth(name ?? '', short)) + 1;
	if (month === 0) return null;
	return year ? dateOf(fullYear(year), month, day) : nearest(now, month, day);
}

const monthNames =
	'january february march april may june july august september october november december'.split(' ');
const dayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

function isMonth(word: string, short: string): boolean {
	return word === 'sept' ? short === 'sep' : isBeginning(word, monthNames, short);
}
function isWeekday(word: string, short: string): boolean {
	return isBeginning(word, dayNames, short);
}
function isBeginning(word: string, names: readonly string[], short: string): boolean {
	const name = names.find((name) => name.startsWith(short));
	return word.length >= 3 && name !== undefined && name.startsWith(word);
}
function fullYear(year: string): number {
	return year.length === 2 ? 2000 + Number(year) : Number(year);
}
/** Null for 30 February: it is not moved to a day nobody wrote. */
function dateOf(
	year: string | number | undefined,
	month: string | number | undefined,
	day: string | number | undefined
): CalendarDate | null {
	const wanted = [Number(year), Number(month), Number(day)] as const;
	if (wanted[1] < 1 || wanted[1] > 12 || wanted[2] < 1 || wanted[2] > 31) return null;
	const date = toCalendarDate(new CalendarDate(...wanted));
	return date.year === wanted[0] && date.month === wanted[1] && date.day === wanted[2] ? date : null;
}
function nearest(
	now: CalendarDate,
	month: string | number | undefined,
	day: string | number | undefined
): CalendarDate | null {
	const years = [now.year - 1, now.year, now.year + 1].map((year) => dateOf(year, month, day));
	const dates = years.filter((date) => date !== null);
	const distanceOf = (date: CalendarDate) =>
		Math.abs(date.toDate('UTC').getTime() - now.toDate('UTC').getTime());
	return dates.toSorted((a, b) => distanceOf(a) - distanceOf(b))[0] ?? null;
}
function comingDayOfMonth(now: CalendarDate, day: number): CalendarDate | null {
	for (let ahead = day < now.day ? 1 : 0; ahead < 3; ahead += 1) {
		const month = now.set({ day: 1 }).add({ months: ahead });
		const date = dateOf(month.year, month.month, day);
		if (date) return date;
	}
	return null;
}
function mondayOf(now: CalendarDate): CalendarDate {
	return now.subtract({ days: dayOfWeek(now) });
}
function comingDay(now: CalendarDate, at: number): CalendarDate {
	return now.add({ days: (at - dayOfWeek(now) + 7) % 7 });
}
/** 0 is Monday. */
function dayOfWeek(date: CalendarDate): number {
	return (date.toDate('UTC').getUTCDay() + 6) % 7;
}
