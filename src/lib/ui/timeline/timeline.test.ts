import { describe, expect, it } from 'vitest';
import { moveOfKey, moveSpan } from './bar-moves.ts';
import {
	boxOf,
	dateOf,
	dayAt,
	dayOf,
	dayWidths,
	fittingDayWidth,
	scaleFor,
	weekdayOf,
	widthOf,
	xOf,
	zoomOf,
	zooms
} from './date-scale.ts';
import { closedRuns } from './closed-runs.ts';
import { dependencyPath } from './dependency-path.ts';
import { LinkRows } from './link-rows.ts';
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
		const made = scaleFor(span, dayWidths.day, 2000);
		expect(weekdayOf(made.first)).toBe(0);
		expect(made.first).toBeLessThanOrEqual(span.start - 7);
		expect(made.last).toBeGreaterThanOrEqual(span.finish + 7);
		expect(widthOf(made)).toBeGreaterThanOrEqual(2000);
	});

	it('has a width of a day between the named zooms, and knows which of them it is nearest to', () => {
		expect(zooms.map((zoom) => zoomOf(dayWidths[zoom]))).toEqual(zooms);
		expect([zoomOf(64), zoomOf(10), zoomOf(3), zoomOf(0.15)]).toEqual(['day', 'week', 'month', 'quarter']);
	});

	it.each([30, 300, 3000])('fits %i days into the room, names included', (days) => {
		const start = day('2026-03-02');
		const fitted = scaleFor({ start, finish: start + days - 1 }, fittingDayWidth(days, 1000));
		expect(widthOf(fitted)).toBeLessThanOrEqual(1010);
		expect(widthOf(fitted)).toBeGreaterThan(800);
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

describe('days on which nobody works', () => {
	const weekend = (at: number) => weekdayOf(at) < 5;

	it('are shaded side by side, with the holiday and without the make-up workday', () => {
		const isWorkday = (at: number) => at === day('2026-03-14') || (weekend(at) && at !== day('2026-03-09'));
		const runs = closedRuns(scale, 0, 200, isWorkday);
		expect(runs.map(({ day: at, x, width }) => [dateOf(at), x, width])).toEqual([
			['2026-03-07', 50, 30],
			['2026-03-15', 130, 10],
			['2026-03-21', 190, 20]
		]);
	});

	it('are not drawn where a day is too narrow to see', () => {
		expect(closedRuns({ ...scale, dayWidth: 2 }, 0, 200, weekend)).toEqual([]);
	});
});

describe('links in view', () => {
	const rows = Array.from({ length: 100 }, (_, at) => `r${at}`);
	const link = (from: number, to: number) => ({
		id: `${from}-${to}`,
		from: `r${from}`,
		to: `r${to}`,
		type: 'FS' as const
	});
	const indexOf = (id: string) => rows.indexOf(id);

	it('are those that begin, end or pass there; ends that are not shown have none', () => {
		const links = [link(1, 2), link(90, 3), link(12, 40), link(50, 60), link(8, 200), link(15, 10)];
		const found = new LinkRows(links, indexOf).through(10, 20).map(({ id }) => id);
		expect(found).toEqual(['12-40', '15-10', '90-3']);
	});

	it('are bounded where thousands only pass by', () => {
		const links = Array.from({ length: 5_000 }, (_, at) => ({ ...link(1, 90), id: String(at) }));
		expect(new LinkRows([...links, link(30, 31)], indexOf).through(20, 40)).toHaveLength(401);
	});
});
