import { describe, expect, it } from 'vitest';
import { moveOfKey, moveSpan } from './bar-moves.ts';
import { boxOf, dateOf, dayAt, dayOf, scaleFor, weekdayOf, widthOf, xOf } from './date-scale.ts';
import { dependencyPath } from './dependency-path.ts';
import { marksBetween } from './scale-marks.ts';

const day = dayOf;
const scale = { first: day('2026-03-02'), last: day('2026-12-31'), dayWidth: 10 };

describe('days', () => {
	it('are whole numbers through changes of clocks and leap days', () => {
		for (const date of ['2026-03-29', '2026-10-25', '2028-02-29', '1969-12-31']) {
			expect(dateOf(day(date))).toBe(date);
		}
		expect(day('2028-03-01') - day('2028-02-28')).toBe(2);
		expect(day('2026-13-01')).toBeNaN();
	});

	it('know their weekday, Monday first', () => {
		expect([
			weekdayOf(day('2026-03-02')),
			weekdayOf(day('2026-03-08')),
			weekdayOf(day('1969-12-29'))
		]).toEqual([0, 6, 0]);
	});
});

describe('the scale', () => {
	it('puts a day at its left edge and finds it again anywhere in it', () => {
		expect(xOf(scale, day('2026-03-04'))).toBe(20);
		expect([20, 29.9, 30].map((x) => dateOf(dayAt(scale, x)))).toEqual([
			'2026-03-04',
			'2026-03-04',
			'2026-03-05'
		]);
	});

	it('draws both ends of a span, and at least a day of it', () => {
		expect(boxOf(scale, { start: day('2026-03-03'), finish: day('2026-03-05') })).toEqual({
			left: 10,
			width: 30
		});
		expect(boxOf(scale, { start: day('2026-03-03'), finish: day('2026-03-01') })).toEqual({
			left: 10,
			width: 10
		});
	});

	it('leaves room on both sides, begins on a Monday and fills the width', () => {
		const span = { start: day('2026-03-04'), finish: day('2026-03-06') };
		const made = scaleFor(span, 'day', 2000);
		expect(weekdayOf(made.first)).toBe(0);
		expect(made.first).toBeLessThanOrEqual(span.start - 7);
		expect(made.last).toBeGreaterThanOrEqual(span.finish + 7);
		expect(widthOf(made)).toBeGreaterThanOrEqual(2000);
	});
});

describe('marks', () => {
	const dates = (unit: Parameters<typeof marksBetween>[1], from: number, to: number) =>
		marksBetween(scale, unit, from, to).map((mark) => dateOf(mark.day));

	it('are only those in the stretch that is shown', () => {
		expect(dates('day', 100, 120)).toEqual(['2026-03-12', '2026-03-13', '2026-03-14']);
		expect(dates('week', 0, 140)).toEqual(['2026-03-02', '2026-03-09', '2026-03-16']);
	});

	it('begin where the division does, even before the line', () => {
		expect(dates('month', 0, 400)).toEqual(['2026-03-01', '2026-04-01']);
		expect(dates('quarter', 0, 400)).toEqual(['2026-01-01', '2026-04-01']);
		expect(dates('year', 0, 400)).toEqual(['2026-01-01']);
	});

	it('are as long as the month', () => {
		expect(marksBetween(scale, 'month', 0, 10).map(({ x, width }) => [x, width])).toEqual([[-10, 310]]);
	});

	it('end with the line', () => {
		expect(dates('year', 0, 1e6)).toEqual(['2026-01-01']);
	});
});

describe('an arrow', () => {
	const box = (left: number, right: number, row: number) => ({ left, right, y: row * 40 + 20 });

	it('goes straight across and down where there is room', () => {
		expect(dependencyPath(box(0, 50, 0), box(100, 150, 2), 'FS', 40).line).toBe('M50 20H59V100H96');
	});

	it('goes around through the gap between the rows where it would run backwards', () => {
		expect(dependencyPath(box(0, 50, 0), box(40, 90, 1), 'FS', 40).line).toBe('M50 20H59V40H31V60H36');
		expect(dependencyPath(box(0, 50, 1), box(40, 90, 0), 'FS', 40).line).toBe('M50 60H59V40H31V20H36');
	});

	it('joins starts on the left, finishes on the right, and a start to a finish from behind', () => {
		expect(dependencyPath(box(30, 50, 0), box(10, 90, 1), 'SS', 40).line).toBe('M30 20H1V60H6');
		expect(dependencyPath(box(30, 50, 0), box(10, 90, 1), 'FF', 40).line).toBe('M50 20H99V60H94');
		expect(dependencyPath(box(100, 150, 0), box(10, 50, 1), 'SF', 40).line).toBe('M100 20H91V60H54');
	});

	it('points into the bar', () => {
		expect(dependencyPath(box(0, 50, 0), box(100, 150, 2), 'FS', 40).head).toBe('M100 100l-5 -4v8z');
		expect(dependencyPath(box(0, 50, 0), box(100, 150, 2), 'FF', 40).head).toBe('M150 100l5 -4v8z');
	});
});

describe('a bar', () => {
	const span = { start: 10, finish: 12 };

	it('moves as a whole or at one end, and keeps at least a day', () => {
		expect(moveSpan(span, 'whole', -3)).toEqual({ start: 7, finish: 9 });
		expect(moveSpan(span, 'start', 9)).toEqual({ start: 12, finish: 12 });
		expect(moveSpan(span, 'finish', -9)).toEqual({ start: 10, finish: 10 });
	});

	it('has a key for every drag', () => {
		const press = (key: string, more = {}) =>
			moveOfKey({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more });
		expect(press('ArrowRight')).toEqual({ part: 'whole', days: 1 });
		expect(press('ArrowLeft', { shiftKey: true })).toEqual({ part: 'finish', days: -1 });
		expect(press('ArrowRight', { altKey: true })).toEqual({ part: 'start', days: 1 });
		expect(press('PageUp')).toEqual({ part: 'whole', days: -7 });
		expect(press('ArrowUp')).toBeNull();
		expect(press('ArrowLeft', { metaKey: true })).toBeNull();
	});
});
