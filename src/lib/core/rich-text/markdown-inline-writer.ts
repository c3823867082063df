/**
 * Owns the writing of one line as Markdown. Each line is read back, as this product and as others read it; if asterisks
 * cannot say it to both (emphasis beside CJK punctuation, overlapping runs), the line is written with inline tags,
 * which every renderer understands.
 */
import { canonicalInline, tidyInline } from './inline-edges.ts';
import { readInlineMarkdown } from './markdown-inline-reader.ts';
import { markdown, MENTION_SCHEME, strictMarkdown } from './markdown-syntax.ts';
import type { RichTextMark, RichTextNode } from './schema.ts';

/** `line` may continue below (a paragraph); `cell` and `heading` must stay on one line. */
export type LinePlace = 'line' | 'heading' | 'cell';

type Spelling = {
	marks: Readonly<Record<string, readonly [string, string]>>;
	escape: (text: string) => string;
	place: LinePlace;
};

const delimiters: Spelling['marks'] = {
	bold: ['**', '**'],
	italic: ['*', '*'],
	strike: ['~~', '~~'],
	underline: ['<u>', '</u>']
};

const tags: Spelling['marks'] = {
	bold: ['<strong>', '</strong>'],
	italic: ['<em>', '</em>'],
	strike: ['<s>', '</s>'],
	underline: ['<u>', '</u>']
};

/** Escapes only what would be read as syntax where it stands, so that prose stays readable. */
function escapeSparingly(text: string): string {
	return text
		.replace(/[\\`*[\]]/g, '\\$&')
		.replace(/_+/g, (run, at: number, whole: string) =>
			/\w/.test(whole[at - 1] ?? '') && /\w/.test(whole[at + run.length] ?? '')
				? run
				: run.replace(/_/g, '\\_')
		)
		.replace(/<(?=[a-zA-Z/!?])/g, '\\<')
		.replace(/&(?=#?\w+;)/g, '\\&')
		.replace(/~(?=~)|(?<=~)~/g, '\\~')
		.replace(/(?<![a-z\d])(https?|ftp|mailto):/gi, '$1\\:')
		.replace(/(?<![a-z\d])(www)\./gi, '$1\\.')
		.replace(/(?<=\S)@(?=\S)/g, '\\@');
}

function escapeEverything(text: string): string {
	return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

function writeCode(text: string): string {
	const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = '`'.repeat(longest + 1);
	// The reader takes one space from each end, also where there are only spaces between them.
	const isPadded = /^`|`$/.test(text) || /^ .+ $/s.test(text);
	return isPadded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

function writeDestination(address: string, title: unknown): string {
	const escaped = address.replace(/[\\<>]|&(?=#?\w+;)/g, '\\$&');
	const target = /^[^\s<>()\\]+$/.test(address) ? escaped : `<${escaped}>`;
	return typeof title === 'string' && title !== ''
		? `${target} "${title.replace(/[\\"&]/g, '\\$&')}"`
		: target;
}

function writeAtom(node: RichTextNode, next: RichTextNode | undefined, spelling: Spelling): string {
	switch (node.type) {
		case 'hardBreak':
			return spelling.place === 'line' && next !== undefined && next.type !== 'hardBreak' ? '\\\n' : '<br>';
		case 'image': {
			const alt = escapeSparingly(String(node.attrs?.['alt'] ?? ''));
			return `![${alt}](${writeDestination(String(node.attrs?.['src'] ?? ''), node.attrs?.['title'])})`;
		}
		case 'mention': {
			const label = escapeSparingly(String(node.attrs?.['label'] ?? ''));
			return `[@${label}](${MENTION_SCHEME}${encodeId(String(node.attrs?.['id'] ?? ''))})`;
		}
		default: {
			const text = node.text ?? '';
			if (node.marks?.some((mark) => mark.type === 'code')) return writeCode(text);
			// A bang before a link would make it a picture.
			const isBang = next !== undefined && text.endsWith('!');
			return isBang ? `${spelling.escape(text.slice(0, -1))}\\!` : spelling.escape(text);
		}
	}
}

/** Also the characters encodeURIComponent leaves, because a parenthesis would end the address. */
function encodeId(id: string): string {
	return encodeURIComponent(id).replace(
		/[!'()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);
}

function sameMark(one: RichTextMark, other: RichTextMark): boolean {
	return one.type === other.type && JSON.stringify(one.attrs) === JSON.stringify(other.attrs);
}

/** How many nodes from `start` carry the mark: longer runs are opened first, so that fewer are cut in two. */
function runLength(nodes: readonly RichTextNode[], start: number, mark: RichTextMark): number {
	const end = nodes.findIndex(
		(_, index) => index >= start && !marksAt(nodes, index).some((other) => sameMark(other, mark))
	);
	return (end === -1 ? nodes.length : end) - start;
}

function openMark(mark: RichTextMark, spelling: Spelling): string {
	return mark.type === 'link' ? '[' : (spelling.marks[mark.type]?.[0] ?? '');
}

function closeMark(mark: RichTextMark, spelling: Spelling): string {
	if (mark.type !== 'link') return spelling.marks[mark.type]?.[1] ?? '';
	return `](${writeDestination(String(mark.attrs?.['href'] ?? ''), mark.attrs?.['title'])})`;
}

function autolink(node: RichTextNode): string | null {
	const [mark, ...others] = node.marks ?? [];
	const href = mark?.type === 'link' && others.length === 0 ? String(mark.attrs?.['href'] ?? '') : '';
	const isSame = node.text === href && (mark?.attrs?.['title'] ?? null) === null;
	return isSame && /^https?:\/\/[^\s<>]+$/.test(href) ? `<${href}>` : null;
}

function spell(nodes: readonly RichTextNode[], spelling: Spelling): string {
	let written = '';
	const open: RichTextMark[] = [];
	const closeDownTo = (depth: number) => {
		while (open.length > depth) written += closeMark(open.pop() as RichTextMark, spelling);
	};
	nodes.forEach((node, index) => {
		const wanted = marksAt(nodes, index);
		const keep = open.findIndex((mark) => !wanted.some((other) => sameMark(mark, other)));
		if (keep !== -1) closeDownTo(keep);
		const link = open.length === 0 ? autolink(node) : null;
		if (link !== null && !hasLinkOf(nodes[index + 1], node)) {
			written += link;
			return;
		}
		const missing = wanted
			.filter((mark) => !open.some((other) => sameMark(mark, other)))
			.map((mark) => ({ mark, length: runLength(nodes, index, mark) }))
			.sort((one, other) => other.length - one.length);
		for (const { mark } of missing) {
			written += openMark(mark, spelling);
			open.push(mark);
		}
		written += writeAtom(node, nodes[index + 1], spelling);
	});
	closeDownTo(0);
	return written;
}

/** A break within bold words does not end the bold, though it carries no marks itself. */
function marksAt(nodes: readonly RichTextNode[], index: number): RichTextMark[] {
	const marksOf = (node: RichTextNode | undefined) =>
		(node?.marks ?? []).filter((mark) => mark.type !== 'code');
	const node = nodes[index];
	if (node?.type !== 'hardBreak') return marksOf(node);
	const after = marksOf(nodes[index + 1]);
	return marksOf(nodes[index - 1]).filter((mark) => after.some((other) => sameMark(mark, other)));
}

function hasLinkOf(next: RichTextNode | undefined, node: RichTextNode): boolean {
	const link = node.marks?.[0];
	return link !== undefined && (next?.marks?.some((mark) => sameMark(mark, link)) ?? false);
}

/** The line as Markdown; reading it gives the same line back, up to white space at its ends. */
export function writeInline(content: readonly RichTextNode[], place: LinePlace): string {
	const line = tidyInline(content);
	if (line.length === 0) return '';
	const expected = JSON.stringify(canonicalInline(line));
	const spellings: Spelling[] = [
		{ marks: delimiters, escape: escapeSparingly, place },
		{ marks: tags, escape: escapeSparingly, place },
		{ marks: tags, escape: escapeEverything, place }
	];
	const says = (written: string, dialect: typeof markdown) =>
		JSON.stringify(readInlineMarkdown(written, dialect)) === expected;
	let written = '';
	for (const spelling of spellings) {
		written = spell(line, spelling);
		if (says(written, markdown) && says(written, strictMarkdown)) break;
	}
	return written;
}
