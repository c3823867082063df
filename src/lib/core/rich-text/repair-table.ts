/**
 * Owns the repair of tables: rows of cells, every row as wide as the widest, spans within the table. Refuses tables
 * beyond a size nobody edits by hand: what lies outside becomes plain paragraphs below the table.
 */
import { attributeOf, childrenOf, wholeNumber, type Loose } from './loose-node.ts';
import type { RichTextNode } from './schema.ts';

/** Blocks out of loose nodes, at least one; `deeper` counts the levels below the table's own. */
type Blocks = (nodes: readonly Loose[], deeper: number) => RichTextNode[];

export const MOST_COLUMNS = 100;
export const MOST_ROWS = 5_000;

const alignments = new Set(['left', 'center', 'right']);

function repairCell(node: Loose, blocks: Blocks): RichTextNode {
	const isCell = node['type'] === 'tableCell' || node['type'] === 'tableHeader';
	const align = attributeOf(node, 'align');
	const colspan = wholeNumber(attributeOf(node, 'colspan'), 1, MOST_COLUMNS, 1);
	return {
		type: node['type'] === 'tableHeader' ? 'tableHeader' : 'tableCell',
		attrs: {
			colspan,
			rowspan: wholeNumber(attributeOf(node, 'rowspan'), 1, MOST_ROWS, 1),
			colwidth: null,
			align: typeof align === 'string' && alignments.has(align) ? align : null
		},
		content: blocks(isCell ? childrenOf(node) : [node], 1)
	};
}

function emptyCell(type: string): RichTextNode {
	return {
		type,
		attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null },
		content: [{ type: 'paragraph' }]
	};
}

function spans(row: RichTextNode): boolean {
	return (row.content ?? []).some((cell) => cell.attrs?.['colspan'] !== 1 || cell.attrs['rowspan'] !== 1);
}

/** The table, followed by the blocks of whatever did not fit in it; an empty array for a table without cells. */
export function repairTable(node: Loose, blocks: Blocks): RichTextNode[] {
	const rows: RichTextNode[] = [];
	const outside: Loose[] = [];
	for (const child of childrenOf(node)) {
		const found = child['type'] === 'tableRow' ? childrenOf(child) : [child];
		if (rows.length >= MOST_ROWS) {
			outside.push(...found);
			continue;
		}
		outside.push(...found.slice(MOST_COLUMNS));
		const cells = found.slice(0, MOST_COLUMNS).map((cell) => repairCell(cell, blocks));
		if (cells.length > 0) rows.push({ type: 'tableRow', content: cells });
	}
	if (rows.length === 0) return [];
	if (!rows.some(spans)) {
		const width = Math.max(...rows.map((row) => row.content?.length ?? 0));
		for (const row of rows) {
			const type = row.content?.every((cell) => cell.type === 'tableHeader') ? 'tableHeader' : 'tableCell';
			while ((row.content?.length ?? 0) < width) row.content?.push(emptyCell(type));
		}
	}
	const rest = outside.length > 0 ? blocks(outside.flatMap(childrenOf), 0) : [];
	return [{ type: 'table', content: rows }, ...rest];
}
