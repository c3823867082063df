// Valibot's findings as the field issues that every edge translates: a stable code, and the limit or the choice as
// parameters. The message is English, for whoever has no translator at hand.

import * as v from 'valibot';
import type { ErrorParams, FieldIssue } from './errors.ts';

type Issue = v.BaseIssue<unknown>;

/** Paths start with `prefix`, which has no dot at its end. */
export function toFieldIssues(issues: readonly Issue[], prefix = ''): FieldIssue[] {
	return issues.map((issue) => {
		const path = [prefix, v.getDotPath(issue) ?? ''].filter((part) => part !== '').join('.');
		const { code, params } = classify(issue);
		return { path, code, message: issue.message, ...(params && { params }) };
	});
}

interface Verdict {
	code: string;
	params?: ErrorParams;
}

function classify(issue: Issue): Verdict {
	if (issue.kind === 'schema') {
		if (issue.expected === 'never') return { code: 'unknown' };
		if (issue.received === 'undefined') return { code: 'required' };
		if (issue.type === 'picklist') return { code: 'choice', params: { known: choices(issue.expected) } };
		if (issue.type === 'custom') return { code: 'not-allowed' };
		return {
			code: 'wrong-type',
			params: { expected: issue.expected ?? issue.type, received: kindOf(issue.input) }
		};
	}
	const isText = typeof issue.input === 'string';
	const limit = typeof issue.requirement === 'number' ? issue.requirement : undefined;
	switch (issue.type) {
		case 'non_empty':
			return { code: 'required' };
		case 'email':
			return { code: 'invalid-email', params: { value: String(issue.input).slice(0, 80) } };
	}
	if (limit === undefined) return { code: 'not-allowed' };
	switch (issue.type) {
		case 'min_length':
			return { code: isText ? 'too-short' : 'too-few', params: { limit } };
		case 'max_length':
		case 'max_bytes':
			return { code: isText ? 'too-long' : 'too-many', params: { limit } };
		case 'min_value':
			return { code: 'too-small', params: { limit } };
		case 'max_value':
			return { code: 'too-big', params: { limit } };
		default:
			return { code: 'not-allowed' };
	}
}

/** `("owner" | "editor")` → `owner, editor` */
function choices(expected: string | null): string {
	return (expected ?? '').replaceAll(/[()"]/g, '').replaceAll(' | ', ', ');
}

function kindOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}
