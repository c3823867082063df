import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionPurposes } from '#lib/core/versions/purposes.ts';
import { isThinnable, versionsToDrop, type Thinnable } from './thinning.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 20_000 * DAY;

const automatic = (createdAt: number, index: number): Thinnable => ({
	id: String(index).padStart(8, '0'),
	purpose: 'automatic',
	name: null,
	isUsed: false,
	createdAt
});

const anyVersions = fc
	.array(
		fc.record({
			purpose: fc.constantFrom(...versionPurposes),
			name: fc.option(fc.constant('Beta'), { nil: null }),
			isUsed: fc.boolean(),
			createdAt: fc.integer({ min: NOW - 400 * DAY, max: NOW })
		}),
		{ maxLength: 60 }
	)
	.map((list) => list.map((one, index) => ({ ...one, id: String(index).padStart(8, '0') })));

describe('thinning', () => {
	it('keeps what is named, used or taken for a purpose, and the newest of all', () => {
		fc.assert(
			fc.property(anyVersions, (versions) => {
				const newest = versions.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))[0];
				const kept = versions.filter((one) => !isThinnable(one) || one === newest).map(({ id }) => id);
				const dropped = new Set(versionsToDrop(versions, NOW));
				expect(kept.filter((id) => dropped.has(id))).toEqual([]);
			})
		);
	});

	it('has nothing left to drop once it has dropped', () => {
		fc.assert(
			fc.property(anyVersions, (versions) => {
				const dropped = new Set(versionsToDrop(versions, NOW));
				const kept = versions.filter(({ id }) => !dropped.has(id));
				expect(versionsToDrop(kept, NOW)).toEqual([]);
			})
		);
	});

	it('leaves of a year of versions every ten minutes no more than two hundred', () => {
		let kept: Thinnable[] = [];
		let index = 0;
		const thin = (at: number) => {
			const dropped = new Set(versionsToDrop(kept, at));
			kept = kept.filter(({ id }) => !dropped.has(id));
		};
		for (let at = NOW - 365 * DAY; at <= NOW; at += HOUR / 6) {
			kept.push(automatic(at, index++));
			if (index % 100 !== 0) continue;
			thin(at);
		}
		thin(NOW);
		expect(kept.length).toBeLessThan(200);
		expect(kept.length).toBeGreaterThan(80);
		expect(kept.filter(({ createdAt }) => createdAt >= NOW - 2 * HOUR)).toHaveLength(13);
	});
});
