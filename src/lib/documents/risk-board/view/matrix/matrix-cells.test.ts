import { expect, it } from 'vitest';
import type { Risk } from '../../model/schema.ts';
import { cellOf, matrixOf, neighbour, stepped } from './matrix-cells.ts';

const risk = (id: string, place: [number, number] | null, more: Partial<Risk> = {}) =>
	({
		id,
		kind: 'risk',
		status: 'open',
		score: place && { probability: place[0], impact: place[1] },
		target: null,
		...more
	}) as Risk;

const matrix = matrixOf(
	[
		risk('a', [3, 3]),
		risk('b', [3, 3]),
		risk('c', [1, 3]),
		risk('d', [3, 5]),
		risk('e', null),
		risk('f', [5, 5], { status: 'closed' }),
		risk('g', [2, 2], { kind: 'opportunity' })
	],
	'risk',
	'score'
);

it('a risk stands in the cell of its score; what is over or of the other kind stands nowhere', () => {
	expect(matrix.cells).toEqual(
		new Map([
			['3-3', ['a', 'b']],
			['1-3', ['c']],
			['3-5', ['d']]
		])
	);
	expect(matrix.unscored).toEqual(['e']);
	expect(matrix.over).toBe(1);
});

it('each of the three scores has a matrix of its own', () => {
	const target = { probability: 1, impact: 2 } as Risk['target'];
	expect(matrixOf([risk('a', [3, 3], { target })], 'risk', 'target').cells).toEqual(
		new Map([['1-2', ['a']]])
	);
});

it('arrows walk through a cell and jump over empty ones', () => {
	expect(neighbour(matrix, 'a', 'ArrowDown')).toBe('b');
	expect(neighbour(matrix, 'b', 'ArrowDown')).toBe('c');
	expect(neighbour(matrix, 'c', 'ArrowUp')).toBe('b');
	expect(neighbour(matrix, 'b', 'ArrowRight')).toBe('d');
	expect(neighbour(matrix, 'd', 'ArrowLeft')).toBe('a');
	expect(neighbour(matrix, 'd', 'ArrowUp')).toBeNull();
});

it('a step ends at the edge, and a stranger’s key is no cell', () => {
	expect(stepped({ probability: 5, impact: 1 }, 'ArrowUp')).toBeNull();
	expect(stepped({ probability: 5, impact: 1 }, 'ArrowRight')).toEqual({ probability: 5, impact: 2 });
	expect(cellOf('3-6')).toBeNull();
	expect(cellOf(undefined)).toBeNull();
});
