/**
 * Owns the way between a co-edited XmlFragment and document JSON. Reading never throws and never writes: a fragment
 * somebody damaged is read as far as it can be. Writing keeps every block that is already equal, so that an import
 * does not touch what others are editing.
 */
import { updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { repairRichText } from './repair.ts';
import { richTextSchema, type RichTextJson, type RichTextNode } from './schema.ts';

type LooseNode = Record<string, unknown>;

/** y-tiptap spells a mark that may overlap itself as `name--hash`. */
function markName(attribute: string): string {
	return attribute.replace(/--[a-zA-Z0-9+/=]{8}$/, '');
}

function readText(text: Y.XmlText): LooseNode[] {
	const parts = text.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[];
	return parts
		.filter((part) => typeof part.insert === 'string')
		.map((part) => ({
			type: 'text',
			text: part.insert,
			marks: Object.entries(part.attributes ?? {})
				.filter(([, value]) => value !== null && value !== false)
				.map(([name, attrs]) => ({ type: markName(name), attrs }))
		}));
}

/**
 * Reads children with an explicit stack, because a hostile fragment may be nested without end. y-tiptap's own reader
 * recurses and throws on anything that is neither element nor text.
 */
function readParts(parts: readonly unknown[]): LooseNode {
	const root: LooseNode = { type: 'doc', content: [] };
	const waiting: { from: readonly unknown[]; into: unknown[] }[] = [
		{ from: parts, into: root['content'] as unknown[] }
	];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		for (const child of next.from) {
			if (child instanceof Y.XmlText) next.into.push(...readText(child));
			else if (child instanceof Y.XmlElement) {
				const content: unknown[] = [];
				next.into.push({ type: child.nodeName, attrs: child.getAttributes(), content });
				waiting.push({ from: child.toArray(), into: content });
			}
		}
	}
	return root;
}

/** The fragment's content as a valid document; never throws. An unreadable fragment reads as one empty paragraph. */
export function fragmentToJson(fragment: Y.XmlFragment): RichTextJson {
	return repairRichText(readParts(fragment.toArray()));
}

/** One part of a fragment as the blocks it is read as, at least one. */
export function partToBlocks(part: Y.XmlElement | Y.XmlText): RichTextNode[] {
	return repairRichText(readParts([part])).content;
}

/**
 * Makes the fragment say what `json` says (any value: it is repaired first), in one transaction with the given origin.
 * The fragment must belong to a document. An empty document empties the fragment, so that two people who open a new
 * page do not each add a paragraph.
 */
export function jsonToFragment(json: unknown, fragment: Y.XmlFragment, origin?: unknown): void {
	const doc = fragment.doc;
	if (doc === null) throw new TypeError('The fragment must belong to a Y.Doc before it is written.');
	const repaired = repairRichText(json);
	doc.transact(() => {
		if (isEmptyDocument(repaired)) {
			fragment.delete(0, fragment.length);
			return;
		}
		if ((fragment.toArray() as unknown[]).some((child) => !isKnownChild(child))) {
			fragment.delete(0, fragment.length);
		}
		updateYFragment(doc, fragment, richTextSchema.nodeFromJSON(repaired), {
			mapping: new Map(),
			isOMark: new Map()
		});
	}, origin);
}

function isKnownChild(child: unknown): boolean {
	if (child instanceof Y.XmlText) return true;
	return child instanceof Y.XmlElement && (child.toArray() as unknown[]).every(isKnownChild);
}

/** Whether a document holds nothing but one empty paragraph. */
export function isEmptyDocument(json: RichTextJson): boolean {
	const first = json.content[0];
	return (
		json.content.length === 0 ||
		(json.content.length === 1 && first?.type === 'paragraph' && first.content === undefined)
	);
}
