// Documents as earlier versions stored them: they must open for ever, and read as they read then.
// `UPDATE_GOLDEN=1 npx vitest run tests/golden` adds what is missing for a new version; it never rewrites a file.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { storedVersion } from '#lib/core/schema/migration.ts';
import { kindsUnderTest } from '../contract/kinds-under-test.ts';
import { changeSomehow } from '../support/arbitrary-operations.ts';

const folder = import.meta.dirname;

function makeGolden(kind: DocumentKind): Uint8Array {
	const random = seededRandom(2_026);
	const clock = manualClock();
	const template = kind.templates[0]?.id;
	const input = { title: '周例会 Weekly', locale: 'zh-CN' as const, clock, random };
	const doc = new Y.Doc();
	doc.clientID = 77;
	Y.applyUpdate(doc, kind.create(template === undefined ? input : { ...input, template }));
	let count = 0;
	for (let change = 0; change < 80; change++) {
		changeSomehow(kind, doc, random, { origin: 'golden', clock, newId: () => `id-${count++}` });
	}
	return Y.encodeStateAsUpdate(doc);
}

function open(file: string): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, readFileSync(join(folder, file)));
	return doc;
}

describe.each(kindsUnderTest.map((kind) => ({ name: kind.name, kind })))('old documents of $name', ({ kind }) => {
	const latest = `${kind.name}-v${kind.version}`;
	if (process.env['UPDATE_GOLDEN'] === '1' && !existsSync(join(folder, `${latest}.bin`))) {
		writeFileSync(join(folder, `${latest}.bin`), makeGolden(kind));
		const content = kind.read(open(`${latest}.bin`));
		writeFileSync(join(folder, `${latest}.json`), `${JSON.stringify(content, null, '\t')}\n`);
	}
	const files = readdirSync(folder).filter((file) => new RegExp(`^${kind.name}-v\\d+\\.bin$`).test(file));

	it('G1 exist for the version of today', () => {
		expect(files).toContain(`${latest}.bin`);
	});

	it.each(files)('G2 open, migrate and read as ever: %s', (file) => {
		const doc = open(file);
		kind.migrate(doc);
		expect(storedVersion(doc)).toBe(kind.version);
		const expected: unknown = JSON.parse(readFileSync(join(folder, file.replace('.bin', '.json')), 'utf8'));
		expect(JSON.parse(JSON.stringify(kind.read(doc)))).toEqual(expected);
	});
});
