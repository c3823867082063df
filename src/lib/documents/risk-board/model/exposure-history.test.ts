// The past of a board: told from its diary, checked against the plain way of telling it.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposureHistory } from './exposure-history.ts';
import { LEVELS, NOT_JUDGED, exposureOf } from './score.ts';
import { RISK_STATUSES, type RiskStatus } from './schema.ts';

const entry = fc.record({
	risk: fc.constantFrom('a', 'b', 'c', 'gone', null),
	at: fc.nat(20),
	subject: fc.constantFrom('score' as const, 'status' as const, 'review' as const, 'target' as const),
	score: fc.option(
		fc.record({
			probability: fc.constantFrom(...LEVELS),
			impact: fc.constantFrom(...LEVELS),
			impacts: fc.constant(NOT_JUDGED),
			scale: fc.constant(null)
		}),
		{ nil: null }
	),
	status: fc.constantFrom(...RISK_STATUSES)
});
const known = ['a', 'b', 'c'].map((id) => ({
	id,
	kind: id === 'c' ? ('opportunity' as const) : ('risk' as const),
	status: 'open' as RiskStatus,
	score: null
}));

describe('the history of exposure', () => {
	it('is at every moment the sum of what was live then', () => {
		fc.assert(
			fc.property(fc.array(entry, { maxLength: 30 }), (made) => {
				const entries = made.map((one, index) => ({ ...one, id: `e${String(index).padStart(3, '0')}` }));
				const history = exposureHistory(entries, known);
				const moments = [0, 5, 10, 20];
				const points = history.exposureAt(moments);
				for (const [index, at] of moments.entries()) {
					const sums = { threats: 0, opportunities: 0 };
					for (const { id, score, status } of history.boardAt(at)) {
						if (score === null || status === 'occurred' || status === 'closed') continue;
						sums[id === 'c' ? 'opportunities' : 'threats'] += exposureOf(score);
					}
					expect(points[index]).toMatchObject(sums);
				}
			})
		);
	});

	it('passes over what is not on the board any more', () => {
		const score = { probability: 5, impact: 5, impacts: NOT_JUDGED, scale: null } as const;
		const gone = { id: 'e1', risk: 'gone', at: 3, subject: 'score', score, status: 'open' } as const;
		const history = exposureHistory([gone], known);
		expect([history.first, history.last, history.boardAt(9)]).toEqual([null, null, []]);
	});
});
