import { describe, expect, it } from 'vitest';
import { paper, sheetsOf } from './sheets.ts';

const room = paper.width - paper.titleWidth;

describe('sheets of paper', () => {
	it('are one where everything fits', () => {
		expect(sheetsOf({ rows: 25, from: 40, to: 900, dayWidth: 4 })).toEqual([
			{ first: 0, last: 25, from: 40, to: 40 + room }
		]);
	});

	it('go from left to right and then down, every row and every day once', () => {
		const sheets = sheetsOf({ rows: 60, from: 0, to: 2500, dayWidth: 14 });
		expect(sheets.map(({ first, last }) => [first, last])).toEqual(
			[
				[0, 25],
				[25, 50],
				[50, 60]
			].flatMap((rows) => [rows, rows, rows])
		);
		for (let at = 1; at < 3; at++) expect(sheets[at]?.from).toBe(sheets[at - 1]?.to);
		expect(sheets[2]?.to).toBeGreaterThanOrEqual(2500);
	});

	it('end between two days', () => {
		for (const { from, to } of sheetsOf({ rows: 1, from: 0, to: 5000, dayWidth: 32 })) {
			expect([from % 32, to % 32]).toEqual([0, 0]);
		}
	});

	it('are none without rows', () => {
		expect(sheetsOf({ rows: 0, from: 0, to: 500, dayWidth: 14 })).toEqual([]);
	});
});
