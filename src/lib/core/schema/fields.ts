// The values a record or a row is made of: how each is read without trust, checked before it is written,
// and described for the schema lock. A field is last-writer-wins; text that people write together is one of a
// row's `texts` (a Y.Text of its own), never a field.

import * as v from 'valibot';

export interface Field<Value> {
	readonly type: string;
	/** What an absent or unreadable value reads as. */
	readonly fallback: Value;
	/** What may be written. */
	readonly schema: v.GenericSchema<unknown, Value>;
	/** Everything that changes what stored values mean; part of the schema lock. */
	readonly rules: Readonly<Record<string, unknown>>;
	/** Never throws: anything unreadable is the fallback. Wider than `schema`, so that old values stay readable. */
	read(stored: unknown): Value;
	/** For values that are stored in another form than they read; absent = stored as they are. */
	encode?(value: Value): unknown;
	/** Whether `stored` already says `value`; absent = identity. Equal writes make no history. */
	isStored?(stored: unknown, value: Value): boolean;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

export type FieldValues<Own extends Fields> = {
	-readonly [Name in keyof Own]: Own[Name] extends Field<infer Value> ? Value : never;
};

export const DATE_PATTERN = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const TIME_PATTERN = /^([01]\d|2[0-3]):[0-5]\d$/;

/** One line of text, no longer than `maxLength` UTF-16 units. */
export function string(options: { maxLength: number; fallback?: string }): Field<string> {
	const fallback = options.fallback ?? '';
	return {
		type: 'string',
		fallback,
		schema: v.pipe(
			v.string(),
			v.maxLength(
				options.maxLength,
				(issue) => `At most ${options.maxLength} characters; got ${issue.input.length}`
			)
		),
		rules: { fallback },
		// Half a surrogate pair does not survive the wire: it reads here as it will read there.
		read: (stored) => (typeof stored === 'string' ? stored.toWellFormed() : fallback)
	};
}

export function number(options: {
	min: number;
	max: number;
	integer?: boolean;
	fallback: number;
}): Field<number> {
	const { min, max, integer = false, fallback } = options;
	const inRange = v.pipe(
		v.number(),
		v.finite(),
		v.minValue(min, (issue) => `At least ${min}; got ${issue.input}`),
		v.maxValue(max, (issue) => `At most ${max}; got ${issue.input}`)
	);
	return {
		type: 'number',
		fallback,
		schema: integer ? v.pipe(inRange, v.integer('A whole number')) : inRange,
		rules: { min, max, integer, fallback },
		read(stored) {
			if (typeof stored !== 'number' || !Number.isFinite(stored)) return fallback;
			const whole = integer ? Math.round(stored) : stored;
			return Math.min(max, Math.max(min, whole));
		}
	};
}

/** A number within bounds, or null = not known. */
export function optionalNumber(options: {
	min: number;
	max: number;
	integer?: boolean;
}): Field<number | null> {
	const { min, max, integer = false } = options;
	const known = number({ ...options, fallback: min });
	return {
		type: 'optional-number',
		fallback: null,
		schema: v.nullable(known.schema),
		rules: { min, max, integer },
		read: (stored) => (typeof stored === 'number' && Number.isFinite(stored) ? known.read(stored) : null)
	};
}

export function boolean(fallback = false): Field<boolean> {
	return {
		type: 'boolean',
		fallback,
		schema: v.boolean(),
		rules: { fallback },
		read: (stored) => (typeof stored === 'boolean' ? stored : fallback)
	};
}

export function choice<const Options extends readonly [string, ...string[]]>(
	options: Options,
	fallback: Options[number]
): Field<Options[number]> {
	return {
		type: 'choice',
		fallback,
		schema: v.picklist(options, `One of: ${options.join(', ')}`),
		rules: { options, fallback },
		read: (stored) => options.find((option) => option === stored) ?? fallback
	};
}

/** A calendar day, YYYY-MM-DD, without a time zone; null = none. */
export function date(): Field<string | null> {
	return patterned('date', isCalendarDay, 'A date like 2026-01-31, or null');
}

/** A time of day, HH:MM, 24 hours, without a time zone; null = none. */
export function time(): Field<string | null> {
	return patterned('time', (text) => TIME_PATTERN.test(text), 'A time like 09:30, or null');
}

/** The id of something else; null = none. Whether it exists is for the reader of the reference to say. */
export function reference(): Field<string | null> {
	return patterned('reference', (text) => /^[\w-]{1,64}$/.test(text), 'An id, or null');
}

function patterned(type: string, accepts: (text: string) => boolean, message: string): Field<string | null> {
	return {
		type,
		fallback: null,
		schema: v.nullable(v.pipe(v.string(message), v.check(accepts, message))),
		rules: {},
		read: (stored) => (typeof stored === 'string' && accepts(stored) ? stored : null)
	};
}

export function isCalendarDay(text: string): boolean {
	if (!DATE_PATTERN.test(text)) return false;
	const day = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
