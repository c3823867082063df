import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { applyOperations, type Operation } from '#lib/core/schema/operations.ts';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { riskBoard } from '../index.ts';
import { compareBoards } from './comparison.ts';

it('two states of a risk board tell what was scored higher or lower', () => {
	const doc = new Y.Doc();
	const clock = manualClock(Date.UTC(2026, 2, 2));
	Y.applyUpdate(doc, riskBoard.create({ title: 'Risks', locale: 'en', clock, random: seededRandom(3) }));
	const change = (operation: Operation) =>
		applyOperations(riskBoard, doc, [operation], { origin: null, clock })[0]?.id ?? '';
	const state = (): unknown => JSON.parse(JSON.stringify(riskBoard.read(doc)));
	const score = (probability: number, impact: number) => ({ probability, impact });
	const add = (title: string, value: object) =>
		change({ op: 'add', collection: 'risks', value: { title, score: value } });
	const late = add('Late delivery', score(2, 2));
	const fire = add('Fire', score(5, 4));
	const before = state();
	expect(compareBoards(before, state()).sections).toEqual([]);
	change({ op: 'set', collection: 'risks', id: late, value: { score: score(4, 5) } });
	change({ op: 'set', collection: 'risks', id: fire, value: { score: score(1, 4) } });
	add('Strike', score(3, 3));
	const comparison = compareBoards(before, state());
	expect(comparison.summary).toEqual(
		expect.arrayContaining([
			{ section: 'risks', what: 'raised', count: 1 },
			{ section: 'risks', what: 'lowered', count: 1 },
			{ section: 'risks', what: 'added', count: 1 }
		])
	);
	const [risks] = comparison.sections;
	expect(risks?.type === 'rows' && risks.rows[0]?.fields).toMatchObject([
		{ name: 'score', before: '2 × 2 = 4', after: '4 × 5 = 20' }
	]);
});
