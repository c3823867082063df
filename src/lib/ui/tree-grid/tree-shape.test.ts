import { describe, expect, it } from 'vitest';
import type { TreeRow } from './grid-types.ts';
import { flattenTree, TreeShape } from './tree-shape.ts';

/** "a b> c>>" is a with child b with child c: each ">" is one level deeper. */
function shape(text: string): TreeShape {
	const rows: TreeRow[] = text.split(' ').map((word) => {
		const id = word.replaceAll('>', '');
		return { id, level: word.length - id.length + 1, children: 'none' };
	});
	return new TreeShape(
		rows.map((row, at) => ({ ...row, children: (rows[at + 1]?.level ?? 0) > row.level ? 'open' : 'none' }))
	);
}

describe('TreeShape', () => {
	const tree = shape('a b> c>> d> e f>');

	it('knows whose child each row is', () => {
		expect(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => tree.parentOf(tree.indexOf(id)))).toEqual([
			-1, 0, 1, 0, -1, 4
		]);
	});

	it('counts a row among its siblings, 1-based', () => {
		expect(tree.rows.map((_, at) => [tree.positionOf(at), tree.siblingsOf(at)])).toEqual([
			[1, 2],
			[1, 2],
			[1, 1],
			[2, 2],
			[2, 2],
			[1, 1]
		]);
	});

	it('ends a subtree after its last descendant', () => {
		expect([tree.endOf(0), tree.endOf(1), tree.endOf(5)]).toEqual([4, 3, 6]);
	});

	it('takes rows that skip a level as children of the nearest row above', () => {
		const skipping = shape('a b>>> c>');
		expect([skipping.parentOf(1), skipping.parentOf(2)]).toEqual([0, 0]);
	});

	it('does not know rows that are not visible', () => {
		expect(tree.indexOf('gone')).toBe(-1);
		expect(tree.has('gone')).toBe(false);
	});

	it('hands the place of a row that closed over to the parent', () => {
		const closed = new TreeShape([
			{ id: 'a', level: 1, children: 'closed' },
			{ id: 'e', level: 1, children: 'none' }
		]);
		expect(tree.survivorOf('c', closed)).toBe('a');
	});

	it('hands the place of a deleted row to the next, else to the one before', () => {
		expect(tree.survivorOf('d', shape('a b> c>> e f>'))).toBe('e');
		expect(tree.survivorOf('f', shape('a b> c>> d> e'))).toBe('e');
		expect(tree.survivorOf('f', new TreeShape([]))).toBeNull();
	});
});

describe('flattenTree', () => {
	const children: Record<string, string[]> = { a: ['b', 'd'], b: ['c'], e: ['a'] };
	const tree = { childrenOf: (id: string) => children[id] ?? [], isOpen: (id: string) => id !== 'b' };

	it('lists open branches depth first and says which are closed', () => {
		expect(flattenTree({ ...tree, roots: ['a'] })).toEqual([
			{ id: 'a', level: 1, children: 'open' },
			{ id: 'b', level: 2, children: 'closed' },
			{ id: 'd', level: 2, children: 'none' }
		]);
	});

	it('hides a row that is not kept together with what is under it', () => {
		expect(flattenTree({ ...tree, roots: ['a'], keep: (id) => id !== 'b' }).map(({ id }) => id)).toEqual([
			'a',
			'd'
		]);
		expect(flattenTree({ ...tree, roots: ['a'], keep: (id) => id === 'a' })[0]?.children).toBe('none');
	});

	it('shows each row of a circle once', () => {
		const circle = { ...tree, childrenOf: (id: string) => (id === 'd' ? ['a'] : (children[id] ?? [])) };
		expect(flattenTree({ ...circle, roots: ['a'] }).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
	});
});
