// Scores: the overall impact, the bands, and what a move in the matrix does to the dimensions.

import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	bandOf,
	exposureOf,
	LEVELS,
	movedTo,
	NOT_JUDGED,
	overallImpact,
	score,
	type Level
} from './score.ts';

const field = score();
const level = fc.constantFrom(...LEVELS);
const judged = fc.option(level, { nil: null });
const impacts = fc.record({ time: judged, cost: judged, quality: judged, satisfaction: judged });

describe('a score', () => {
	it('has the bands that were agreed on', () => {
		const bands = [1, 2, 5, 6, 11, 12, 19, 20, 25].map(bandOf);
		expect(bands).toEqual('minimal low low medium medium high high critical critical'.split(' '));
		expect(exposureOf({ probability: 4, impact: 5 })).toBe(20);
	});

	it('takes the largest dimension for the overall impact, and refuses another', () => {
		const read = v.parse(field.schema, { probability: 3, impacts: { time: 2, cost: 4 } });
		expect(read).toEqual({
			probability: 3,
			impact: 4,
			impacts: { time: 2, cost: 4, quality: null, satisfaction: null },
			scale: null
		});
		const wrong = v.safeParse(field.schema, { probability: 3, impact: 5, impacts: { time: 2 } });
		expect(wrong.issues?.[0].message).toContain('largest of its dimensions (2); got 5');
		expect(v.safeParse(field.schema, { probability: 3 }).success).toBe(false);
	});

	it('refuses what is out of range and reads it as the nearest', () => {
		for (const probability of [0, 6, 2.5, Number.NaN, '3']) {
			expect(v.safeParse(field.schema, { probability, impact: 3 }).success).toBe(false);
		}
		expect(field.read({ probability: 9, impact: -2 })).toMatchObject({ probability: 5, impact: 1 });
		expect(field.read({ probability: 'much', impact: 2 })).toBeNull();
		expect(field.read({ probability: 2 })).toBeNull();
	});

	it('moved into a cell is in that cell, and its dimensions say so', () => {
		fc.assert(
			fc.property(
				level,
				level,
				impacts,
				level,
				level,
				(probability, whole, given, toProbability, toImpact) => {
					const before = { probability, impact: overallImpact(given) ?? whole, impacts: given, scale: null };
					const cell = { probability: toProbability, impact: toImpact };
					const moved = movedTo(before, cell, 's1');
					expect(moved).toMatchObject({ ...cell, scale: 's1' });
					expect(overallImpact(moved.impacts) ?? moved.impact).toBe(moved.impact);
					for (const [name, was] of Object.entries(given) as [keyof typeof given, Level | null][]) {
						const now = moved.impacts[name];
						expect(now === null).toBe(was === null);
						// What did not make the old impact and fits under the new one stays.
						const stays = was !== null && was < before.impact && was <= toImpact;
						expect(now === was || !stays).toBe(true);
					}
				}
			)
		);
		expect(movedTo(null, { probability: 2, impact: 3 }, null).impacts).toEqual(NOT_JUDGED);
	});
});
