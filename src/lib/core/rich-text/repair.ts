/**
 * Owns the reading of untrusted rich text: any value at all becomes a document that is valid in the schema, in its
 * canonical spelling, without throwing. Words are kept wherever they were found; what is refused is structure the
 * schema does not know, unsafe addresses, control characters and nesting deeper than anybody writes.
 */
import { attributeOf, childrenOf, isLoose, paragraphOf, wholeNumber, type Loose } from './loose-node.ts';
import { richTextSchema, type RichTextJson, type RichTextNode } from './schema.ts';
import { cleanText, repairInline, textOf } from './repair-inline.ts';
import { repairTable } from './repair-table.ts';

/** Deepest nesting of blocks kept; what lies deeper is raised to this level. */
export const DEEPEST_NESTING = 100;

const inlineTypes = new Set(['text', 'hardBreak', 'image', 'mention']);

/** Blocks out of anything: loose inline content is gathered into paragraphs, unknown nodes give way to their content. */
function repairBlocks(nodes: readonly Loose[], depth: number): RichTextNode[] {
	const blocks: RichTextNode[] = [];
	let line: Loose[] = [];
	const endLine = () => {
		if (line.length === 0) return;
		const content = repairInline(line);
		if (content.length > 0) blocks.push(paragraphOf(content));
		line = [];
	};
	// An explicit stack instead of recursion for unknown wrappers: they may be nested without end.
	const waiting: Loose[] = nodes.toReversed();
	for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
		const type = node['type'];
		if (typeof type === 'string' && inlineTypes.has(type)) {
			line.push(node);
			continue;
		}
		const block = depth < DEEPEST_NESTING || isLeafBlock(type) ? repairBlock(node, depth) : null;
		if (block === null) {
			for (const child of childrenOf(node).toReversed()) waiting.push(child);
			continue;
		}
		endLine();
		if (block.length > 0) blocks.push(...block);
	}
	endLine();
	return blocks;
}

function isLeafBlock(type: unknown): boolean {
	return type === 'paragraph' || type === 'heading' || type === 'codeBlock' || type === 'horizontalRule';
}

/** At least one block, as the content of a document, a quote, a cell must have. */
function someBlocks(nodes: readonly Loose[], depth: number): RichTextNode[] {
	const blocks = repairBlocks(nodes, depth);
	return blocks.length > 0 ? blocks : [{ type: 'paragraph' }];
}

/** The block repaired (an empty array drops it), or null for a node that only wraps others. */
function repairBlock(node: Loose, depth: number): RichTextNode[] | null {
	switch (node['type']) {
		case 'paragraph':
			return [paragraphOf(repairInline(childrenOf(node)))];
		case 'heading': {
			const content = repairInline(childrenOf(node));
			const heading: RichTextNode = {
				type: 'heading',
				attrs: { level: wholeNumber(attributeOf(node, 'level'), 1, 4, 1) }
			};
			if (content.length > 0) heading.content = content;
			return [heading];
		}
		case 'codeBlock':
			return [repairCode(node)];
		case 'horizontalRule':
			return [{ type: 'horizontalRule' }];
		case 'blockquote':
			return [{ type: 'blockquote', content: someBlocks(childrenOf(node), depth + 1) }];
		case 'bulletList':
		case 'orderedList':
		case 'taskList':
			return repairList(node, depth);
		case 'listItem':
			return repairList({ type: 'bulletList', content: [node] }, depth);
		case 'taskItem':
			return repairList({ type: 'taskList', content: [node] }, depth);
		case 'table':
			return repairTable(node, (nodes, deeper) => someBlocks(nodes, depth + deeper));
		default:
			return null;
	}
}

function repairCode(node: Loose): RichTextNode {
	const language = attributeOf(node, 'language');
	const text = cleanText(textOf(node)).replace(/\r\n?/g, '\n');
	const named = typeof language === 'string' ? cleanText(language).replace(/\s+/g, ' ').trim() : '';
	const code: RichTextNode = { type: 'codeBlock', attrs: { language: named === '' ? null : named } };
	if (text !== '') code.content = [{ type: 'text', text }];
	return code;
}

function repairList(node: Loose, depth: number): RichTextNode[] {
	const type = node['type'] as string;
	const itemType = type === 'taskList' ? 'taskItem' : 'listItem';
	const items: RichTextNode[] = [];
	for (const child of childrenOf(node)) {
		const isItem = child['type'] === 'listItem' || child['type'] === 'taskItem';
		const content = repairBlocks(isItem ? childrenOf(child) : [child], depth + 1);
		if (content.length === 0 && !isItem) continue;
		if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' });
		const item: RichTextNode = { type: itemType, content };
		if (itemType === 'taskItem') {
			const checked = attributeOf(child, 'checked');
			item.attrs = { checked: checked === true || checked === 'true' };
		}
		items.push(item);
	}
	if (items.length === 0) return [];
	const list: RichTextNode = { type, content: items };
	if (type === 'orderedList') {
		list.attrs = { start: wholeNumber(attributeOf(node, 'start'), 0, 999_999_999, 1), type: null };
	}
	return [list];
}

/** Any value as a valid document in canonical spelling. Never throws. */
export function repairRichText(value: unknown): RichTextJson {
	const root = isLoose(value) ? value : { content: Array.isArray(value) ? value : [] };
	const nodes = root['type'] === undefined || root['type'] === 'doc' ? childrenOf(root) : [root];
	const doc = { type: 'doc', content: someBlocks(nodes, 0) };
	return richTextSchema.nodeFromJSON(doc).toJSON() as RichTextJson;
}
