/**
 * Owns the one spelling of a line that Markdown can say: no white space at the ends of a line or around a break, and
 * none at the ends of bold, italic, struck or underlined words. Reading and writing Markdown both pass through here,
 * which is what makes the round trip exact.
 */
import { richTextSchema, type RichTextNode } from './schema.ts';

const emphasis = ['bold', 'italic', 'strike', 'underline'] as const;

function isBlank(node: RichTextNode): boolean {
	return node.type === 'hardBreak' || (node.type === 'text' && (node.text ?? '').trim() === '');
}

function hasMark(node: RichTextNode, type: string): boolean {
	return node.marks?.some((mark) => mark.type === type) ?? false;
}

/** Text nodes cut into blank and other pieces, so that marks can be taken from the blank ones. */
function cutBlanks(nodes: readonly RichTextNode[]): RichTextNode[] {
	return nodes.flatMap((node) => {
		if (node.type !== 'text' || hasMark(node, 'code')) return [{ ...node }];
		const pieces = /^(\s*)([\s\S]*?)(\s*)$/.exec(node.text ?? '')?.slice(1) ?? [];
		return pieces.filter((text) => text !== '').map((text) => ({ ...node, text }));
	});
}

function withoutMark(node: RichTextNode, type: string): void {
	const rest = node.marks?.filter((mark) => mark.type !== type) ?? [];
	if (rest.length > 0) node.marks = rest;
	else delete node.marks;
}

/** Takes the mark from the blank pieces at both ends of each run of it. */
function trimMark(nodes: RichTextNode[], type: string): void {
	let start = 0;
	while (start < nodes.length) {
		let end = start;
		for (let node = nodes[end]; node !== undefined && hasMark(node, type); node = nodes[end]) end += 1;
		const run = nodes.slice(start, end);
		const first = run.findIndex((node) => !isPlainBlank(node));
		const last = run.findLastIndex((node) => !isPlainBlank(node));
		run.forEach((node, index) => {
			if (first === -1 || index < first || index > last) withoutMark(node, type);
		});
		start = Math.max(end, start + 1);
	}
}

function isPlainBlank(node: RichTextNode): boolean {
	return isBlank(node) && !hasMark(node, 'code');
}

/** Canonical inline content: neighbours with equal marks joined, marks in the schema's order. */
export function canonicalInline(nodes: readonly RichTextNode[]): RichTextNode[] {
	const paragraph = richTextSchema
		.nodeFromJSON({ type: 'paragraph', content: nodes })
		.toJSON() as RichTextNode;
	return paragraph.content ?? [];
}

function trimBreaks(nodes: RichTextNode[]): RichTextNode[] {
	const isEdge = (node: RichTextNode | undefined) => node === undefined || node.type === 'hardBreak';
	const trimmed: RichTextNode[] = [];
	nodes.forEach((node, index) => {
		if (node.type !== 'text' || hasMark(node, 'code')) {
			trimmed.push(node);
			return;
		}
		let text = node.text ?? '';
		if (isEdge(trimmed.at(-1))) text = text.trimStart();
		if (isEdge(nodes[index + 1])) text = text.trimEnd();
		if (text !== '') trimmed.push({ ...node, text });
	});
	return trimmed;
}

export function tidyInline(nodes: readonly RichTextNode[]): RichTextNode[] {
	const pieces = cutBlanks(nodes);
	for (const type of emphasis) trimMark(pieces, type);
	let line = canonicalInline(pieces);
	// A trimmed piece may bare another one beside it: trim until nothing changes (each pass removes text).
	for (let size = -1; size !== line.length + textLength(line);) {
		size = line.length + textLength(line);
		line = canonicalInline(trimBreaks(line));
	}
	return line;
}

function textLength(nodes: readonly RichTextNode[]): number {
	return nodes.reduce((sum, node) => sum + (node.text?.length ?? 0), 0);
}
