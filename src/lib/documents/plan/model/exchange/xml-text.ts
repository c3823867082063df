// Just enough XML for data files: elements, text, CDATA, comments, character and the five named entities. Prefixes are cut
// off, attributes passed over. A document type is skipped, never obeyed: no entity is declared, nothing is fetched.

import { AppError } from '#lib/core/errors.ts';

export interface XmlElement {
	readonly name: string;
	readonly children: XmlElement[];
	/** The text right in this element, pieces joined. */
	text: string;
}

const DEPTH_MAX = 200;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const TOKEN =
	/<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/g;

/** The root element. Throws AppError('invalid') with the line where the text is not XML. */
export function readXml(text: string): XmlElement {
	const top: XmlElement = { name: '', children: [], text: '' };
	const open = [top];
	let end = 0;
	for (const match of text.matchAll(TOKEN)) {
		if (match.index !== end) throw notXml(text, end);
		end = match.index + match[0].length;
		const [, data, slash, fullName, attributes, words] = match;
		const inside = open.at(-1) ?? top;
		if (words !== undefined) inside.text += decode(words);
		else if (data !== undefined) inside.text += data;
		else if (fullName !== undefined) {
			const name = fullName.slice(fullName.indexOf(':') + 1);
			if (slash) {
				if (open.length < 2 || inside.name !== name) throw notXml(text, match.index);
				open.pop();
			} else {
				const element: XmlElement = { name, children: [], text: '' };
				inside.children.push(element);
				if (!attributes?.endsWith('/') && !match[0].endsWith('/>')) open.push(element);
				if (open.length > DEPTH_MAX) throw notXml(text, match.index);
			}
		}
	}
	const [root] = top.children;
	if (end !== text.length || open.length > 1 || !root) throw notXml(text, end);
	return root;
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
