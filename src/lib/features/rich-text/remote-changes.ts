// How changes that did not come from this editor enter it: only what changed is drawn again, and the caret stays
// behind the letter it stood behind. y-tiptap would replace the whole document for each remote letter and look for the
// caret by its paragraph's words, which loses it as soon as two people write in the same paragraph.
import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
	relativePositionToAbsolutePosition,
	setMeta,
	yCursorPluginKey,
	ySyncPluginKey,
	type ProsemirrorBinding
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { drawBlock } from './draw-block.ts';
import { smallestStep } from './smallest-step.ts';

type Observer = Parameters<Y.XmlFragment['observeDeep']>[0];
type RelativeSelection = ProsemirrorBinding['beforeTransactionSelection'];

export function bindingOf(view: EditorView): ProsemirrorBinding {
	return (ySyncPluginKey.getState(view.state) as { binding: ProsemirrorBinding }).binding;
}

/** Stands after y-tiptap's sync plugin and takes the place of its observer. */
export function remoteChanges(): Plugin {
	return new Plugin({
		view: (view) => {
			const binding = bindingOf(view);
			binding.type.unobserveDeep(binding._observeFunction as Observer);
			const observe: Observer = (_events, change) => binding.mux(() => applyChange(view, binding, change));
			// Under this name the binding takes it off again when the editor goes.
			binding._observeFunction = observe;
			binding.type.observeDeep(observe);
			binding.mux(() => enter(view, binding, false));
			return {
				update: (_view, before) => {
					// y-tiptap hides other people's carets when blocks come or go here, until those people move.
					const carets: unknown = yCursorPluginKey.getState(view.state);
					const wereShown = yCursorPluginKey.getState(before) !== DecorationSet.empty;
					if (carets === DecorationSet.empty && wereShown) {
						setMeta(view, yCursorPluginKey, { awarenessUpdated: true });
					}
				}
			};
		}
	});
}

function applyChange(view: EditorView, binding: ProsemirrorBinding, change: Y.Transaction): void {
	forgetChanged(binding, change);
	enter(view, binding, change.origin instanceof Y.UndoManager);
}

/** Makes the editor say what the shared text says. */
function enter(view: EditorView, binding: ProsemirrorBinding, isUndoRedoOperation: boolean): void {
	const { schema, doc: before, storedMarks } = view.state;
	const transaction = view.state.tr;
	const drawn = draw(binding, schema);
	const step = smallestStep(before, documentOf(drawn.flat(), schema));
	if (step) transaction.step(step);
	keepCaret(transaction, binding);
	if (storedMarks) transaction.setStoredMarks(storedMarks);
	transaction.setMeta('addToHistory', false);
	transaction.setMeta(ySyncPluginKey, { isChangeOrigin: true, isUndoRedoOperation });
	view.dispatch(transaction);
	remember(drawn, view.state.doc, binding);
}

/** The same object in both places is how the next comparison knows what did not change. */
function remember(drawn: readonly Node[][], doc: Node, { type, mapping }: ProsemirrorBinding): void {
	let position = 0;
	type.toArray().forEach((block, index) => {
		const size = drawn[index]?.length ?? 0;
		if (size === 1 && block instanceof Y.XmlElement) mapping.set(block, doc.child(position));
		position += size;
	});
}

function forgetChanged({ mapping }: ProsemirrorBinding, change: Y.Transaction): void {
	Y.iterateDeletedStructs(change, change.deleteSet, (struct) => {
		if (struct instanceof Y.Item && struct.content instanceof Y.ContentType)
			mapping.delete(struct.content.type);
	});
	for (const type of change.changed.keys()) mapping.delete(type as Y.AbstractType<unknown>);
	for (const type of change.changedParentTypes.keys()) mapping.delete(type as Y.AbstractType<unknown>);
}

/** Each block as it now is: those that did not change are the nodes they were. */
function draw({ type, mapping }: ProsemirrorBinding, schema: Schema): Node[][] {
	return type.toArray().map((block) => {
		const known = mapping.get(block as Y.XmlElement) as Node | undefined;
		return known ? [known] : drawBlock(block as Y.XmlElement | Y.XmlText, schema, mapping);
	});
}

function documentOf(blocks: readonly Node[], { topNodeType }: Schema): Node {
	const empty = blocks.length === 0 ? topNodeType.createAndFill() : null;
	return empty ?? topNodeType.create(null, Fragment.from(blocks));
}

function keepCaret(transaction: Transaction, binding: ProsemirrorBinding): void {
	const { before } = transaction;
	// Selections of nodes and cells follow the step by themselves.
	const selection = binding.prosemirrorView.state.selection as TextSelection;
	if (!(selection instanceof TextSelection) || before === transaction.doc) return;
	const relative: RelativeSelection | null = binding.beforeTransactionSelection;
	const place = (position: number, end: unknown): number =>
		(isAlive(end, binding.doc)
			? relativePositionToAbsolutePosition(binding.doc, binding.type, end, binding.mapping)
			: null) ?? transaction.mapping.map(position, -1);
	const { doc } = transaction;
	// Within a block that is shown repaired the shared text's own places may lie outside.
	const resolve = (position: number) => doc.resolve(Math.min(Math.max(position, 0), doc.content.size));
	const anchor = resolve(place(selection.anchor, relative?.anchor));
	const head = resolve(place(selection.head, relative?.head));
	transaction.setSelection(TextSelection.between(anchor, head));
}

/** Whether the letter that a place hangs on still stands. */
function isAlive(place: unknown, doc: Y.Doc): boolean {
	const item = (place as Y.RelativePosition | undefined)?.item;
	return !!item && !Y.getItem(doc.store, item).deleted;
}
