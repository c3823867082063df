import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { ClockRanges } from './clock-ranges.ts';
import { advance, isKnown, leavesHole, readUpdateFacts, type StateVector } from './update-facts.ts';

it('sees a hole, its closing, and a repetition', () => {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (const letter of 'abc') doc.getText('t').insert(0, letter);
	const facts = updates.map(readUpdateFacts);
	const known: StateVector = new Map();
	const [first, second, third] = facts;
	if (!first || !second || !third) throw new Error('three updates expected');
	expect(leavesHole(second, known)).toBe(true);
	for (const fact of [first, second]) advance(known, fact);
	expect(leavesHole(third, known)).toBe(false);
	expect(isKnown(second, known, () => new ClockRanges())).toBe(true);
	expect(isKnown(third, known, () => new ClockRanges())).toBe(false);
});

it('refuses bytes that Yjs could not take apart', () => {
	for (const bytes of [[], [1], [1, 1, 1, 0, 31], [255, 255, 255, 255]]) {
		expect(() => readUpdateFacts(Uint8Array.from(bytes))).toThrow(Error);
	}
});

it('joins deleted ranges', () => {
	const ranges = new ClockRanges();
	ranges.add(1, 0, 2);
	ranges.add(1, 4, 2);
	expect(ranges.covers(1, 0, 6)).toBe(false);
	ranges.add(1, 2, 2);
	expect(ranges.covers(1, 0, 6)).toBe(true);
	expect(ranges.covers(2, 0, 1)).toBe(false);
});
