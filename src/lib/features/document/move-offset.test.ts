import { expect, it } from 'vitest';
import { carryOver, moveOffset } from './move-offset.ts';

it('keeps a caret at its words', () => {
	expect(moveOffset('Weekly call', 'Weekly status call', 3)).toBe(3);
	expect(moveOffset('Weekly call', 'Weekly status call', 11)).toBe(18);
	expect(moveOffset('周会', '项目周会', 1)).toBe(3);
	expect(moveOffset('abcdef', 'af', 3)).toBe(1);
	expect(moveOffset('abc', '', 2)).toBe(0);
});

it('what is composed goes into what somebody else made of the text meanwhile', () => {
	expect(carryOver('the quay', 'the 码头quay', 'NEW the quay')).toEqual({
		text: 'NEW the 码头quay',
		caret: 10
	});
	expect(carryOver('the quay', 'the pier', 'the quay is old')).toEqual({ text: 'the pier is old', caret: 8 });
	expect(carryOver('the quay', 'the quay!', 'the quay')).toEqual({ text: 'the quay!', caret: 9 });
});
