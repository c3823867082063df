// Fields that only plans have, and those it shares with other kinds under the plan's own names.

import * as v from 'valibot';
import type { Field } from '#lib/core/schema/fields.ts';
import { day, isDayWithinReach } from '#lib/core/schema/people-and-days.ts';

export { nameOfPerson, person } from '#lib/core/schema/people-and-days.ts';
export { day, isDayWithinReach as isPlanDay };

/** As late as possible; start/finish no earlier/later than; must start/finish on. As soon as possible is none at all. */
export const CONSTRAINT_TYPES = ['alap', 'snet', 'snlt', 'fnet', 'fnlt', 'mso', 'mfo'] as const;
export type ConstraintType = (typeof CONSTRAINT_TYPES)[number];

/** Type and day as one value, so that two people's changes never mix. As late as possible has no day. */
export interface Constraint {
	type: ConstraintType;
	date: string | null;
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
	return 'date' in stored && isDayWithinReach(stored.date) ? { type, date: stored.date } : null;
}
