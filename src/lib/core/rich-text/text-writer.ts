/**
 * Owns rich text as plain text: one line per block, a tab between cells, "@Name" for people. Made for search,
 * summaries and comparing; refuses nothing, since its input is repaired before.
 */
import { repairRichText } from './repair.ts';
import type { RichTextNode } from './schema.ts';

function inlineText(nodes: readonly RichTextNode[] = []): string {
	return nodes
		.map((node) => {
			if (node.type === 'hardBreak') return '\n';
			if (node.type === 'mention') return `@${String(node.attrs?.['label'] ?? '')}`;
			if (node.type === 'image') return String(node.attrs?.['alt'] ?? '');
			return node.text ?? '';
		})
		.join('');
}

function blockLines(node: RichTextNode): string[] {
	switch (node.type) {
		case 'paragraph':
		case 'heading':
		case 'codeBlock':
			return [inlineText(node.content)];
		case 'horizontalRule':
			return [];
		case 'tableRow':
			return [(node.content ?? []).map((cell) => blocksText(cell.content).replaceAll('\n', ' ')).join('\t')];
		default:
			return (node.content ?? []).flatMap(blockLines);
	}
}

function blocksText(nodes: readonly RichTextNode[] = []): string {
	return nodes.flatMap(blockLines).join('\n');
}

/** The words of a document (any value: it is repaired first), blocks parted by line ends. */
export function jsonToText(json: unknown): string {
	return blocksText(repairRichText(json).content);
}
