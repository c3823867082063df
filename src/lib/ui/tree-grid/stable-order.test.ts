import { expect, it } from 'vitest';
import { stableOrder } from './stable-order.ts';

it('moves nobody, takes out who is gone and inserts who is new behind its neighbour', () => {
	expect(stableOrder(['a', 'b', 'c', 'd'], ['b', 'x', 'd', 'a', 'y'])).toEqual(['a', 'y', 'b', 'x', 'd']);
	expect(stableOrder(['a'], ['n', 'a'])).toEqual(['n', 'a']);
	expect(stableOrder([], ['a', 'b'])).toEqual(['a', 'b']);
});
