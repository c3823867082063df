/**
 * Owns the writing of tables. Markdown's cells hold one line each: several blocks are joined by <br>, merged cells are
 * written once and followed by empty ones, and a table without a heading row gets an empty one.
 */
import { writeInline } from './markdown-inline-writer.ts';
import type { RichTextNode } from './schema.ts';

const rules: Readonly<Record<string, string>> = { left: ':---', center: ':---:', right: '---:' };

/** Every line of words under a block, in order. */
function linesOf(node: RichTextNode): RichTextNode[][] {
	if (node.type === 'codeBlock') {
		const text = (node.content?.[0]?.text ?? '').replaceAll('\n', ' ');
		return text === '' ? [] : [[{ type: 'text', text, marks: [{ type: 'code' }] }]];
	}
	if (node.type === 'paragraph' || node.type === 'heading') return [node.content ?? []];
	return (node.content ?? []).flatMap(linesOf);
}

function writeCell(cell: RichTextNode): string {
	return (cell.content ?? [])
		.flatMap(linesOf)
		.map((line) => writeInline(line, 'cell'))
		.filter((words) => words !== '')
		.join('<br>')
		.replaceAll('|', '\\|');
}

function spread(row: RichTextNode): (RichTextNode | null)[] {
	return (row.content ?? []).flatMap((cell) => [
		cell,
		...Array.from({ length: Number(cell.attrs?.['colspan'] ?? 1) - 1 }, () => null)
	]);
}

function rowOf(cells: readonly string[]): string {
	return `| ${cells.join(' | ')} |`;
}

export function writeTable(table: RichTextNode): string[] {
	const rows = (table.content ?? []).map(spread);
	const width = Math.max(...rows.map((row) => row.length));
	const written = rows.map((row) =>
		Array.from({ length: width }, (_, column) => {
			const cell = row[column];
			return cell === undefined || cell === null ? '' : writeCell(cell);
		})
	);
	const align = Array.from(
		{ length: width },
		(_, column) => rules[String(rows[0]?.[column]?.attrs?.['align'] ?? '')] ?? '---'
	);
	const hasHeading = rows[0]?.every((cell) => cell === null || cell.type === 'tableHeader') ?? false;
	const heading = hasHeading ? written[0] : Array.from({ length: width }, () => '');
	const body = hasHeading ? written.slice(1) : written;
	return [rowOf(heading ?? []), rowOf(align), ...body.map(rowOf)];
}
