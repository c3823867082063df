// Proves that anything at all can be read: random damage, hostile sizes, hostile addresses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDamage, arbitraryDocument } from '../../../../tests/support/arbitrary-rich-text.ts';
import { jsonToHtml } from './html-writer.ts';
import { markdownToJson } from './markdown-reader.ts';
import { jsonToMarkdown } from './markdown-writer.ts';
import { repairRichText } from './repair.ts';
import { safeImageAddress, safeLinkAddress } from './safe-url.ts';
import { richTextSchema } from './schema.ts';
import { jsonToText } from './text-writer.ts';

function isValid(value: unknown): void {
	const repaired = repairRichText(value);
	const node = richTextSchema.nodeFromJSON(repaired);
	node.check();
	expect(node.toJSON()).toEqual(repaired);
	expect(repairRichText(repaired)).toEqual(repaired);
}

describe('repair', () => {
	it('makes any JSON a valid document, and leaves a repaired one alone', () => {
		fc.assert(fc.property(arbitraryDamage, isValid), { numRuns: 1_000 });
		fc.assert(fc.property(arbitraryDocument, isValid), { numRuns: 300 });
	}, 60_000);

	it.each([undefined, null, 7, 'text', [], {}, { type: 'doc' }, { type: 'blink' }, { content: 'x' }])(
		'reads %j as one empty paragraph',
		(value) => {
			expect(repairRichText(value)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
		}
	);

	it('keeps the words of nodes it does not know, and of structure in the wrong place', () => {
		const doc = {
			type: 'doc',
			content: [
				{ type: 'poll', content: [{ type: 'tableCell', content: [{ type: 'text', text: 'one' }] }] },
				{ type: 'paragraph', content: [{ type: 'heading', content: [{ type: 'text', text: 'two' }] }] },
				{ type: 'bulletList', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'three' }] }] }
			]
		};
		expect(jsonToText(doc)).toBe('one\ntwo\nthree');
	});

	it('raises what is nested deeper than anybody writes, and keeps its words', () => {
		let node: Record<string, unknown> = { type: 'paragraph', content: [{ type: 'text', text: 'deep' }] };
		for (let depth = 0; depth < 5_000; depth += 1) node = { type: 'blockquote', content: [node] };
		expect(jsonToText({ type: 'doc', content: [node] })).toBe('deep');
		isValid({ type: 'doc', content: [node] });
	});

	it('pads the rows of a table and refuses spans beyond it', () => {
		const cell = (text: string, attrs = {}) => ({
			type: 'tableCell',
			attrs,
			content: [{ type: 'text', text }]
		});
		const table = (rows: unknown[][]) => ({
			type: 'table',
			content: rows.map((content) => ({ type: 'tableRow', content }))
		});
		const padded = repairRichText({ content: [table([[cell('a'), cell('b')], [cell('c')]])] });
		expect(padded.content[0]?.content?.map((row) => row.content?.length)).toEqual([2, 2]);
		const spanned = repairRichText({ content: [table([[cell('a', { colspan: 1e9, rowspan: -3 })]])] });
		expect(spanned.content[0]?.content?.[0]?.content?.[0]?.attrs).toMatchObject({ colspan: 100, rowspan: 1 });
	});
});

describe('hostile text', () => {
	it('reads 200 and 20,000 levels of nesting without losing a word', () => {
		for (const depth of [200, 20_000]) {
			const { doc, lost } = markdownToJson(`${'>'.repeat(depth)} deep`);
			expect(jsonToText(doc)).toContain('deep');
			expect(lost.map((one) => one.kind)).toEqual(['nesting']);
		}
		const list = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- item${depth}`).join('\n');
		const text = jsonToText(markdownToJson(list).doc);
		expect(text).toContain('item0');
		expect(text).toContain('item199');
	});

	it('cuts a table at its limit, says so, and keeps the words below it', () => {
		const row = (word: string, cells: number) => `|${` ${word} |`.repeat(cells)}`;
		const wide = markdownToJson([row('h', 150), row('-', 150), row('last', 150)].join('\n'));
		expect(wide.lost).toEqual([{ kind: 'table-size', detail: '2 × 150', line: 1 }]);
		expect(jsonToText(wide.doc).match(/last/g)).toHaveLength(150);
		const long = markdownToJson([row('h', 2), row('-', 2), ...Array(6_000).fill(row('x', 2))].join('\n'));
		expect(long.lost.map((one) => one.kind)).toEqual(['table-size']);
		expect(jsonToText(long.doc).match(/x/g)).toHaveLength(12_000);
	}, 30_000);

	it('drops NUL and other control characters and half characters', () => {
		expect(jsonToText({ content: [{ type: 'text', text: 'a\u0000b\u001b[31m\ud83d' }] })).toBe(
			'ab[31m\ufffd'
		);
		expect(jsonToText(markdownToJson('a\u0000b').doc)).toBe('a\ufffdb');
	});

	it.each([
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		'java\tscript:alert(1)',
		' \u0001javascript:alert(1)',
		'vbscript:x',
		'data:text/html,<script>',
		'file:///etc/passwd',
		'blob:x',
		''
	])('refuses the address %j', (address) => {
		expect(safeLinkAddress(address)).toBeNull();
		expect(safeImageAddress(address)).toBeNull();
		const link = { type: 'text', text: 'word', marks: [{ type: 'link', attrs: { href: address } }] };
		const html = jsonToHtml({ content: [link, { type: 'image', attrs: { src: address, alt: 'seen' } }] });
		expect(html).toBe('<p>wordseen</p>');
	});

	it.each(['https://x.y', 'mailto:a@b.co', '/documents/1', '#part', '?q=1', 'notes.md', './a:b'])(
		'lets the address %j through',
		(address) => expect(safeLinkAddress(address)).toBe(address)
	);

	it('makes HTML in which no text becomes markup', () => {
		const evil = `"><img src=x onerror=alert(1)>'&`;
		const html = jsonToHtml({
			content: [
				{ type: 'text', text: evil, marks: [{ type: 'link', attrs: { href: `/${evil}`, title: evil } }] },
				{ type: 'mention', attrs: { id: evil, label: evil } },
				{ type: 'image', attrs: { src: `/${evil}`, alt: evil, title: evil } },
				{ type: 'codeBlock', attrs: { language: evil }, content: [{ type: 'text', text: evil }] }
			]
		});
		expect(html).not.toMatch(/<img src=x|onerror=alert\(1\)>(?!&)/);
		expect(html.match(/<(?!\/)[a-z]+/g)).toEqual(['<p', '<a', '<span', '<img', '<pre', '<code']);
	});

	it('writes HTML for random documents whose only tags are the known ones', () => {
		const known =
			/^(?:p|h[1-4]|ul|ol|li|blockquote|pre|code|hr|br|img|span|a|strong|em|s|u|label|input|div|table|tbody|tr|th|td)$/;
		fc.assert(
			fc.property(arbitraryDocument, (document) => {
				for (const tag of jsonToHtml(document).matchAll(/<\/?([^\s>]*)/g)) expect(tag[1]).toMatch(known);
			}),
			{ numRuns: 300 }
		);
	}, 30_000);
});

describe('emphasis beside Chinese', () => {
	const bold = (text: string) => ({ type: 'text', text, marks: [{ type: 'bold' }] });
	const plain = (text: string) => ({ type: 'text', text });

	it.each([
		[[bold('中文。'), plain('后面')], '<strong>中文。</strong>后面'],
		[[plain('前'), bold('“引文”'), plain('后')], '前<strong>“引文”</strong>后'],
		[[plain('前'), bold('中文'), plain('后')], '前**中文**后'],
		[[bold('重点：'), plain(' 说明')], '**重点：** 说明']
	])('writes %j so that it reads back', (content, markdown) => {
		const doc = repairRichText({ content });
		expect(jsonToMarkdown(doc)).toBe(`${markdown}\n`);
		expect(markdownToJson(markdown).doc).toEqual(doc);
	});

	it('joins Chinese lines without a space and English lines with one', () => {
		expect(jsonToText(markdownToJson('第一行\n第二行').doc)).toBe('第一行第二行');
		expect(jsonToText(markdownToJson('first\nsecond').doc)).toBe('first second');
	});
});
