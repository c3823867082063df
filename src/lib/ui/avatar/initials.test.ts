import { describe, expect, it } from 'vitest';
import { initials } from './initials.ts';

describe('initials', () => {
	it.each([
		['Ada Lovelace', 'AL', 'AL'],
		['ada', 'A', 'A'],
		['王小明', '小明', '明'],
		['王 小明', '小明', '明'],
		['', '', '']
	])('of “%s” are %s, and %s in little room', (name, usual, small) => {
		expect(initials(name)).toBe(usual);
		expect(initials(name, true)).toBe(small);
	});
});
