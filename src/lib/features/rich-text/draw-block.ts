// A block of the shared text as nodes of the editor. What two people's edits made invalid together (an item without its
// first line, a cell without any) is shown repaired, its words kept, and is written so by whoever edits it next.
// Nothing is written here: two browsers that mended at once would mend twice, and y-tiptap's own way is to delete.
import type { ContentMatch, Node, NodeType, Schema } from '@tiptap/pm/model';
import { initProseMirrorDoc, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { partToBlocks } from '#lib/core/rich-text/fragment.ts';
import { DEEPEST_NESTING } from '#lib/core/rich-text/repair.ts';

type Mapping = ProsemirrorBinding['mapping'];

/** An item of a list counts twice, a cell of a table three times. */
const DEEPEST = DEEPEST_NESTING * 3;

/** At least one node; the parts of a valid block are entered in the mapping, a repaired one's are not. */
export function drawBlock(block: Y.XmlElement | Y.XmlText, schema: Schema, mapping: Mapping): Node[] {
	if (block instanceof Y.XmlElement && isValid(block, schema, 0)) {
		const drawn = initProseMirrorDoc({ toArray: () => [block] } as Y.XmlFragment, schema);
		for (const [part, node] of drawn.mapping) mapping.set(part, node);
		return drawn.doc.children.slice();
	}
	return partToBlocks(block).map((node) => schema.nodeFromJSON(node));
}

function isValid(element: Y.XmlElement, schema: Schema, depth: number): boolean {
	const type = schema.nodes[element.nodeName];
	if (type === undefined || depth > DEEPEST) return false;
	let match: ContentMatch | null = type.contentMatch;
	for (const part of element.toArray() as unknown[]) {
		if (part instanceof Y.XmlText) {
			if (part.length === 0) continue;
			if (!hasValidText(part, type, schema)) return false;
			match = match.matchType(schema.nodes['text'] as NodeType);
		} else if (part instanceof Y.XmlElement && isValid(part, schema, depth + 1)) {
			match = match.matchType(schema.nodes[part.nodeName] as NodeType);
		} else return false;
		if (match === null) return false;
	}
	return match.validEnd;
}

function hasValidText(text: Y.XmlText, parent: NodeType, schema: Schema): boolean {
	const runs = text.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[];
	return runs.every(
		({ insert, attributes = {} }) =>
			typeof insert === 'string' &&
			Object.keys(attributes).every((name) => {
				const mark = schema.marks[name];
				return mark !== undefined && parent.allowsMarkType(mark);
			})
	);
}
