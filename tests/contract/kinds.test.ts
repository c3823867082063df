// What every document kind must keep, run on each of them. The numbers are those of src/lib/core/schema/SPEC.md.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { parsePlainDate } from '#lib/core/calendar/plain-date.ts';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { itemStates } from '#lib/core/schema/projection.ts';
import { storedKind, storedVersion } from '#lib/core/schema/migration.ts';
import { isKindName, kindNamed, kinds } from '#lib/documents/registry.ts';
import { changeSomehow, damage } from '../support/arbitrary-operations.ts';
import { kindsUnderTest } from './kinds-under-test.ts';

const locales = ['en', 'zh-CN'] as const;

function freshDoc(kind: DocumentKind, template?: string, locale: (typeof locales)[number] = 'en'): Y.Doc {
	const doc = new Y.Doc();
	const input = { title: 'Title', locale, clock: manualClock(), random: seededRandom(7) };
	Y.applyUpdate(doc, kind.create(template === undefined ? input : { ...input, template }));
	return doc;
}

function workedOn(kind: DocumentKind, seed: number): Y.Doc {
	const doc = freshDoc(kind);
	doc.clientID = seed + 1;
	const random = seededRandom(seed);
	let count = 0;
	const options = { origin: 'test', clock: manualClock(), newId: () => `id-${seed}-${count++}` };
	for (let change = 0; change < 60; change++) changeSomehow(kind, doc, random, options);
	return doc;
}

function expectEachOnce(keys: readonly unknown[]): void {
	expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(keys.length);
}

function readEverything(kind: DocumentKind, doc: Y.Doc): unknown {
	const exchanges = Object.values(kind.exchange).filter((exchange) => exchange !== undefined);
	return [
		kind.title(doc),
		kind.read(doc),
		kind.projection(doc),
		exchanges.map((exchange) => exchange.export(doc, { locale: 'en' }))
	];
}

describe('the registry', () => {
	it('knows its kinds by name and nothing else', () => {
		expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
		for (const kind of kinds) expect(kindNamed(kind.name)).toBe(kind);
		expect(isKindName('toString')).toBe(false);
		expect(kindNamed('nonsense')).toBeUndefined();
	});
});

describe.each(kindsUnderTest.map((kind) => ({ name: kind.name, kind })))('the kind $name', ({ kind }) => {
	it('K1 starts with its title, its name and its version, from every template in every language', () => {
		for (const template of [undefined, ...kind.templates.map(({ id }) => id)]) {
			for (const locale of locales) {
				const doc = freshDoc(kind, template, locale);
				expect(kind.title(doc)).toBe('Title');
				expect([storedKind(doc), storedVersion(doc)]).toEqual([kind.name, kind.version]);
				expect(kind.migrate(doc)).toBe(false);
			}
		}
	});

	it('K2 reads an empty document', () => {
		expect(() => readEverything(kind, new Y.Doc())).not.toThrow();
		expect(kind.title(new Y.Doc())).toBe('');
	});

	it('K3 reads a damaged document, whichever root is broken, and the same on every replica', () => {
		for (let seed = 1; seed <= 150; seed++) {
			const doc = new Y.Doc();
			damage(kind, doc, seededRandom(seed));
			expect(() => readEverything(kind, doc), `seed ${seed}`).not.toThrow();
			const [left, right] = [new Y.Doc(), new Y.Doc()];
			for (const copy of [left, right]) Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
			expect(readEverything(kind, left), `seed ${seed}`).toEqual(readEverything(kind, right));
		}
	});

	it('K4 reads without writing', () => {
		const doc = workedOn(kind, 3);
		const before = Y.encodeStateAsUpdate(doc);
		readEverything(kind, doc);
		expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
	});

	it('K5 projects the same rows from the same content, with items that exist and stand in order', () => {
		for (let seed = 1; seed <= 10; seed++) {
			const doc = workedOn(kind, seed);
			const copy = new Y.Doc();
			Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
			const projection = kind.projection(doc);
			expect(kind.projection(copy)).toEqual(projection);
			expect(JSON.parse(JSON.stringify(projection))).toEqual(projection);
			const ids = new Set<string | null>(projection.items.map(({ id }) => id)).add(null);
			expect(ids.size).toBe(projection.items.length + 1);
			expect(projection.items.map(({ position }) => position)).toEqual([...projection.items.keys()]);
			for (const { itemId } of [...projection.texts, ...projection.measures]) expect(ids).toContain(itemId);
			for (const { parentId, state = 'open', startsOn, dueOn, progress } of projection.items) {
				expect(ids).toContain(parentId);
				expect(itemStates).toContain(state);
				const days = [startsOn, dueOn].map((day) => day ?? '2026-01-31');
				expect(days.map(parsePlainDate), `of ${days.join()}`).not.toContain(null);
				expect(progress ?? 0).toBeGreaterThanOrEqual(0);
				expect(progress ?? 0).toBeLessThanOrEqual(100);
			}
			expectEachOnce(projection.texts.map(({ itemId, field }) => [itemId, field]));
			expectEachOnce(projection.measures.map(({ itemId, name }) => [itemId, name]));
			for (const { fromItemId } of projection.links) expect(ids).toContain(fromItemId);
		}
	});

	it('K6 takes back what it exported: JSON complete, other formats without a second loss', () => {
		for (let seed = 1; seed <= 10; seed++) {
			const doc = workedOn(kind, seed);
			for (const [format, exchange] of Object.entries(kind.exchange)) {
				if (!exchange?.import) continue;
				const text = exchange.export(doc, { locale: 'en' });
				const copy = freshDoc(kind);
				expect(exchange.import(copy, text, { origin: 'test', mode: 'replace' })).toEqual([]);
				expect(exchange.export(copy, { locale: 'en' }), `${format}, seed ${seed}`).toBe(text);
				// Only JSON promises the whole content back; the other formats have said above what they carry.
				const promised = format === 'json' ? kind.read(doc) : kind.read(copy);
				expect(kind.read(copy), `seed ${seed}`).toEqual(promised);
				const state = Y.encodeStateAsUpdate(copy);
				exchange.import(copy, text, { origin: 'test', mode: 'replace' });
				expect(Y.encodeStateAsUpdate(copy), `${format} twice, seed ${seed}`).toEqual(state);
			}
		}
	});

	it('K7 keeps what it does not know', () => {
		const doc = workedOn(kind, 5);
		const record = Object.entries(kind.shape).find(([, part]) => part.part === 'record')?.[0] ?? 'meta';
		doc.getMap(record).set('from-a-later-version', { kept: true });
		const random = seededRandom(11);
		for (let change = 0; change < 30; change++) {
			changeSomehow(kind, doc, random, { origin: 'test', newId: () => `late-${change}` });
		}
		expect(doc.getMap(record).get('from-a-later-version')).toEqual({ kept: true });
	});

	it('K8 refuses a document of a later version, untouched', () => {
		const doc = freshDoc(kind);
		doc.getMap('meta').set('version', kind.version + 1);
		const before = Y.encodeStateAsUpdate(doc);
		expect(() => kind.migrate(doc)).toThrowError(expect.objectContaining({ code: 'conflict' }));
		expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
	});

	it('K9 has a migration for every version since the first', () => {
		const steps = kind.migrations.map(({ to }) => to);
		expect(steps).toEqual(Array.from({ length: kind.version - 1 }, (_, index) => index + 2));
	});
});
