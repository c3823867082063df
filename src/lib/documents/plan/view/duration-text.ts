// Working time as people write it: "3d", "1.5 weeks", "4h", "2 天", "90m". Inside it is whole working minutes; a day is
// as long as the plan's calendar says, a week as many days as it works.

export interface WorkUnits {
	minutesPerDay: number;
	daysPerWeek: number;
}

const UNITS: Readonly<Record<string, 'minute' | 'hour' | 'day' | 'week'>> = {
	m: 'minute',
	min: 'minute',
	mins: 'minute',
	minute: 'minute',
	minutes: 'minute',
	分: 'minute',
	分钟: 'minute',
	h: 'hour',
	hr: 'hour',
	hrs: 'hour',
	hour: 'hour',
	hours: 'hour',
	时: 'hour',
	小时: 'hour',
	d: 'day',
	day: 'day',
	days: 'day',
	天: 'day',
	日: 'day',
	个工作日: 'day',
	工作日: 'day',
	w: 'week',
	wk: 'week',
	wks: 'week',
	week: 'week',
	weeks: 'week',
	周: 'week',
	星期: 'week'
};
const PART = /(\d+(?:[.,]\d+)?)\s*([^\d\s.,]*)/gu;
const WHOLE = /^\s*-?(?:\d+(?:[.,]\d+)?\s*[^\d\s.,]*\s*)+$/u;

/** Working minutes, rounded; a bare number means days; a leading minus is kept (leads). null = not a duration. */
export function parseDuration(text: string, units: WorkUnits): number | null {
	if (!WHOLE.test(text)) return null;
	let minutes = 0;
	for (const [, amount = '', name = ''] of text.matchAll(PART)) {
		const unit = name === '' ? 'day' : UNITS[name.toLowerCase()];
		if (!unit) return null;
		minutes += Number(amount.replace(',', '.')) * minutesOf(unit, units);
	}
	const rounded = Math.round(minutes);
	return text.trim().startsWith('-') ? -rounded : rounded;
}

/** The shortest exact way to say it: whole or half days, else hours, else minutes. "2.5d" · "2.5天". */
export function formatDurationShort(minutes: number, units: WorkUnits, locale: 'en' | 'zh-CN'): string {
	const names = locale === 'en' ? { d: 'd', h: 'h', m: 'm' } : { d: '天', h: '小时', m: '分钟' };
	const days = minutes / units.minutesPerDay;
	if (Number.isInteger(days * 2)) return `${days}${names.d}`;
	const hours = minutes / 60;
	if (Number.isInteger(hours * 2)) return `${hours}${names.h}`;
	return `${minutes}${names.m}`;
}

function minutesOf(
	unit: 'minute' | 'hour' | 'day' | 'week',
	{ minutesPerDay, daysPerWeek }: WorkUnits
): number {
	if (unit === 'minute') return 1;
	if (unit === 'hour') return 60;
	return unit === 'day' ? minutesPerDay : minutesPerDay * daysPerWeek;
}
