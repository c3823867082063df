// Proves the way between XmlFragment and JSON: exact for what we wrote, tolerant of damage, gentle to equal blocks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { arbitraryDocument } from '../../../../tests/support/arbitrary-rich-text.ts';
import { fragmentToJson, jsonToFragment } from './fragment.ts';
import { markdownToJson } from './markdown-reader.ts';
import { repairRichText } from './repair.ts';
import { richTextSchema } from './schema.ts';
import { jsonToText } from './text-writer.ts';

function newFragment(): Y.XmlFragment {
	return new Y.Doc().getXmlFragment('body');
}

describe('fragment', () => {
	it('gives back what was written, also over what was there before', () => {
		fc.assert(
			fc.property(arbitraryDocument, arbitraryDocument, (first, second) => {
				const fragment = newFragment();
				jsonToFragment(first, fragment);
				expect(fragmentToJson(fragment)).toEqual(repairRichText(first));
				jsonToFragment(second, fragment);
				expect(fragmentToJson(fragment)).toEqual(repairRichText(second));
			}),
			{ numRuns: 300 }
		);
	}, 60_000);

	it('writes in one transaction with its origin', () => {
		const fragment = newFragment();
		const origins: unknown[] = [];
		fragment.doc?.on('afterTransaction', (transaction: Y.Transaction) => origins.push(transaction.origin));
		jsonToFragment(markdownToJson('# A\n\n- b').doc, fragment, 'import');
		expect(origins).toEqual(['import']);
	});

	it('keeps the blocks that are equal, so that others may go on typing in them', () => {
		const fragment = newFragment();
		jsonToFragment(markdownToJson('one\n\ntwo\n\nthree').doc, fragment);
		const [first, , third] = fragment.toArray();
		jsonToFragment(markdownToJson('one\n\nchanged\n\nthree').doc, fragment);
		expect(fragment.get(0)).toBe(first);
		expect(fragment.get(2)).toBe(third);
	});

	it('an empty document leaves an empty fragment', () => {
		const fragment = newFragment();
		jsonToFragment(markdownToJson('words').doc, fragment);
		jsonToFragment(null, fragment);
		expect(fragment.length).toBe(0);
		expect(fragmentToJson(fragment)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
	});

	it('refuses a fragment without a document, where nothing could be written', () => {
		expect(() => jsonToFragment(null, new Y.XmlFragment())).toThrow(TypeError);
	});

	it('reads a damaged fragment without throwing and without writing, and can be written over', () => {
		const fragment = newFragment();
		const element = new Y.XmlElement('blink');
		const cell = new Y.XmlElement('tableCell');
		const bold = new Y.XmlText();
		const heading = new Y.XmlElement('heading');
		heading.setAttribute('level', 'enormous');
		fragment.insert(0, [
			element,
			heading,
			new Y.XmlHook('hook') as unknown as Y.XmlElement,
			cell,
			new Y.XmlText('loose')
		]);
		heading.insert(0, [bold]);
		bold.insert(0, 'bold', { bold: true, 'italic--AbCdEf12': {}, blink: {}, link: { href: 'javascript:1' } });
		bold.insertEmbed(0, { x: 1 });
		element.insert(0, [new Y.XmlText('inside')]);
		const before = Y.encodeStateVector(fragment.doc as Y.Doc);
		const json = fragmentToJson(fragment);
		richTextSchema.nodeFromJSON(json).check();
		expect(jsonToText(json)).toBe('inside\nbold\nloose');
		expect(json.content[1]).toEqual({
			type: 'heading',
			attrs: { level: 1 },
			content: [{ type: 'text', text: 'bold', marks: [{ type: 'bold' }, { type: 'italic' }] }]
		});
		expect(Y.encodeStateVector(fragment.doc as Y.Doc)).toEqual(before);
		jsonToFragment(json, fragment);
		expect(fragmentToJson(fragment)).toEqual(json);
	});

	it('reads a fragment nested 3,000 deep', () => {
		const fragment = newFragment();
		let inner: Y.XmlFragment = fragment;
		fragment.doc?.transact(() => {
			for (let depth = 0; depth < 3_000; depth += 1) {
				const quote = new Y.XmlElement('blockquote');
				inner.insert(0, [quote]);
				inner = quote;
			}
			inner.insert(0, [new Y.XmlText('deep')]);
		});
		expect(jsonToText(fragmentToJson(fragment))).toBe('deep');
	});
});
