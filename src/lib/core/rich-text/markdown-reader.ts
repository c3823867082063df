/**
 * Owns the reading of Markdown into a document. What the document cannot say is named in `lost`, with its line; words
 * are always kept. Never throws, whatever the text.
 */
import type { Token } from 'markdown-it';
import { DEEPEST_HEADING } from './extensions.ts';
import { readInlineTokens, type Losing, type LostContent } from './markdown-inline-reader.ts';
import { markdown } from './markdown-syntax.ts';
import { repairRichText } from './repair.ts';
import { MOST_COLUMNS, MOST_ROWS } from './repair-table.ts';
import type { RichTextJson, RichTextNode } from './schema.ts';
import { hasBox, splitTasks } from './task-lists.ts';

type Reading = { tokens: readonly Token[]; position: number; line: number; lost: LostContent[] };

const containers: Readonly<Record<string, string>> = {
	blockquote_open: 'blockquote',
	bullet_list_open: 'bulletList',
	ordered_list_open: 'orderedList',
	list_item_open: 'listItem',
	table_open: 'table',
	tr_open: 'tableRow',
	th_open: 'tableHeader',
	td_open: 'tableCell'
};

function losing(reading: Reading): Losing {
	const line = reading.line + 1;
	return (kind, detail) => {
		reading.lost.push({ kind, detail: detail.slice(0, 200), line });
	};
}

function attributesOf(token: Token): Record<string, unknown> | undefined {
	if (token.type === 'ordered_list_open') return { start: Number(token.attrGet('start') ?? 1) };
	const align = /text-align:(\w+)/.exec(token.attrGet('style') ?? '')?.[1];
	return align === undefined ? undefined : { align };
}

/** Reads until the container closes; the recursion is bounded by the dialect's nesting limit. */
function readBlocks(reading: Reading): RichTextNode[] {
	const blocks: RichTextNode[] = [];
	for (; reading.position < reading.tokens.length; reading.position += 1) {
		const token = reading.tokens[reading.position] as Token;
		if (token.nesting === -1 && !isSkipped(token)) return blocks;
		if (token.map !== null) reading.line = token.map[0];
		blocks.push(...readBlock(token, reading));
	}
	return blocks;
}

/** thead and tbody only wrap rows; closings of lines are met right after their inline token. */
function isSkipped(token: Token): boolean {
	return ['thead', 'tbody'].includes(token.tag) || /^(?:paragraph|heading)_close$/.test(token.type);
}

function readBlock(token: Token, reading: Reading): RichTextNode[] {
	const container = containers[token.type];
	if (container !== undefined) {
		const lose = losing(reading);
		reading.position += 1;
		const node: RichTextNode = { type: container, content: readBlocks(reading) };
		const attrs = attributesOf(token);
		if (attrs !== undefined) node.attrs = attrs;
		return finish(node, lose);
	}
	switch (token.type) {
		case 'heading_open':
			return [readHeading(token, reading)];
		case 'inline': {
			// A line of nothing but unusual spaces is no paragraph: it could not be written again.
			const content = readInlineTokens(token.children ?? [], losing(reading));
			if (content.length === 0) return [];
			return [{ type: 'paragraph', content, ...(hasBox(token.content) && { attrs: { hasBox: true } }) }];
		}
		case 'literal':
			losing(reading)('nesting', token.content);
			return [{ type: 'paragraph', content: [{ type: 'text', text: token.content.replace(/\s+/g, ' ') }] }];
		case 'fence':
		case 'code_block':
			return [readCode(token)];
		case 'hr':
			return [{ type: 'horizontalRule' }];
		default:
			return [];
	}
}

function readHeading(token: Token, reading: Reading): RichTextNode {
	reading.position += 1;
	const line = reading.tokens[reading.position];
	const level = Number(token.tag.slice(1));
	if (level > DEEPEST_HEADING)
		losing(reading)('heading-level', `${'#'.repeat(level)} ${line?.content ?? ''}`);
	return {
		type: 'heading',
		attrs: { level: Math.min(level, DEEPEST_HEADING) },
		content: readInlineTokens(line?.children ?? [], losing(reading))
	};
}

function readCode(token: Token): RichTextNode {
	const text = token.content.endsWith('\n') ? token.content.slice(0, -1) : token.content;
	const language = markdown.utils.unescapeAll(token.info).trim();
	return {
		type: 'codeBlock',
		attrs: { language: language === '' ? null : language },
		content: [{ type: 'text', text }]
	};
}

function finish(node: RichTextNode, lose: Losing): RichTextNode[] {
	if (node.type === 'bulletList') return splitTasks(node);
	if (node.type !== 'table') return [node];
	const rows = node.content ?? [];
	const columns = rows[0]?.content?.length ?? 0;
	if (columns > MOST_COLUMNS || rows.length > MOST_ROWS) lose('table-size', `${rows.length} × ${columns}`);
	// A table without headings is written under an empty heading row, because Markdown demands one.
	const isHeadless = rows.length > 1 && rows[0]?.content?.every((cell) => isEmptyCell(cell));
	return [isHeadless === true ? { ...node, content: rows.slice(1) } : node];
}

function isEmptyCell(cell: RichTextNode): boolean {
	return (cell.content ?? []).every((block) => (block.content ?? []).length === 0);
}

/** Markdown as a document, and what could not be said in it. */
export function markdownToJson(source: string): { doc: RichTextJson; lost: LostContent[] } {
	const reading: Reading = {
		tokens: markdown.parse(source.toWellFormed(), {}),
		position: 0,
		line: 0,
		lost: []
	};
	return { doc: repairRichText({ type: 'doc', content: readBlocks(reading) }), lost: reading.lost };
}
