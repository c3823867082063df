// Moves the block or list item at the caret past its neighbour; with several selected, all of them together.
import type { EditorState, Transaction } from '@tiptap/pm/state';

const items = new Set(['listItem', 'taskItem']);

/** Null where there is no neighbour on that side. */
export function moveBlock(state: EditorState, by: -1 | 1): Transaction | null {
	const { $from, $to } = state.selection;
	const depth = movedDepth(state);
	if (depth === 0) return null;
	const parent = $from.node(depth - 1);
	const [first, last] = [$from.index(depth - 1), $to.indexAfter(depth - 1) - 1];
	const neighbour = parent.maybeChild(by === -1 ? first - 1 : last + 1);
	if (!neighbour) return null;
	const start = $from.before(depth);
	const end = $from.start(depth - 1) + sizeUntil(parent.children, last + 1);
	const transaction = state.tr;
	// The neighbour moves, not the block: the caret and what others write here stay.
	if (by === -1) {
		transaction.delete(start - neighbour.nodeSize, start).insert(end - neighbour.nodeSize, neighbour);
	} else transaction.delete(end, end + neighbour.nodeSize).insert(start, neighbour);
	return transaction.scrollIntoView();
}

/** The innermost list item that holds the whole selection, else the outermost block. */
function movedDepth({ selection: { $from, $to } }: EditorState): number {
	const shared = $from.sharedDepth($to.pos);
	for (let depth = $from.depth; depth > 1; depth--) {
		if (depth - 1 <= shared && items.has($from.node(depth).type.name)) return depth;
	}
	return Math.min(1, $from.depth);
}

function sizeUntil(nodes: readonly { nodeSize: number }[], end: number): number {
	return nodes.slice(0, end).reduce((size, node) => size + node.nodeSize, 0);
}
