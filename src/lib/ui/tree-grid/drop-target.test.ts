import { describe, expect, it } from 'vitest';
import { dropTargetAt, landsInItself, withoutDescendants } from './drop-target.ts';
import { TreeShape } from './tree-shape.ts';

const shape = new TreeShape([
	{ id: 'a', level: 1, children: 'open' },
	{ id: 'b', level: 2, children: 'open' },
	{ id: 'c', level: 3, children: 'none' },
	{ id: 'd', level: 1, children: 'none' }
]);
const at = (row: number, level: number) =>
	dropTargetAt(shape, { y: row * 40, x: (level - 1) * 20, rowHeight: 40, indent: 20 });

describe('dropTargetAt', () => {
	it('means "inside" over the middle of a row', () => {
		expect(at(1.5, 1)).toEqual({ row: 'b', where: 'inside' });
	});

	it('offers only the first place among its children below an open parent', () => {
		expect(at(1, 1)).toEqual({ row: 'b', where: 'before' });
		expect(at(1, 9)).toEqual({ row: 'b', where: 'before' });
	});

	it('chooses by the pointer among the levels that end at a gap', () => {
		expect(at(3, 3)).toEqual({ row: 'c', where: 'after' });
		expect(at(3, 2)).toEqual({ row: 'b', where: 'after' });
		expect(at(3, 1)).toEqual({ row: 'd', where: 'before' });
	});

	it('lands after the last row in the empty space below', () => {
		expect(at(40, 1)).toEqual({ row: 'd', where: 'after' });
	});

	it('lands before the first row above everything', () => {
		expect(at(-3, 1)).toEqual({ row: 'a', where: 'before' });
	});

	it('has no place in an empty grid', () => {
		expect(dropTargetAt(new TreeShape([]), { y: 0, x: 0, rowHeight: 40, indent: 20 })).toBeNull();
	});
});

it('refuses a row in itself and under itself, and nothing else', () => {
	const lands = (row: string) => landsInItself(shape, new Set(['b']), { row, where: 'inside' });
	expect(['a', 'b', 'c', 'd'].map(lands)).toEqual([false, true, true, false]);
});

it('moves what is under a moved row with it, once', () => {
	expect(withoutDescendants(shape, ['b', 'c', 'd'])).toEqual(['b', 'd']);
	expect(withoutDescendants(shape, ['a', 'c'])).toEqual(['a']);
});
