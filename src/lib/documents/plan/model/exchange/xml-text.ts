// Just enough XML for data files: elements, text, CDATA, comments, character and the five named entities. Prefixes are cut
// off, attributes passed over. A document type is refused: it is what entity bombs and fetched files are made with.

import { AppError } from '#lib/core/errors.ts';

export interface XmlElement {
	readonly name: string;
	readonly children: XmlElement[];
	/** The text right in this element, pieces joined. */
	text: string;
}

const DEPTH_MAX = 200;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The root element. Throws AppError('invalid') with the line where the text is not XML. One pass, so that a hostile text
 * costs no more than a sound one of its length.
 */
export function readXml(text: string): XmlElement {
	const top: XmlElement = { name: '', children: [], text: '' };
	const open = [top];
	let at = 0;
	/** Where the next `mark` ends. */
	const after = (mark: string, from: number): number => {
		const found = text.indexOf(mark, from);
		if (found < 0) throw notXml(text, at);
		return found + mark.length;
	};
	while (at < text.length) {
		const inside = open.at(-1) ?? top;
		if (text[at] !== '<') {
			const end = text.indexOf('<', at);
			const words = text.slice(at, end < 0 ? text.length : end);
			inside.text += decode(words);
			at += words.length;
		} else if (text.startsWith('<!--', at)) at = after('-->', at + 4);
		else if (text.startsWith('<?', at)) at = after('?>', at + 2);
		else if (text.startsWith('<![CDATA[', at)) {
			const end = after(']]>', at + 9);
			inside.text += text.slice(at + 9, end - 3);
			at = end;
		} else if (text.startsWith('<!', at)) throw hasDocumentType(text, at);
		else {
			const end = endOfTag(text, at);
			const tag = text.slice(at + 1, end - 1);
			const isEnd = tag.startsWith('/');
			const fullName = /^\/?([^\s/]+)/.exec(tag)?.[1];
			if (end === 0 || fullName === undefined) throw notXml(text, at);
			const name = fullName.slice(fullName.indexOf(':') + 1);
			if (isEnd) {
				if (open.length < 2 || inside.name !== name) throw notXml(text, at);
				open.pop();
			} else {
				const element: XmlElement = { name, children: [], text: '' };
				inside.children.push(element);
				if (!tag.endsWith('/')) open.push(element);
				if (open.length > DEPTH_MAX) throw notXml(text, at);
			}
			at = end;
		}
	}
	const [root] = top.children;
	if (open.length > 1 || !root) throw notXml(text, at);
	return root;
}

/** Behind its `>`; a `>` in a quoted attribute is none. 0 where the tag never ends. */
function endOfTag(text: string, from: number): number {
	let quote = '';
	for (let at = from; at < text.length; at++) {
		const character = text[at] ?? '';
		if (quote !== '') {
			if (character === quote) quote = '';
		} else if (character === '"' || character === "'") quote = character;
		else if (character === '>') return at + 1;
	}
	return 0;
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
	return element?.children.filter((child) => child.name === name) ?? [];
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
	return element?.children.find((child) => child.name === name);
}

/** The trimmed text of a child; '' where there is none. */
export function textIn(element: XmlElement | undefined, name: string): string {
	return childNamed(element, name)?.text.trim() ?? '';
}

function decode(text: string): string {
	return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
		if (name !== undefined) return NAMED[String(name)] ?? whole;
		const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
		return code <= 0x10_ffff ? String.fromCodePoint(code).toWellFormed() : whole;
	});
}

function hasDocumentType(text: string, at: number): AppError {
	const line = text.slice(0, at).split('\n').length;
	const message = `The XML declares a document type in line ${line}, which is not accepted; export the file again without it`;
	return new AppError('invalid', { line }, [
		{ path: '', code: 'xml-document-type', message, params: { line } }
	]);
}

function notXml(text: string, at: number): AppError {
	const line = text.slice(0, at).split('\n').length;
	const message = `Not valid XML from line ${line}`;
	return new AppError('invalid', { line }, [{ path: '', code: 'not-xml', message, params: { line } }]);
}

export type XmlTree = readonly [name: string, content: string | number | readonly (XmlTree | null)[]];

/** null entries are left out; characters that XML cannot carry too. */
export function writeXml([name, content]: XmlTree, indent = ''): string {
	if (typeof content !== 'object')
		return `${indent}<${name}>${encode(String(content))}</${nameOnly(name)}>\n`;
	const inner = content.map((child) => (child ? writeXml(child, `${indent}\t`) : '')).join('');
	return `${indent}<${name}>\n${inner}${indent}</${nameOnly(name)}>\n`;
}

function nameOnly(name: string): string {
	return name.split(' ', 1)[0] ?? name;
}

function encode(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('\r', '&#13;');
}
