import { describe, expect, it } from 'vitest';
import { rowWindow, scrollToShow } from './row-window.ts';

const view = { scrollTop: 0, height: 400, rowHeight: 40, count: 10_000, overscan: 4, step: 2 };

describe('rowWindow', () => {
	it('covers what is in view and a few rows around it', () => {
		expect(rowWindow(view)).toEqual({ first: 0, last: 14 });
		expect(rowWindow({ ...view, scrollTop: 4000 })).toEqual({ first: 96, last: 114 });
	});

	it('stays the same while less than a step is scrolled', () => {
		expect(rowWindow({ ...view, scrollTop: 4030 }).first).toBe(rowWindow({ ...view, scrollTop: 4000 }).first);
	});

	it('never leaves the list, however far a bouncing scroller goes', () => {
		expect(rowWindow({ ...view, scrollTop: -300 })).toEqual({ first: 0, last: 14 });
		expect(rowWindow({ ...view, scrollTop: 9e9 })).toEqual({ first: 10_000, last: 10_000 });
		expect(rowWindow({ ...view, count: 3 })).toEqual({ first: 0, last: 3 });
		expect(rowWindow({ ...view, count: 0 })).toEqual({ first: 0, last: 0 });
	});
});

describe('scrollToShow', () => {
	it('does not move for a row that is whole in view', () => {
		expect(scrollToShow(10, { scrollTop: 400, height: 400, rowHeight: 40 })).toBe(400);
		expect(scrollToShow(19, { scrollTop: 400, height: 400, rowHeight: 40 })).toBe(400);
	});

	it('moves by as little as shows the row', () => {
		expect(scrollToShow(9, { scrollTop: 400, height: 400, rowHeight: 40 })).toBe(360);
		expect(scrollToShow(20, { scrollTop: 400, height: 400, rowHeight: 40 })).toBe(440);
	});
});
