// Lends the document's undo manager to the editor's changes, and puts the caret back where it was. The undo manager
// belongs to the whole document and outlives the editor: it is never destroyed here (y-tiptap's own undo plugin would),
// and gets back what was changed on it.
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { getRelativeSelection, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { bindingOf } from './remote-changes.ts';

type StackEvent = { stackItem: { meta: Map<unknown, unknown> } };
type Before = { selection: ReturnType<typeof getRelativeSelection> | null };

/**
 * Undoing the making of a block must not take the words that others wrote into it since: what still has content when
 * its own content is gone belongs to somebody else. (Yjs deletes children before parents.)
 */
function mayDelete(item: unknown): boolean {
	if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return true;
	const { type } = item.content;
	if (!(type instanceof Y.XmlText || type instanceof Y.XmlElement)) return true;
	return type.length === 0 && !isLastBlock(item);
}

/**
 * A text without a block gets one from the editor at once: a change of this person's, which would end what can be redone.
 */
function isLastBlock({ parent }: Y.Item): boolean {
	// The text may be a document's root or stand in a row; an element inside it is a fragment too, but not the text.
	return parent instanceof Y.XmlFragment && !(parent instanceof Y.XmlElement) && parent.length === 1;
}

export function undoPerPerson(undo: Y.UndoManager): Plugin {
	const key = new PluginKey<Before>('undo-per-person');
	return new Plugin<Before>({
		key,
		state: {
			init: () => ({ selection: null }),
			apply: (_transaction, _before, oldState, state) => {
				const { binding } = ySyncPluginKey.getState(state);
				return { selection: getRelativeSelection(binding, oldState) };
			}
		},
		view: (view) => {
			const binding = bindingOf(view);
			const added = ({ stackItem }: StackEvent) => {
				const selection = key.getState(view.state)?.selection;
				if (selection && !stackItem.meta.has(binding)) stackItem.meta.set(binding, selection);
			};
			const popped = ({ stackItem }: StackEvent) => {
				const selection = stackItem.meta.get(binding) as Before['selection'];
				if (selection) select(view, selection);
			};
			const filter = undo.deleteFilter;
			undo.deleteFilter = (item) => filter(item) && mayDelete(item);
			undo.addTrackedOrigin(ySyncPluginKey);
			undo.on('stack-item-added', added);
			undo.on('stack-item-popped', popped);
			return {
				destroy: () => {
					undo.off('stack-item-added', added);
					undo.off('stack-item-popped', popped);
					undo.removeTrackedOrigin(ySyncPluginKey);
					undo.deleteFilter = filter;
				}
			};
		}
	});
}

function select(view: EditorView, { anchor, head }: NonNullable<Before['selection']>): void {
	const { doc, type, mapping } = bindingOf(view);
	const [from, to] = [anchor, head].map((end) => relativePositionToAbsolutePosition(doc, type, end, mapping));
	if (typeof from !== 'number' || typeof to !== 'number') return;
	const { tr } = view.state;
	const selection = TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to));
	view.dispatch(tr.setSelection(selection).scrollIntoView());
}
