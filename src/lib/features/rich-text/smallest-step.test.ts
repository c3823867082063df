// The step leads exactly to the other document, and touches no more than what differs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '../../../../tests/support/arbitrary-rich-text.ts';
import { markdownToJson } from '#lib/core/rich-text/markdown-reader.ts';
import { repairRichText } from '#lib/core/rich-text/repair.ts';
import { richTextSchema } from '#lib/core/rich-text/schema.ts';
import { smallestStep } from './smallest-step.ts';

const fromMarkdown = (text: string) => richTextSchema.nodeFromJSON(markdownToJson(text).doc);

describe('smallest step', () => {
	it('leads from any document to any other', () => {
		fc.assert(
			fc.property(arbitraryDocument, arbitraryDocument, (first, second) => {
				const before = richTextSchema.nodeFromJSON(repairRichText(first));
				const after = richTextSchema.nodeFromJSON(repairRichText(second));
				const step = smallestStep(before, after);
				expect((step ? step.apply(before).doc : before)?.toJSON()).toEqual(after.toJSON());
			}),
			{ numRuns: 500 }
		);
	}, 60_000);

	it('is none between equal documents', () => {
		expect(smallestStep(fromMarkdown('# a\n\n- b'), fromMarkdown('# a\n\n- b'))).toBeNull();
	});

	it.each([
		['a letter', 'one\n\ntwo\n\nthree', 'one\n\ntwo!\n\nthree', 9, 9],
		['a repeated letter', 'aaa', 'aaaa', 4, 4],
		['a split', 'ab\n\ncd', 'a\n\nb\n\ncd', 2, 2],
		['a cell', '| a | b |\n|-|-|\n| c | d |', '| a | b |\n|-|-|\n| c | dx |', 22, 22]
	])('touches only %s', (_, before, after, from, to) => {
		const step = smallestStep(fromMarkdown(before), fromMarkdown(after));
		expect([step?.from, step?.to]).toEqual([from, to]);
	});
});
