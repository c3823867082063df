// Proves the round trip of Markdown: on random text, on random documents, and on two long real minutes.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument, arbitraryMarkdown } from '../../../../tests/support/arbitrary-rich-text.ts';
import { markdownToJson } from './markdown-reader.ts';
import { jsonToMarkdown } from './markdown-writer.ts';
import { richTextSchema, type RichTextJson } from './schema.ts';
import { jsonToText } from './text-writer.ts';

const minutes = ['tc39-2025-07-28.md', 'tc39-2025-11-18.md'];

function read(source: string): RichTextJson {
	return markdownToJson(source).doc;
}

function readMinutes(name: string): string {
	return readFileSync(new URL(`../../../../tests/fixtures/minutes/${name}`, import.meta.url), 'utf8');
}

function wordsOf(text: string): string[] {
	return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

describe('the two real minutes', () => {
	it.each(minutes)('%s: read, written and read again are one document, and nothing is lost', (name) => {
		const { doc, lost } = markdownToJson(readMinutes(name));
		expect(lost).toEqual([]);
		expect(markdownToJson(jsonToMarkdown(doc))).toEqual({ doc, lost: [] });
		richTextSchema.nodeFromJSON(doc).check();
	});

	it.each(minutes)('%s: every word of the source is in the written text, in order', (name) => {
		const source = readMinutes(name);
		const written = jsonToMarkdown(read(source));
		// The one embedded picture is named by a reference in the source and stands in its place when written.
		const kept = (text: string) => wordsOf(text.replace(/^\[image\d\]:.*$|\[image\d\]|\(data:[^)]*\)/gm, ''));
		expect(kept(written)).toEqual(kept(source));
	});
});

it('a code block whose language opens with the marks of a fence keeps both', () => {
	const once = read('~~~ ~~``a\ncode\n~~~');
	expect(once.content[0]).toMatchObject({ attrs: { language: '~~``a' }, content: [{ text: 'code' }] });
	expect(read(jsonToMarkdown(once))).toEqual(once);
});

it('code of nothing but spaces keeps every one of them', () => {
	const code = { type: 'text', text: '     ', marks: [{ type: 'code' }] };
	const written = jsonToMarkdown({ type: 'doc', content: [{ type: 'paragraph', content: [code] }] });
	expect(read(written).content[0]?.content).toEqual([code]);
});

describe('emphasis beside Chinese words and signs', () => {
	it.each([
		['**标题：**内容', ['标题：', 'bold']],
		['请看**“重点”**部分', ['“重点”', 'bold']],
		['*注意！*下一步', ['注意！', 'italic']],
		['**（一）**范围', ['（一）', 'bold']],
		['~~已取消。~~改期', ['已取消。', 'strike']]
	])('%s is read as its writer meant', (source, [words, mark]) => {
		const line = read(source).content[0]?.content ?? [];
		expect(line.filter((node) => node.marks).map((node) => [node.text, node.marks?.[0]?.type])).toEqual([
			[words, mark]
		]);
		expect(read(jsonToMarkdown(read(source)))).toEqual(read(source));
	});

	it('is written so that other readers see it too', () => {
		expect(jsonToMarkdown(read('**标题：**内容')).trim()).toBe('<strong>标题：</strong>内容');
		expect(jsonToMarkdown(read('**标题**内容')).trim()).toBe('**标题**内容');
	});

	it('signs that no one meant as emphasis stay signs', () => {
		expect(jsonToText(read('2 * 3 * 4，甲 ** 乙 ** 丙'))).toBe('2 * 3 * 4，甲 ** 乙 ** 丙');
	});
});

describe('random text and documents', () => {
	it('Markdown read, written and read again is the same document', () => {
		fc.assert(
			fc.property(arbitraryMarkdown, (source) => {
				const once = read(source);
				expect(read(jsonToMarkdown(once))).toEqual(once);
			}),
			{ numRuns: 1_500 }
		);
	}, 60_000);

	it('a random document, once it went through Markdown, stays as it is', () => {
		fc.assert(
			fc.property(arbitraryDocument, (document) => {
				const once = read(jsonToMarkdown(document));
				expect(read(jsonToMarkdown(once))).toEqual(once);
			}),
			{ numRuns: 400 }
		);
	}, 60_000);

	it('a random document keeps all its words on the way through Markdown', () => {
		fc.assert(
			fc.property(arbitraryDocument, (document) => {
				expect(wordsOf(jsonToText(read(jsonToMarkdown(document))))).toEqual(wordsOf(jsonToText(document)));
			}),
			{ numRuns: 400 }
		);
	}, 60_000);
});
