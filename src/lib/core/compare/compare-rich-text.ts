// Two rich texts, block by block as a reader sees them: which paragraphs, headings, list items and rows of tables came,
// went or changed their words. Marks (bold, links) that alone differ are not told: the words are the same.

import { compareSequences } from './compare-sequences.ts';
import { compareText, similarity } from './compare-text.ts';
import { isRecord, type BlockChange } from './comparison.ts';

interface Block {
	style: string;
	depth: number;
	level?: number;
	checked?: boolean;
	text: string;
}

/** A removed and an added block that share this much are one block that changed. */
const SAME_BLOCK = 0.4;
const DEEPEST = 64;

export function compareRichText(before: unknown, after: unknown): BlockChange[] {
	const old = blocksOf(before);
	const now = blocksOf(after);
	const changes: BlockChange[] = [];
	let gone: Block[] = [];
	let come: Block[] = [];
	const settle = () => {
		changes.push(...pairUp(gone, come));
		gone = [];
		come = [];
	};
	for (const { type, oldStart, oldEnd, newStart, newEnd } of compareSequences(
		old.map(keyOf),
		now.map(keyOf)
	)) {
		if (type === 'removed') gone.push(...old.slice(oldStart, oldEnd));
		else if (type === 'added') come.push(...now.slice(newStart, newEnd));
		else {
			settle();
			for (const block of now.slice(newStart, newEnd)) changes.push(asChange(block, 'same'));
		}
	}
	settle();
	return changes;
}

/** Blocks of a gap, in reading order: each that came is matched with the next one gone that it resembles. */
function pairUp(gone: readonly Block[], come: readonly Block[]): BlockChange[] {
	const changes: BlockChange[] = [];
	let next = 0;
	for (const block of come) {
		let match = -1;
		for (let index = next; index < gone.length && index < next + 20; index++) {
			const candidate = gone[index];
			if (candidate?.style !== block.style || similarity(candidate.text, block.text) < SAME_BLOCK) continue;
			match = index;
			break;
		}
		const old = gone[match];
		if (!old) {
			changes.push(asChange(block, 'added'));
			continue;
		}
		for (const removed of gone.slice(next, match)) changes.push(asChange(removed, 'removed'));
		next = match + 1;
		changes.push({
			...asChange(block, 'changed'),
			...(old.checked !== block.checked ? { wasChecked: old.checked === true } : {}),
			pieces: compareText(old.text, block.text)
		});
	}
	for (const removed of gone.slice(next)) changes.push(asChange(removed, 'removed'));
	return changes;
}

function asChange({ style, depth, level, checked, text }: Block, change: BlockChange['change']): BlockChange {
	const type = change === 'changed' ? 'same' : change;
	return {
		change,
		style,
		depth,
		...(level === undefined ? {} : { level }),
		...(checked === undefined ? {} : { checked }),
		pieces: text === '' ? [] : [{ type, text }]
	};
}

function keyOf({ style, depth, level, checked, text }: Block): string {
	return `${style} ${depth} ${level ?? ''} ${checked ?? ''} ${text}`;
}

/** Every block with words of its own; empty paragraphs are space, not content. */
export function blocksOf(json: unknown): Block[] {
	const blocks: Block[] = [];
	walk(childrenOf(json), { style: '', depth: 0 }, blocks, 0);
	return blocks;
}

type Around = Pick<Block, 'style' | 'depth' | 'checked'>;

const CONTAINERS = new Set(['bulletList', 'orderedList', 'taskList', 'blockquote', 'table']);

function walk(nodes: readonly unknown[], around: Around, blocks: Block[], level: number): void {
	if (level > DEEPEST) return;
	for (const node of nodes) {
		if (!isRecord(node)) continue;
		const type = String(node['type'] ?? '');
		const attrs = isRecord(node['attrs']) ? node['attrs'] : {};
		const children = childrenOf(node);
		if (type === 'tableRow') {
			const cells = children.map((cell) => textsOf(childrenOf(cell), level).join(' '));
			blocks.push({ style: type, depth: around.depth, text: cells.join(' | ') });
		} else if (CONTAINERS.has(type)) {
			const style = type === 'blockquote' ? 'blockquote' : '';
			walk(children, { style, depth: around.depth + 1 }, blocks, level + 1);
		} else if (children.some(isBlock)) {
			const checked = type === 'taskItem' ? { checked: attrs['checked'] === true } : {};
			walk(children, { style: type, depth: around.depth, ...checked }, blocks, level + 1);
		} else addBlock(type, attrs, inlineText(children), around, blocks);
	}
}

function addBlock(
	type: string,
	attrs: Record<string, unknown>,
	text: string,
	around: Around,
	blocks: Block[]
): void {
	// The first paragraph of an item is the item.
	const isOwn = type !== 'paragraph' || around.style === '';
	if (text === '' && around.checked === undefined && type !== 'horizontalRule' && type !== 'image') return;
	blocks.push({
		style: isOwn ? type : around.style,
		depth: around.depth,
		...(type === 'heading' ? { level: Number(attrs['level']) || 1 } : {}),
		...(around.checked === undefined ? {} : { checked: around.checked }),
		text: text === '' && type === 'image' ? String(attrs['alt'] ?? '') : text
	});
}

function textsOf(nodes: readonly unknown[], level: number): string[] {
	const blocks: Block[] = [];
	walk(nodes, { style: '', depth: 0 }, blocks, level + 1);
	return blocks.map(({ text }) => text);
}

const INLINE = new Set(['text', 'mention', 'hardBreak', 'image']);

function isBlock(node: unknown): boolean {
	return isRecord(node) && !INLINE.has(String(node['type']));
}

function childrenOf(node: unknown): readonly unknown[] {
	return isRecord(node) && Array.isArray(node['content']) ? (node['content'] as unknown[]) : [];
}

function inlineText(nodes: readonly unknown[]): string {
	let text = '';
	for (const node of nodes) {
		if (!isRecord(node)) continue;
		const attrs = isRecord(node['attrs']) ? node['attrs'] : {};
		if (node['type'] === 'hardBreak') text += '\n';
		else if (node['type'] === 'mention') text += `@${String(attrs['label'] ?? '')}`;
		else if (node['type'] === 'image') text += String(attrs['alt'] ?? '');
		else if (typeof node['text'] === 'string') text += node['text'];
	}
	return text;
}
