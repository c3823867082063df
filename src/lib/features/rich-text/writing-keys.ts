// Keys of the text beyond what its blocks and marks bring along.
import { Extension, type Editor } from '@tiptap/core';
import { moveBlock } from './move-block.ts';

interface Doors {
	/** Opens the form for a link's address. */
	editLink: () => void;
	/** Puts the focus into the tools beside the caret; false when there are none. */
	enterTools: () => boolean;
}

export function writingKeys({ editLink, enterTools }: Doors): Extension {
	return Extension.create({
		name: 'writingKeys',
		addKeyboardShortcuts() {
			const { editor } = this;
			return {
				'Mod-k': () => {
					// Without words to link, the same keys are the frame's search.
					if (!editor.isEditable || (editor.state.selection.empty && !editor.isActive('link'))) return false;
					editLink();
					return true;
				},
				'Alt-F10': () => enterTools(),
				'Alt-ArrowUp': () => move(editor, -1),
				'Alt-ArrowDown': () => move(editor, 1),
				'Mod-Enter': () => tick(editor)
			};
		}
	});
}

function move(editor: Editor, by: -1 | 1): boolean {
	const moved = editor.isEditable ? moveBlock(editor.state, by) : null;
	if (moved) editor.view.dispatch(moved);
	return moved !== null;
}

function tick(editor: Editor): boolean {
	if (!editor.isEditable || !editor.isActive('taskItem')) return false;
	const isDone = editor.getAttributes('taskItem')['checked'] === true;
	return editor.commands.updateAttributes('taskItem', { checked: !isDone });
}
