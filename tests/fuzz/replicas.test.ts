// Several people change one document over a bad network; whatever happened, all end with the same content.
// A failure prints its seed: add it to `regressions`. FUZZ_RUNS=500 looks longer.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import { kindsUnderTest } from '../contract/kinds-under-test.ts';
import { changeSomehow } from '../support/arbitrary-operations.ts';
import { FakeNetwork } from '../support/fake-network.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 10);
const regressions: number[] = [];
const seeds = [...regressions, ...Array.from({ length: RUNS }, (_, index) => index + 1)];

function run(kind: DocumentKind, seed: number): Y.Doc[] {
	const random = seededRandom(seed);
	const clock = manualClock();
	const first = kind.create({ title: 'Start', locale: 'en', clock, random });
	const replicas = Array.from({ length: 4 }, (_, index) => {
		const doc = new Y.Doc();
		doc.clientID = index + 1;
		Y.applyUpdate(doc, first);
		return doc;
	});
	const network = new FakeNetwork(replicas, random, { drop: 0.2, duplicate: 0.1, delay: 8 });
	let count = 0;
	const newId = () => `id-${(count++).toString().padStart(4, '0')}`;
	for (let turn = 0; turn < 120; turn++) {
		const author = replicas[Math.floor(random() * replicas.length)];
		if (author) changeSomehow(kind, author, random, { origin: 'fuzz', clock, newId });
		if (turn % 40 === 20) network.partition();
		if (turn % 40 === 39) network.heal();
		network.tick();
		clock.advance(1_000);
	}
	network.settle();
	return replicas;
}

describe.each(kindsUnderTest.map((kind) => ({ name: kind.name, kind })))('replicas of $name', ({ kind }) => {
	it('C1 converge whatever the network did', () => {
		for (const seed of seeds) {
			const [reference, ...others] = run(kind, seed);
			if (!reference) throw new Error('No replica');
			const content = kind.read(reference);
			const stored = new Y.Doc();
			Y.applyUpdate(stored, Y.encodeStateAsUpdate(reference));
			for (const replica of [...others, stored]) {
				expect(kind.read(replica), `seed ${seed}`).toEqual(content);
				expect(kind.projection(replica), `seed ${seed}`).toEqual(kind.projection(reference));
			}
		}
	});

	it('C2 replay from their seed', () => {
		const [left, right] = [run(kind, 42)[0], run(kind, 42)[0]];
		if (!left || !right) throw new Error('No replica');
		expect(Y.encodeStateAsUpdate(left)).toEqual(Y.encodeStateAsUpdate(right));
	});
});
