// Values as Microsoft Project writes them into XML (MSPDI). Sources: "Project 2007 XML Data Interchange Schema Reference",
// elements Type (of PredecessorLink), ConstraintType, LinkLag, Duration, Priority.

import type { ConstraintType } from '../plan-fields.ts';
import type { DependencyType, Priority } from '../schema.ts';

/** By number. */
export const LINK_TYPES: readonly DependencyType[] = ['FF', 'FS', 'SF', 'SS'];

/** By number; 0 is as soon as possible. */
export const CONSTRAINTS: readonly (ConstraintType | null)[] = [
	null,
	'alap',
	'mso',
	'mfo',
	'snet',
	'snlt',
	'fnet',
	'fnlt'
];

const PRIORITY_NUMBERS: Readonly<Record<Priority, number>> = {
	urgent: 900,
	high: 700,
	normal: 500,
	low: 300
};

export function priorityNumber(priority: Priority): number {
	return PRIORITY_NUMBERS[priority];
}

/** 0…1000, 500 = normal. */
export function priorityOf(number: number): Priority {
	if (number >= 800) return 'urgent';
	if (number >= 600) return 'high';
	return number >= 400 ? 'normal' : 'low';
}

/** `PT16H30M0S` → 990; null where it is no duration. */
export function minutesOf(text: string): number | null {
	const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(text);
	if (!match || text.length < 3) return null;
	const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
	return Math.round(days * 1_440 + hours * 60 + minutes + seconds / 60);
}

export function durationOf(minutes: number): string {
	return `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`;
}

/** The day of a date and time; null where it is none. */
export function dayOf(text: string): string | null {
	const match = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(text);
	return match?.[1] ?? null;
}

/** DurationFormat and LagFormat of elapsed time: minutes, hours, days, weeks, months, and their estimates. */
const ELAPSED = new Set([4, 6, 8, 10, 12, 36, 38, 40, 42, 44]);
/** Formats that are a percentage of the predecessor's duration. */
const PERCENT = new Set([19, 20, 51, 52]);

export function isElapsed(format: string): boolean {
	return ELAPSED.has(Number(format || Number.NaN));
}

export function isPercent(format: string): boolean {
	return PERCENT.has(Number(format || Number.NaN));
}

export function isYes(text: string): boolean {
	return text === '1' || text.toLowerCase() === 'true';
}
