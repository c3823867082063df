import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { toFieldIssues } from './field-issues.ts';

const schema = v.strictObject({
	name: v.pipe(v.string(), v.minLength(2), v.maxLength(4)),
	role: v.optional(v.picklist(['owner', 'editor'])),
	tags: v.optional(v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(2))),
	share: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
	mail: v.optional(v.pipe(v.string(), v.email())),
	date: v.optional(v.pipe(v.string(), v.regex(/^\d+$/, 'Digits only')))
});

const issuesOf = (input: unknown) => {
	const { issues } = v.safeParse(schema, input);
	return toFieldIssues(issues ?? [], 'operations.0').map(({ path, code, params }) => [path, code, params]);
};

describe('field issues', () => {
	it.each([
		[{}, ['operations.0.name', 'required', undefined]],
		[{ name: 'x' }, ['operations.0.name', 'too-short', { limit: 2 }]],
		[{ name: 'xxxxx' }, ['operations.0.name', 'too-long', { limit: 4 }]],
		[{ name: 7 }, ['operations.0.name', 'wrong-type', { expected: 'string', received: 'number' }]],
		[{ name: [] }, ['operations.0.name', 'wrong-type', { expected: 'string', received: 'array' }]],
		[{ name: 'abc', role: 'king' }, ['operations.0.role', 'choice', { known: 'owner, editor' }]],
		[{ name: 'abc', tags: [] }, ['operations.0.tags', 'too-few', { limit: 1 }]],
		[{ name: 'abc', tags: ['a', 'b', 'c'] }, ['operations.0.tags', 'too-many', { limit: 2 }]],
		[{ name: 'abc', tags: ['a', 1] }, ['operations.0.tags.1', 'wrong-type', expect.anything()]],
		[{ name: 'abc', share: -1 }, ['operations.0.share', 'too-small', { limit: 0 }]],
		[{ name: 'abc', share: 101 }, ['operations.0.share', 'too-big', { limit: 100 }]],
		[{ name: 'abc', mail: 'nobody' }, ['operations.0.mail', 'invalid-email', { value: 'nobody' }]],
		[{ name: 'abc', date: 'May' }, ['operations.0.date', 'not-allowed', undefined]],
		[{ name: 'abc', nmae: 1 }, ['operations.0.nmae', 'unknown', undefined]]
	])('reads %j', (input, expected) => {
		expect(issuesOf(input)).toEqual([expected]);
	});

	it('names the whole where the whole does not fit', () => {
		expect(issuesOf(null)).toEqual([
			['operations.0', 'wrong-type', { expected: 'Object', received: 'null' }]
		]);
	});
});
