// What a review asks about, and in which order.

import { describe, expect, it } from 'vitest';
import { dueForReview } from './review.ts';
import { NOT_JUDGED, type Level } from './score.ts';

const TODAY = '2026-03-10';
const base = {
	kind: 'risk' as const,
	status: 'responding' as const,
	owner: 'u1',
	strategy: 'mitigate' as const,
	nextReview: null,
	acceptance: null,
	occurredOn: null
};
const score = (probability: Level, impact: Level) => ({
	probability,
	impact,
	impacts: NOT_JUDGED,
	scale: null
});
const due = (risks: Parameters<typeof dueForReview>[0], withAction: readonly string[] = []) =>
	dueForReview(risks, TODAY, (id) => withAction.includes(id)).map(
		({ id, reasons }) => `${id}: ${reasons.join(' ')}`
	);

describe('the review queue', () => {
	it('asks about what is due, expired, not scored, not answered or nobody’s', () => {
		const until = (day: string) => ({ by: 'u1', on: '2026-01-01', reason: 'r', until: day });
		const risks = [
			{ ...base, id: 'fine', score: score(2, 2), nextReview: '2026-03-11' },
			{ ...base, id: 'today', score: score(2, 2), nextReview: TODAY },
			{ ...base, id: 'raw', score: null },
			{ ...base, id: 'grave', score: score(4, 4) },
			{ ...base, id: 'answered', score: score(4, 4) },
			{ ...base, id: 'chance', kind: 'opportunity' as const, score: score(5, 5) },
			{ ...base, id: 'nobody', owner: null, score: score(1, 1) },
			{
				...base,
				id: 'expired',
				status: 'accepted' as const,
				score: score(5, 5),
				acceptance: until('2026-03-09')
			},
			{ ...base, id: 'holds', status: 'accepted' as const, score: score(5, 5), acceptance: until(TODAY) },
			{ ...base, id: 'over', status: 'closed' as const, owner: null, score: null, nextReview: '2026-01-01' }
		];
		expect(due(risks, ['answered'])).toEqual([
			'expired: acceptance-expired',
			'today: review-due',
			'raw: not-scored',
			'grave: no-response',
			'nobody: no-owner'
		]);
	});

	it('puts the larger exposure first among equals', () => {
		const risks = [score(2, 2), score(3, 3), score(1, 1)].map((one, index) => ({
			...base,
			id: `r${index}`,
			score: one,
			nextReview: TODAY
		}));
		expect(due(risks).map((line) => line.slice(0, 2))).toEqual(['r1', 'r0', 'r2']);
	});
});
