/**
 * Owns the repair of what stands inside a line: text with its marks, breaks, pictures and mentions. Refuses unknown
 * marks, unsafe addresses, control characters and half characters (a lone surrogate would differ between replicas).
 */
import { attributeOf, childrenOf, isLoose, type Loose } from './loose-node.ts';
import { safeImageAddress, safeLinkAddress } from './safe-url.ts';
import type { RichTextMark, RichTextNode } from './schema.ts';

const plainMarks = new Set(['bold', 'italic', 'strike', 'underline', 'code']);

/** Text without control characters (tabs and line ends stay) and without half characters. */
export function cleanText(text: string): string {
	// oxlint-disable-next-line no-control-regex -- control characters are exactly what is removed
	return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

/** All words under a node, in order, however deep. */
export function textOf(node: Loose): string {
	let text = '';
	const waiting: Loose[] = [node];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (typeof next['text'] === 'string') text += next['text'];
		else if (next['type'] === 'hardBreak') text += '\n';
		else if (next['type'] === 'mention') text += `@${readLabel(next)}`;
		for (const child of childrenOf(next).toReversed()) waiting.push(child);
	}
	return text;
}

function readLabel(mention: Loose): string {
	const label = attributeOf(mention, 'label') ?? attributeOf(mention, 'id');
	return typeof label === 'string' ? label : '';
}

function shortText(value: unknown): string | null {
	const text = typeof value === 'string' ? cleanText(value).replace(/\s+/g, ' ').trim() : '';
	return text === '' ? null : text;
}

function repairMarks(value: unknown): RichTextMark[] {
	if (!Array.isArray(value)) return [];
	const marks = new Map<string, RichTextMark>();
	for (const mark of value.filter(isLoose)) {
		const type = mark['type'];
		if (typeof type !== 'string' || marks.has(type)) continue;
		if (plainMarks.has(type)) marks.set(type, { type });
		if (type !== 'link') continue;
		const href = safeLinkAddress(attributeOf(mark, 'href'));
		if (href !== null)
			marks.set(type, { type, attrs: { href, title: shortText(attributeOf(mark, 'title')) } });
	}
	return [...marks.values()];
}

function withMarks(node: RichTextNode, marks: RichTextMark[]): RichTextNode {
	return marks.length > 0 ? { ...node, marks } : node;
}

function repairImage(node: Loose): RichTextNode {
	const alt = shortText(attributeOf(node, 'alt'));
	const src = safeImageAddress(attributeOf(node, 'src'));
	// A picture whose address is refused leaves its description behind: words are never dropped.
	if (src === null) return { type: 'text', text: alt ?? '' };
	return { type: 'image', attrs: { src, alt, title: shortText(attributeOf(node, 'title')) } };
}

function repairMention(node: Loose): RichTextNode {
	const id = shortText(attributeOf(node, 'id'));
	const label = shortText(attributeOf(node, 'label')) ?? id;
	if (id === null || label === null) return { type: 'text', text: label === null ? '' : `@${label}` };
	return { type: 'mention', attrs: { id, label } };
}

/** The content of a line out of anything; blocks found inside give their words, parted by a space. */
export function repairInline(nodes: readonly Loose[]): RichTextNode[] {
	const line: RichTextNode[] = [];
	const waiting: Loose[] = nodes.toReversed();
	for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
		const marks = repairMarks(node['marks']);
		switch (node['type']) {
			case 'text': {
				const text =
					typeof node['text'] === 'string' ? cleanText(node['text']).replace(/\r\n?|\n/g, ' ') : '';
				if (text !== '') line.push(withMarks({ type: 'text', text }, marks));
				break;
			}
			// Only text carries marks: Yjs keeps none on anything else, so they would vanish for everybody else.
			case 'hardBreak':
				line.push({ type: 'hardBreak' });
				break;
			case 'image':
			case 'mention': {
				const repaired = node['type'] === 'image' ? repairImage(node) : repairMention(node);
				if (repaired.text !== '') line.push(repaired);
				break;
			}
			default: {
				const children = childrenOf(node);
				if (children.length > 0 && line.length > 0) line.push({ type: 'text', text: ' ' });
				for (const child of children.toReversed()) waiting.push(child);
			}
		}
	}
	return line;
}
