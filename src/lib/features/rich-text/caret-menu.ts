// Watches what is typed for a sign that asks for a menu, and gives the menu its keys first. The menu itself, its
// choices and its look are the listener's. It opens by typing only: not by pasting, not by what others write.
import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Trigger } from './triggers.ts';

export interface Asked {
	/** The sign and the letters after it: what a choice replaces. */
	from: number;
	to: number;
	query: string;
}

export interface CaretMenuListener {
	/** Null closes. */
	changed: (asked: Asked | null, editor: Editor) => void;
	/** True when the menu took the key. */
	key: (event: KeyboardEvent) => boolean;
}

interface MenuState {
	asked: Asked | null;
	/** Where a sign stands whose menu was sent away. */
	dismissed: number | null;
}

export function caretMenu(
	name: string,
	find: (before: string) => Trigger | null,
	listener: CaretMenuListener
): { extension: Extension; dismiss: (editor: Editor) => void } {
	const key = new PluginKey<MenuState>(name);
	const dismiss = ({ view }: Editor) => view.dispatch(view.state.tr.setMeta(key, 'dismiss'));
	const apply = (transaction: Transaction, before: MenuState, state: EditorState): MenuState => {
		const mapped = before.dismissed === null ? null : transaction.mapping.map(before.dismissed, -1);
		if (transaction.getMeta(key) === 'dismiss')
			return { asked: null, dismissed: before.asked?.from ?? mapped };
		const asked = askedAt(state, find);
		if (!asked) return { asked: null, dismissed: null };
		if (asked.from === mapped) return { asked: null, dismissed: mapped };
		return { asked: before.asked || isTyped(transaction) ? asked : null, dismissed: null };
	};
	const extension = Extension.create({
		name,
		// Before the keys of lists and tables.
		priority: 900,
		addProseMirrorPlugins() {
			const { editor } = this;
			return [
				new Plugin<MenuState>({
					key,
					state: {
						init: () => ({ asked: null, dismissed: null }),
						apply: (transaction, before, _old, state) => apply(transaction, before, state)
					},
					view: () => ({
						update: (view, old) => {
							const [now, then] = [key.getState(view.state)?.asked, key.getState(old)?.asked];
							if (now !== then) listener.changed(now ?? null, editor);
						},
						destroy: () => listener.changed(null, editor)
					}),
					props: {
						handleKeyDown: (view, event) => Boolean(key.getState(view.state)?.asked) && listener.key(event),
						handleDOMEvents: {
							blur: (view) => {
								if (key.getState(view.state)?.asked) dismiss(editor);
								return false;
							}
						},
						decorations: (state) => {
							const asked = key.getState(state)?.asked;
							if (!asked) return null;
							return DecorationSet.create(state.doc, [
								Decoration.inline(asked.from, asked.to, { class: 'suggestion' })
							]);
						}
					}
				})
			];
		}
	});
	return { extension, dismiss };
}

function askedAt({ selection, doc }: EditorState, find: (before: string) => Trigger | null): Asked | null {
	const { $from, empty } = selection;
	const { parent } = $from;
	if (!empty || !parent.isTextblock || parent.type.spec.code) return null;
	if ($from.marks().some(({ type }) => type.name === 'code')) return null;
	const start = $from.start();
	// Anything that is not text counts as one space-less sign, so that positions stay right.
	const trigger = find(doc.textBetween(start, $from.pos, '', '\ufffc'));
	return trigger && { from: start + trigger.start, to: $from.pos, query: trigger.query };
}

function isTyped(transaction: Transaction): boolean {
	const remote = (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)
		?.isChangeOrigin;
	return transaction.docChanged && remote !== true && transaction.getMeta('uiEvent') !== 'paste';
}
