// The divisions of a date line in one stretch of it: months and days, months and weeks, years and months or quarters. Pure.

import { dateOf, dayOf, weekdayOf, xOf, type DateScale, type Zoom } from './date-scale.ts';

export type MarkUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';
export type ScaleMark = { /** The first day of the division. */ day: number; x: number; width: number };

/** The two lines of the scale's head. */
export const tiers: Readonly<Record<Zoom, { upper: MarkUnit; lower: MarkUnit }>> = {
	day: { upper: 'month', lower: 'day' },
	week: { upper: 'month', lower: 'week' },
	month: { upper: 'year', lower: 'month' },
	quarter: { upper: 'year', lower: 'quarter' }
};

/** Whole divisions that touch the pixels `from`…`to`; the first may begin before the line does. */
export function marksBetween(scale: DateScale, unit: MarkUnit, from: number, to: number): ScaleMark[] {
	const marks: ScaleMark[] = [];
	const begin = Math.max(scale.first, scale.first + Math.floor(from / scale.dayWidth));
	const end = Math.min(scale.last, scale.first + Math.ceil(to / scale.dayWidth));
	for (let day = beginningOf(begin, unit); day <= end; day = nextAfter(day, unit)) {
		marks.push({ day, x: xOf(scale, day), width: (nextAfter(day, unit) - day) * scale.dayWidth });
	}
	return marks;
}

export function beginningOf(day: number, unit: MarkUnit): number {
	if (unit === 'day') return day;
	if (unit === 'week') return day - weekdayOf(day);
	const { year, month } = partsOf(day);
	if (unit === 'year') return firstOf(year, 0);
	return firstOf(year, unit === 'quarter' ? month - (month % 3) : month);
}
function nextAfter(day: number, unit: MarkUnit): number {
	if (unit === 'day') return day + 1;
	if (unit === 'week') return day + 7;
	const { year, month } = partsOf(day);
	if (unit === 'year') return firstOf(year + 1, 0);
	return firstOf(year, month + (unit === 'quarter' ? 3 : 1));
}
/** `month` counts from 0. */
export function partsOf(day: number): { year: number; month: number; date: number } {
	const [year = 0, month = 1, date = 1] = dateOf(day).split('-').map(Number);
	return { year, month: month - 1, date };
}
function firstOf(year: number, month: number): number {
	const whole = year + Math.floor(month / 12);
	return dayOf(`${String(whole).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}
