// Keeps the selected words marked while a form that is about them has the focus: the browser marks only where one types.
import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const key = new PluginKey<boolean>('kept-selection');

export const keptSelection = Extension.create({
	name: 'keptSelection',
	addProseMirrorPlugins() {
		return [
			new Plugin<boolean>({
				key,
				state: {
					init: () => false,
					apply: (transaction, before) => (transaction.getMeta(key) as boolean | undefined) ?? before
				},
				props: {
					decorations: (state) => {
						const { from, to, empty } = state.selection;
						if (empty || key.getState(state) !== true) return null;
						return DecorationSet.create(state.doc, [
							Decoration.inline(from, to, { class: 'kept-selection' })
						]);
					}
				}
			})
		];
	}
});

/** Returns what ends it. */
export function keepSelectionMarked(editor: Editor): () => void {
	const mark = (isMarked: boolean) => {
		if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(key, isMarked));
	};
	mark(true);
	return () => mark(false);
}
