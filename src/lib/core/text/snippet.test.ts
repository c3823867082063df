import { describe, expect, it } from 'vitest';
import { snippetOf } from './snippet.ts';

const shown = (text: string, needles: string[], length?: number) =>
	snippetOf(text, needles, length)
		.map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
		.join('');

describe('a snippet', () => {
	it('is the whole of a short text, with what was looked for marked', () => {
		expect(shown('Move the\n shelves,  re-move', ['move'])).toBe('[Move] the shelves, re-[move]');
		expect(shown('removed', ['move'])).toBe('removed');
		expect(shown('项目风险评估', ['风险'])).toBe('项目[风险]评估');
		expect(shown('', ['x'])).toBe('');
	});

	it('is a piece around the first match of a long one, in whole words', () => {
		const text = `${'word '.repeat(100)}needle ${'tail '.repeat(100)}`;
		const piece = shown(text, ['needle'], 100);
		expect(piece).toMatch(/^… word (word )+\[needle\] tail/);
		expect(piece.endsWith(' …')).toBe(true);
		expect(piece.length).toBeLessThan(120);
		expect(shown(text, ['nowhere'], 20)).toBe('word word word word …');
	});

	it('cuts no character in half and takes signs as they are', () => {
		expect(shown('😀'.repeat(300), ['nowhere'], 101)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
		expect(shown('costs $5 (a.b) [x]', ['(a.b)', '$5', '[x'])).toBe('costs [$5] [(a.b)] [[x]]');
	});
});
