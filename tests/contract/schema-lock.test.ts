// The schema lock: what stored data means may change only together with the kind's version.
// After raising the version (with its migration), `UPDATE_SCHEMA_LOCK=1 npx vitest run tests/contract` writes the new lock.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { describeShape } from '#lib/core/schema/describe.ts';
import { string } from '#lib/core/schema/fields.ts';
import { record, text } from '#lib/core/schema/shape.ts';
import { folderOf, kindsUnderTest } from './kinds-under-test.ts';

interface Lock {
	version: number;
	hash: string;
}

function lockOf(kind: DocumentKind): Lock {
	const hash = createHash('sha256').update(describeShape(kind.shape)).digest('hex');
	return { version: kind.version, hash };
}

function fileOf(kind: DocumentKind): string {
	return join(import.meta.dirname, '../..', folderOf(kind), 'schema.lock.json');
}

function committedLock(kind: DocumentKind): Lock | null {
	const file = fileOf(kind);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Lock) : null;
}

describe.each(kindsUnderTest.map((kind) => ({ name: kind.name, kind })))(
	'the schema of $name',
	({ kind }) => {
		it('S1 is the locked one, or the version was raised', () => {
			const now = lockOf(kind);
			const locked = committedLock(kind);
			if (process.env['UPDATE_SCHEMA_LOCK'] === '1' && (!locked || now.version > locked.version)) {
				writeFileSync(fileOf(kind), `${JSON.stringify(now, null, '\t')}\n`);
				return;
			}
			expect(now, `${kind.name} changed: raise its version, add a migration, update the lock`).toEqual(
				locked
			);
		});
	}
);

describe('the description of a schema', () => {
	it('S2 differs for every change of meaning and not for the order of writing', () => {
		const before = describeShape({ a: text(), b: record({ name: string({ maxLength: 5 }) }) });
		expect(describeShape({ b: record({ name: string({ maxLength: 5 }) }), a: text() })).toBe(before);
		expect(describeShape({ a: text(), b: record({ label: string({ maxLength: 5 }) }) })).not.toBe(before);
		expect(describeShape({ a: record({}), b: record({ name: string({ maxLength: 5 }) }) })).not.toBe(before);
	});
});
