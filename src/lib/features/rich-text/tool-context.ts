// Which tools belong to where the caret is: one bar at a time, so that nothing covers anything.
import type { Editor } from '@tiptap/core';
import { AllSelection, NodeSelection, TextSelection } from '@tiptap/pm/state';

export type ToolContext = 'text' | 'link' | 'image' | 'table' | null;

export function toolContext(editor: Editor): ToolContext {
	const { selection, doc } = editor.state;
	if (selection instanceof NodeSelection) return selection.node.type.name === 'image' ? 'image' : null;
	if (editor.isActive('codeBlock')) return null;
	const isText = selection instanceof TextSelection || selection instanceof AllSelection;
	if (isText && !selection.empty) {
		return doc.textBetween(selection.from, selection.to).trim() === '' ? null : 'text';
	}
	if (selection.empty && editor.isActive('link')) return 'link';
	return editor.isActive('table') ? 'table' : null;
}

/** Where a bar stands on the page: above the selected words, or above the table as far as it is in sight. */
export function toolPlace(editor: Editor, context: ToolContext): DOMRect {
	const { view, state } = editor;
	const { from, to, $from } = state.selection;
	if (context === 'table') {
		for (let depth = $from.depth; depth > 0; depth--) {
			if ($from.node(depth).type.name !== 'table') continue;
			const element = view.nodeDOM($from.before(depth));
			if (element instanceof Element) return inSight(element.getBoundingClientRect());
		}
	}
	if (context === 'image') {
		const element = view.nodeDOM(from);
		if (element instanceof Element) return element.getBoundingClientRect();
	}
	const [start, end] = [view.coordsAtPos(from), view.coordsAtPos(to, -1)];
	const oneLine = end.top < start.bottom;
	const left = oneLine ? Math.min(start.left, end.left) : start.left;
	return new DOMRect(left, start.top, oneLine ? Math.abs(end.left - start.left) : 0, end.bottom - start.top);
}

/** Below the page's own bars: a bar of tools needs this much room above a long table. */
const ROOM_ABOVE = 100;

function inSight(rect: DOMRect): DOMRect {
	const top = Math.min(Math.max(rect.top, ROOM_ABOVE), rect.bottom);
	return new DOMRect(rect.left, top, rect.width, rect.bottom - top);
}
