// Working time as people write it: "3d", "1.5 weeks", "4h", "2 天", "1d 4h". Inside it is whole working minutes; a day is as
// long as the plan's calendar says, a week as many days as it works. Cells, the task panel and CSV read by the same rules.

import { weekOf } from './calendar.ts';
import type { PlanSettings } from './schema.ts';

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
/** Sticky: read one after the other, so that the time it takes grows with the text and not faster. */
const PART = /\s*(\d+(?:[.,]\d+)?)\s*([^\d\s.,+-]*)\s*/uy;

export function workUnitsOf(settings: Pick<PlanSettings, 'workingDays' | 'minutesPerDay'>): WorkUnits {
	const daysPerWeek = weekOf(settings.workingDays).filter(Boolean).length;
	return { minutesPerDay: settings.minutesPerDay, daysPerWeek };
}

/**
 * Working minutes, rounded; a bare number means days, and stands alone; a leading sign is kept (leads). null = not a
 * duration. A comma may stand for the decimal point.
 */
export function parseDuration(text: string, units: WorkUnits): number | null {
	const trimmed = text.trim();
	const amounts = trimmed.replace(/^[+-]/u, '');
	let minutes = 0;
	let parts = 0;
	let isBare = false;
	PART.lastIndex = 0;
	while (PART.lastIndex < amounts.length) {
		const [, amount = '', name = ''] = PART.exec(amounts) ?? [];
		const unit = name === '' ? 'day' : UNITS[name.toLowerCase()];
		if (amount === '' || !unit) return null;
		isBare ||= name === '';
		parts++;
		minutes += Number(amount.replace(',', '.')) * minutesOf(unit, units);
	}
	if (parts === 0 || (parts > 1 && isBare)) return null;
	const rounded = Math.round(minutes);
	return trimmed.startsWith('-') && rounded !== 0 ? -rounded : rounded;
}

/** For other programs: whole days as "3d", everything else in minutes, so that nothing is rounded. */
export function writeDuration(minutes: number, { minutesPerDay }: Pick<WorkUnits, 'minutesPerDay'>): string {
	return minutes % minutesPerDay === 0 ? `${minutes / minutesPerDay}d` : `${minutes}min`;
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
