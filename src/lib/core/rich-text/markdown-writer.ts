/**
 * Owns the writing of a document as Markdown that reads back as the same document. What Markdown cannot say (empty
 * paragraphs, merged cells, blocks inside cells, list numbering styles) is named in this folder's README.
 */
import { writeInline } from './markdown-inline-writer.ts';
import { writeTable } from './markdown-table-writer.ts';
import { repairRichText } from './repair.ts';
import type { RichTextNode } from './schema.ts';

const blockStarts: readonly (readonly [RegExp, string])[] = [
	[/^(#{1,6})(?=\s|$)/, '\\$1'],
	[/^>/, '\\>'],
	[/^([-+])(?=\s|$)/, '\\$1'],
	[/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'],
	[/^(=+|-+)(?=\s*$)/, '\\$1'],
	[/^(?=[|:\s-]*-[|:\s-]*$)/, '\\'],
	[/^(?=~~~)/, '\\']
];

/** Keeps the lines of a paragraph from being read as headings, lists, quotes, rules or tables. */
function escapeLineStarts(markdown: string): string {
	return markdown
		.split('\n')
		.map((line) => blockStarts.reduce((text, [start, escaped]) => text.replace(start, escaped), line))
		.join('\n');
}

export function isEmptyParagraph(node: RichTextNode | undefined): boolean {
	return node?.type === 'paragraph' && writeInline(node.content ?? [], 'line') === '';
}

function indent(lines: readonly string[], first: string, others: string): string[] {
	return lines.map((line, index) => {
		const prefix = index === 0 ? first : others;
		return line === '' ? prefix.trimEnd() : `${prefix}${line}`;
	});
}

function writeHeading(node: RichTextNode): string {
	const marks = '#'.repeat(Number(node.attrs?.['level'] ?? 1));
	const words = writeInline(node.content ?? [], 'heading').replace(/(^|\s)(#+)$/, '$1\\$2');
	return `${marks} ${words}`.trimEnd();
}

function writeCode(node: RichTextNode): string[] {
	const text = node.content?.[0]?.text ?? '';
	const language = String(node.attrs?.['language'] ?? '');
	const marker = language.includes('`') ? '~' : '`';
	const runs = text.match(marker === '~' ? /~+/g : /`+/g) ?? [];
	const fence = marker.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
	// Backslashes and entities are read in an info string.
	const info = language.replace(/\\/g, '\\\\').replace(/&(?=#?\w+;)/g, '\\&');
	// A space keeps an info string's own tildes from making the fence longer.
	const gap = language.startsWith(marker) ? ' ' : '';
	return [`${fence}${gap}${info}`, ...text.split('\n'), fence];
}

/** A list may follow a paragraph without a blank line only where CommonMark lets it interrupt one. */
function isTight(list: RichTextNode): boolean {
	return (list.content ?? []).every((item) => {
		const [first, second, ...rest] = item.content ?? [];
		if (isEmptyParagraph(first)) return second === undefined;
		if (second === undefined) return true;
		const isInterrupting =
			(second.type === 'bulletList' || second.type === 'taskList' || second.attrs?.['start'] === 1) &&
			!isEmptyParagraph(second.content?.[0]?.content?.[0]);
		return rest.length === 0 && second.content !== undefined && isInterrupting && isTight(second);
	});
}

function itemMarker(list: RichTextNode, index: number, isOther: boolean): string {
	if (list.type !== 'orderedList') return isOther ? '*' : '-';
	const number = Math.min(999_999_999, Number(list.attrs?.['start'] ?? 1) + index);
	return `${number}${isOther ? ')' : '.'}`;
}

/** What the blocks stand in: an item with this marker, or null outside of lists. */
type Inside = '-' | '*' | 'number' | null;

function writeItem(item: RichTextNode, marker: string, tight: boolean): string[] {
	const inside: Inside = marker === '-' || marker === '*' ? marker : 'number';
	const box = item.type === 'taskItem' ? (item.attrs?.['checked'] === true ? '[x]' : '[ ]') : null;
	const blocks = [...(item.content ?? [])];
	let lines: string[];
	if (box === null) {
		lines = writeBlocks(blocks, tight, inside);
	} else {
		const first = blocks.shift();
		const words = writeInline(first?.content ?? [], 'line').split('\n');
		const rest = writeBlocks(blocks, tight, inside);
		const opening = `${box} ${words[0] ?? ''}`.trimEnd();
		lines = [
			opening,
			...escapeLineStarts(words.slice(1).join('\n'))
				.split('\n')
				.filter((line) => line !== '')
		];
		if (rest.length > 0) lines.push(...(tight ? [] : ['']), ...rest);
	}
	if (lines.length === 0) return [marker];
	return indent(lines, `${marker} `, ' '.repeat(marker.length + 1));
}

function writeList(list: RichTextNode, isOther: boolean): string[] {
	const tight = isTight(list);
	return (list.content ?? []).flatMap((item, index) => {
		const lines = writeItem(item, itemMarker(list, index, isOther), tight);
		return index === 0 || tight ? lines : ['', ...lines];
	});
}

function writeBlock(node: RichTextNode, isOther: boolean, inside: Inside): string[] {
	switch (node.type) {
		case 'paragraph':
			return escapeLineStarts(writeInline(node.content ?? [], 'line')).split('\n');
		case 'heading':
			return [writeHeading(node)];
		case 'codeBlock':
			return writeCode(node);
		case 'horizontalRule':
			// A rule of dashes right after an item's dash would be one long rule.
			return [inside === null ? '---' : '___'];
		case 'blockquote': {
			const lines = writeBlocks(node.content ?? [], false, null);
			return lines.length === 0 ? ['>'] : indent(lines, '> ', '> ');
		}
		case 'table':
			return writeTable(node);
		default:
			return writeList(node, isOther);
	}
}

/** Lists that stand side by side would be read as one, unless their markers differ. */
function listFamily(node: RichTextNode): string | null {
	if (node.type === 'orderedList') return 'ordered';
	return node.type === 'bulletList' || node.type === 'taskList' ? 'bullet' : null;
}

function writeBlocks(nodes: readonly RichTextNode[], tight: boolean, inside: Inside): string[] {
	const lines: string[] = [];
	// A list right at the start of an item takes the other marker: `- - -` would be a rule.
	let previous: string | null = inside === '-' ? 'bullet' : null;
	let wasOther = false;
	for (const node of nodes) {
		if (isEmptyParagraph(node)) continue;
		const family = listFamily(node);
		wasOther = family !== null && family === previous && !wasOther;
		previous = family;
		const block = writeBlock(node, wasOther, inside);
		if (lines.length > 0 && !tight) lines.push('');
		lines.push(...block);
	}
	return lines;
}

/** The document (any value: it is repaired first) as Markdown; ends with a line end unless empty. */
export function jsonToMarkdown(json: unknown): string {
	const lines = writeBlocks(repairRichText(json).content, false, null);
	return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
