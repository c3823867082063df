// Fields that only plans have: a day within reach of a schedule, a person, a constraint, a baseline's record.

import * as v from 'valibot';
import { isCalendarDay, type Field } from '#lib/core/schema/fields.ts';
import { FIRST_YEAR, LAST_YEAR } from './limits.ts';

/** As late as possible; start/finish no earlier/later than; must start/finish on. As soon as possible is none at all. */
export const CONSTRAINT_TYPES = ['alap', 'snet', 'snlt', 'fnet', 'fnlt', 'mso', 'mfo'] as const;
export type ConstraintType = (typeof CONSTRAINT_TYPES)[number];

/** Type and day as one value, so that two people's changes never mix. As late as possible has no day. */
export interface Constraint {
	type: ConstraintType;
	date: string | null;
}

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
					(text) => isPlanDay(text),
					(issue) => `${dayMessage}; got ${issue.input.slice(0, 40)}`
				)
			)
		),
		rules: { from: FIRST_YEAR, to: LAST_YEAR },
		read: (stored) => (isPlanDay(stored) ? stored : null)
	};
}

export function isPlanDay(value: unknown): value is string {
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

const constraintSchema = v.nullable(
	v.pipe(
		v.object({
			type: v.picklist(CONSTRAINT_TYPES, `One of: ${CONSTRAINT_TYPES.join(', ')}`),
			date: v.optional(day().schema, null)
		}),
		v.check(
			({ type, date }) => (date === null) === (type === 'alap'),
			'A constraint needs a date, except alap, which has none'
		)
	)
);

export function constraint(): Field<Constraint | null> {
	return {
		type: 'constraint',
		fallback: null,
		schema: constraintSchema,
		rules: { types: CONSTRAINT_TYPES },
		read: readConstraint,
		isStored(stored, value) {
			const read = readConstraint(stored);
			if (read === null) return value === null && (stored === null || stored === undefined);
			return read.type === value?.type && read.date === value.date;
		}
	};
}

function readConstraint(stored: unknown): Constraint | null {
	if (typeof stored !== 'object' || stored === null || !('type' in stored)) return null;
	const type = CONSTRAINT_TYPES.find((known) => known === stored.type);
	if (!type) return null;
	if (type === 'alap') return { type, date: null };
	return 'date' in stored && isPlanDay(stored.date) ? { type, date: stored.date } : null;
}
