import { expect, it } from 'vitest';
import { TypeAhead } from './type-ahead.ts';

const list = ['Plan', 'Paint', 'Élan', '验收', 'Pack'];
const names = { count: list.length, at: (index: number) => list[index] ?? '' };

it('goes on to the next row with the same letter, around the end', () => {
	const search = new TypeAhead();
	expect(search.find('p', 0, 0, names)).toBe(1);
	expect(search.find('p', 5000, 1, names)).toBe(4);
	expect(search.find('p', 5100, 4, names)).toBe(0);
});

it('narrows while letters follow each other, and begins anew after a pause', () => {
	const search = new TypeAhead();
	expect(search.find('p', 0, -1, names)).toBe(0);
	expect(search.find('a', 300, 0, names)).toBe(1);
	expect(search.find('c', 600, 1, names)).toBe(4);
	expect(search.find('验', 5000, 4, names)).toBe(3);
});

it('reads accents and case as the plain letter, and finds nothing quietly', () => {
	expect(new TypeAhead().find('E', 0, 0, names)).toBe(2);
	expect(new TypeAhead().find('z', 0, 0, names)).toBe(-1);
});
