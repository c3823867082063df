// What every kind reads of its own JSON, without trust: the outer object, and its rows one by one, each bad field named
// as `tasks.3.title`. Unknown names are refused, so that a slip in a name is not taken for "leave it out".

import * as v from 'valibot';
import { AppError, type FieldIssue } from '../errors.ts';
import { toFieldIssues } from '../field-issues.ts';
import type { WantedRow } from './replace.ts';

/** How many bad fields one refusal names. */
const MOST_ISSUES = 100;

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'An id: up to 64 letters, digits, - and _'));
const rowAddress = v.looseObject({ id });
const treeAddress = v.looseObject({
	id,
	parent: v.optional(v.nullable(v.string())),
	/** Told for readers; the parents decide. */
	depth: v.optional(v.number())
});

/** Throws AppError('invalid') where the text is no JSON or not of this shape. */
export function parseJson<Value>(schema: v.GenericSchema<unknown, Value>, text: string): Value {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new AppError('invalid', {}, [{ path: '', code: 'not-json', message: 'Not valid JSON' }]);
	}
	const outcome = v.safeParse(schema, value);
	if (outcome.success) return outcome.output;
	throw new AppError('invalid', {}, toFieldIssues(outcome.issues));
}

/** A row of a collection; none, and its issues added, where it is not one. */
export function parseRow<Values>(
	row: unknown,
	values: v.GenericSchema<unknown, Values>,
	path: string,
	issues: FieldIssue[]
): WantedRow<Values>[] {
	const address = accepted(rowAddress, row, path, issues);
	if (!address) return [];
	const { id, ...rest } = address;
	const read = accepted(values, rest, path, issues);
	return read ? [{ id, values: read }] : [];
}

/** A row of a tree, or of a collection that may be told its place. */
export function parseTreeRow<Values>(
	row: unknown,
	values: v.GenericSchema<unknown, Values>,
	path: string,
	issues: FieldIssue[]
): WantedRow<Values>[] {
	const address = accepted(treeAddress, row, path, issues);
	if (!address) return [];
	const { id, parent = null, depth: _, ...rest } = address;
	const read = accepted(values, rest, path, issues);
	return read ? [{ id, parent, values: read }] : [];
}

/** Throws AppError('invalid') with the first of the issues, if there are any. */
export function requireNoIssues(issues: readonly FieldIssue[]): void {
	if (issues.length > 0)
		throw new AppError('invalid', { count: issues.length }, issues.slice(0, MOST_ISSUES));
}

function accepted<Value>(
	schema: v.GenericSchema<unknown, Value>,
	value: unknown,
	path: string,
	issues: FieldIssue[]
): Value | null {
	const outcome = v.safeParse(schema, value);
	if (outcome.success) return outcome.output;
	issues.push(...toFieldIssues(outcome.issues, path));
	return null;
}
