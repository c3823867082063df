// Many people move, add and remove rows of one tree over a bad network, one of them with a program that knows no rules.
// A failure prints its seed. FUZZ_RUNS=500 looks longer.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { seededRandom, type Random } from '#lib/core/clock.ts';
import { isAppError } from '#lib/core/errors.ts';
import { arrange } from '#lib/core/schema/arrangement.ts';
import { PLACE, sources } from '#lib/core/schema/places.ts';
import { treeIndexOf } from '#lib/core/schema/tree-index.ts';
import { string } from '#lib/core/schema/fields.ts';
import { addNode, moveNodes, readTree, removeNode, tree } from '#lib/core/schema/tree.ts';
import { FakeNetwork } from '../support/fake-network.ts';

const ROOT = 'rows';
const part = tree({ name: string({ maxLength: 20 }) });

function makeReplicas(count: number): Y.Doc[] {
	const first = new Y.Doc();
	first.clientID = 1;
	for (let row = 0; row < 12; row++) addNode(first, ROOT, part, { id: `r${row}`, values: {}, parent: null });
	return Array.from({ length: count }, (_, index) => {
		const doc = new Y.Doc();
		doc.clientID = index + 10;
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(first));
		return doc;
	});
}

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 15);

describe('many people moving rows at once', () => {
	it('T1 never lose a row nor close a circle that stays', () => {
		for (let seed = 1; seed <= RUNS; seed++) {
			const random = seededRandom(seed);
			const replicas = makeReplicas(5);
			const network = new FakeNetwork(replicas, random, { drop: 0.3, duplicate: 0.2, delay: 10 });
			for (let turn = 0; turn < 200; turn++) {
				const doc = replicas[Math.floor(random() * replicas.length)]!;
				changeTree(doc, random, turn);
				if (turn % 50 === 10) network.partition();
				if (turn % 50 === 49) network.heal();
				network.tick();
			}
			network.settle();
			for (const doc of replicas) {
				const stored = [...doc.getMap(ROOT).keys()].sort();
				const rows = readTree(doc, ROOT, part);
				expect(rows.map(({ id }) => id).sort(), `seed ${seed}`).toEqual(stored);
				expect(rows, `seed ${seed}`).toEqual(readTree(replicas[0]!, ROOT, part));
				const seen = new Map<string | null, number>([[null, -1]]);
				for (const { id, parent, depth } of rows) {
					expect(seen.get(parent), `seed ${seed}`).toBe(depth - 1);
					seen.set(id, depth);
				}
			}
		}
	});
});

function changeTree(doc: Y.Doc, random: Random, turn: number): void {
	const ids = [...doc.getMap(ROOT).keys()];
	const pick = () => ids[Math.floor(random() * ids.length)] ?? null;
	const chance = random();
	try {
		doc.transact(() => {
			if (chance < 0.1)
				addNode(doc, ROOT, part, { id: `n${turn}`, values: {}, parent: random() < 0.5 ? null : pick() });
			else if (chance < 0.14) removeNode(doc, ROOT, pick() ?? '');
			else if (chance < 0.17) {
				// A program that knows no rules: a place under a row of chance, itself included.
				const row = doc.getMap<Y.Map<unknown>>(ROOT).get(pick() ?? '');
				row?.set(PLACE, { parent: pick(), order: random() < 0.5 ? 'a0' : '!' });
			} else {
				const ids = [pick(), pick()].filter((id) => id !== null);
				moveNodes(doc, ROOT, ids, { parent: random() < 0.3 ? null : pick() });
			}
		});
	} catch (error) {
		if (!isAppError(error)) throw error;
	}
}

describe('the index of a tree', () => {
	it('T7 says after every change what arranging everything anew would say', () => {
		for (let seed = 1; seed <= RUNS; seed++) {
			const random = seededRandom(seed);
			const replicas = makeReplicas(3);
			const network = new FakeNetwork(replicas, random, { drop: 0.1, duplicate: 0.2, delay: 4 });
			for (let turn = 0; turn < 150; turn++) {
				const doc = replicas[Math.floor(random() * replicas.length)]!;
				changeTree(doc, random, turn);
				network.tick();
				for (const [index, replica] of replicas.entries()) {
					const rows = replica.getMap(ROOT);
					const { parents, children } = treeIndexOf(rows).arrangement;
					const anew = arrange(sources(rows));
					const idsOf = (lists: typeof children) =>
						new Map([...lists].map(([parent, list]) => [parent, list.map(({ id }) => id)]));
					expect(parents, `seed ${seed}, turn ${turn}, replica ${index}`).toEqual(anew.parents);
					expect(idsOf(children), `seed ${seed}, turn ${turn}, replica ${index}`).toEqual(
						idsOf(anew.children)
					);
				}
			}
		}
	});
});
