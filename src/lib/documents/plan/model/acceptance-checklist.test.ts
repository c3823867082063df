import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { replaceText } from '#lib/core/schema/text.ts';
import {
	addCriterion,
	readChecklist,
	removeCriterion,
	setCriterionMet,
	setCriterionText
} from './acceptance-checklist.ts';

const TEXT = 'Loads within a second\n\n- [x] Works offline\n* [ ] Printed on A4';
const words = (text: string) =>
	readChecklist(text).map(({ text: said, isMet }) => `${isMet ? '✓' : '–'} ${said}`);

describe('acceptance criteria as a checklist', () => {
	it('are read from plain lines, bullets and task lists', () => {
		expect(words(TEXT)).toEqual(['– Loads within a second', '✓ Works offline', '– Printed on A4']);
		expect(words('')).toEqual([]);
	});

	it('are ticked, reworded, added and removed by line', () => {
		expect(words(setCriterionMet(TEXT, 0, true))[0]).toBe('✓ Loads within a second');
		expect(words(setCriterionMet(TEXT, 2, false))[1]).toBe('– Works offline');
		expect(words(setCriterionText(TEXT, 2, ' Works  anywhere '))[1]).toBe('✓ Works anywhere');
		expect(words(addCriterion(`${TEXT}\n`, 'In Chinese')).at(-1)).toBe('– In Chinese');
		expect(words(removeCriterion(TEXT, 3))).toHaveLength(2);
		expect(setCriterionMet(TEXT, 9, true)).toBe(TEXT);
	});

	it('keep what two people did at once, on one line and on two', () => {
		for (const [line, other] of [
			[2, 3],
			[3, 3],
			[0, 0]
		] as const) {
			const [first, second] = [new Y.Doc(), new Y.Doc()];
			replaceText(first.getText('t'), TEXT);
			Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
			for (const [doc, at] of [
				[first, line],
				[second, other]
			] as const) {
				replaceText(doc.getText('t'), setCriterionMet(doc.getText('t').toString(), at, true));
			}
			Y.applyUpdate(first, Y.encodeStateAsUpdate(second));
			Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
			const merged = readChecklist(first.getText('t').toString());
			expect(second.getText('t').toString()).toBe(first.getText('t').toString());
			for (const at of [line, other]) {
				const found = merged.find((criterion) => criterion.line === at);
				const before = readChecklist(TEXT).find((criterion) => criterion.line === at);
				expect(found).toEqual({ ...before, isMet: true });
			}
		}
	});
});
