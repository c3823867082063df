/**
 * Owns the reading of one line of Markdown tokens into inline content. Words are never dropped: a tag without its
 * twin, a link with a refused address, a picture that may not be shown leave their text.
 */
import type { Token } from 'markdown-it';
import { tidyInline } from './inline-edges.ts';
import { MENTION_SCHEME, markdown, tagMarks } from './markdown-syntax.ts';
import { repairInline } from './repair-inline.ts';
import { safeImageAddress, safeLinkAddress } from './safe-url.ts';
import type { RichTextMark, RichTextNode } from './schema.ts';

/** What a Markdown text said that the document cannot say; `detail` quotes it, `line` counts from 1. */
export type LostContent = {
	kind: 'heading-level' | 'link-address' | 'image-address' | 'image-link' | 'table-size' | 'nesting';
	detail: string;
	line: number;
};

export type Losing = (kind: LostContent['kind'], detail: string) => void;

const delimiterMarks: Readonly<Record<string, string>> = {
	strong_open: 'bold',
	em_open: 'italic',
	s_open: 'strike'
};

/** Indexes of tags that have their twin in the same line; the others are words. */
function pairedTags(tokens: readonly Token[]): ReadonlySet<number> {
	const paired = new Set<number>();
	const open = new Map<string, number[]>();
	tokens.forEach((token, index) => {
		if (token.type !== 'inline_tag' || token.tag === 'br') return;
		const waiting = open.get(token.tag) ?? [];
		open.set(token.tag, waiting);
		if (token.info === '') waiting.push(index);
		else {
			const twin = waiting.pop();
			if (twin !== undefined) paired.add(twin).add(index);
		}
	});
	return paired;
}

/** A bare `example.com` is words: GitHub links only what starts with a scheme or www, and e-mail addresses. */
function isPlainWord(token: Token, label: string): boolean {
	return token.markup === 'linkify' && !/^(?:https?:\/\/|www\.|mailto:)|^[^/]+@/i.test(label);
}

const cjk = /[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

function isWithinChinese(before: string | undefined, after: string | undefined): boolean {
	return cjk.test(before?.at(-1) ?? '') && cjk.test(after?.[0] ?? '');
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The words of tokens; markdown-it's own reading of a description forgets escaped characters. */
function wordsOf(tokens: readonly Token[]): string {
	return tokens
		.map((token) => {
			if (token.type === 'softbreak' || token.type === 'hardbreak' || token.tag === 'br') return ' ';
			return token.type === 'image' ? wordsOf(token.children ?? []) : token.content;
		})
		.join('');
}

function linkLabel(tokens: readonly Token[], start: number): { label: string; end: number } {
	let end = start + 1;
	let depth = 1;
	for (; end < tokens.length; end += 1) {
		if (tokens[end]?.type === 'link_open') depth += 1;
		if (tokens[end]?.type === 'link_close') depth -= 1;
		if (depth === 0) break;
	}
	return { label: wordsOf(tokens.slice(start + 1, end)), end };
}

/** Tokens of one line as inline content, tidied and canonical. */
export function readInlineTokens(tokens: readonly Token[], lose: Losing): RichTextNode[] {
	const nodes: RichTextNode[] = [];
	const active: RichTextMark[] = [];
	const paired = pairedTags(tokens);
	const add = (node: RichTextNode) => nodes.push(active.length > 0 ? { ...node, marks: [...active] } : node);
	const text = (words: string) => {
		if (words !== '') add({ type: 'text', text: words });
	};
	const open = (type: string) => active.push({ type });
	const close = (type: string) => {
		const index = active.findLastIndex((mark) => mark.type === type);
		if (index !== -1) active.splice(index, 1);
	};
	for (let index = 0; index < tokens.length; index += 1) {
		const token = tokens[index] as Token;
		switch (token.type) {
			case 'code_inline':
				open('code');
				text(token.content);
				close('code');
				break;
			case 'softbreak':
				text(isWithinChinese(nodes.at(-1)?.text, tokens[index + 1]?.content) ? '' : ' ');
				break;
			case 'hardbreak':
				add({ type: 'hardBreak' });
				break;
			case 'inline_tag': {
				const mark = tagMarks[token.tag];
				if (token.tag === 'br') add({ type: 'hardBreak' });
				else if (mark === undefined || !paired.has(index)) text(token.content);
				else if (token.info === '') open(mark);
				else close(mark);
				break;
			}
			case 'image': {
				const alt = wordsOf(token.children ?? []);
				const src = token.attrGet('src');
				if (safeImageAddress(src) === null) lose('image-address', src ?? '');
				const link = active.find((mark) => mark.type === 'link');
				if (link !== undefined) lose('image-link', String(link.attrs?.['href'] ?? ''));
				add({ type: 'image', attrs: { src, alt, title: token.attrGet('title') } });
				break;
			}
			case 'link_open': {
				const href = token.attrGet('href') ?? '';
				const { label, end } = linkLabel(tokens, index);
				if (href.startsWith(MENTION_SCHEME)) {
					const id = decode(href.slice(MENTION_SCHEME.length));
					add({ type: 'mention', attrs: { id, label: label.replace(/^@/, '') || id } });
					index = end;
				} else if (safeLinkAddress(href) === null) lose('link-address', href);
				else if (!isPlainWord(token, label)) {
					active.push({ type: 'link', attrs: { href, title: token.attrGet('title') } });
					if (end === index + 1) text(href);
				}
				break;
			}
			case 'link_close':
				close('link');
				break;
			default: {
				const mark = delimiterMarks[token.type] ?? delimiterMarks[token.type.replace('_close', '_open')];
				if (mark === undefined) text(token.content);
				else if (token.nesting === 1) open(mark);
				else close(mark);
			}
		}
	}
	return tidyInline(repairInline(nodes));
}

/** One line of Markdown (no blocks) as inline content, by this product's dialect or by a stricter one. */
export function readInlineMarkdown(source: string, dialect = markdown): RichTextNode[] {
	const tokens = dialect.parseInline(source, {})[0]?.children ?? [];
	return readInlineTokens(tokens, () => {});
}
