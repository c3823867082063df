// Fields that every kind of work has: a day within reach of a project, and a person, with or without an account.

import * as v from 'valibot';
import { isCalendarDay, type Field } from './fields.ts';

export const FIRST_YEAR = 1950;
export const LAST_YEAR = 2199;

const dayMessage = `A date like 2026-01-31 between ${FIRST_YEAR} and ${LAST_YEAR}, or null`;

/** A calendar day between 1950 and 2199: a typing slip like 0206 would stretch a timeline over two thousand years. */
export function day(): Field<string | null> {
	return {
		type: 'date',
		fallback: null,
		schema: v.nullable(
			v.pipe(
				v.string(dayMessage),
				v.check(
					(text) => isDayWithinReach(text),
					(issue) => `${dayMessage}; got ${issue.input.slice(0, 40)}`
				)
			)
		),
		rules: { from: FIRST_YEAR, to: LAST_YEAR },
		read: (stored) => (isDayWithinReach(stored) ? stored : null)
	};
}

export function isDayWithinReach(value: unknown): value is string {
	if (typeof value !== 'string' || !isCalendarDay(value)) return false;
	const year = Number(value.slice(0, 4));
	return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The id of a user, or `name:Lin Wei` for somebody without an account (an import, a template); null = nobody. */
export function person(): Field<string | null> {
	return {
		type: 'person',
		fallback: null,
		schema: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))),
		rules: {},
		read: (stored) => (typeof stored === 'string' && stored !== '' ? stored : null)
	};
}

/** A person who has no account, known by name only. */
export function namedPerson(name: string): string {
	return `name:${name.trim().slice(0, 100)}`;
}

/** The name of a person without an account; null when `member` is a user's id. */
export function nameOfPerson(member: string): string | null {
	return member.startsWith('name:') ? member.slice('name:'.length) : null;
}
