import { expect, it } from 'vitest';
import { moveOffset } from './move-offset.ts';

it('keeps a caret at its words', () => {
	expect(moveOffset('Weekly call', 'Weekly status call', 3)).toBe(3);
	expect(moveOffset('Weekly call', 'Weekly status call', 11)).toBe(18);
	expect(moveOffset('周会', '项目周会', 1)).toBe(3);
	expect(moveOffset('abcdef', 'af', 3)).toBe(1);
	expect(moveOffset('abc', '', 2)).toBe(0);
});
