// The editor's tie to the shared document: sync with the fragment, named carets, undo per person.
import { Extension } from '@tiptap/core';
import type { Plugin } from '@tiptap/pm/state';
import { yCursorPlugin, ySyncPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { buildCaret, buildSelection } from './carets.ts';
import { remoteChanges } from './remote-changes.ts';
import { undoPerPerson } from './undo-per-person.ts';

export interface CoEditing {
	fragment: Y.XmlFragment;
	awareness?: Awareness | undefined;
	undoManager?: Y.UndoManager | undefined;
}

export function coEditing({ fragment, awareness, undoManager }: CoEditing): Extension {
	return Extension.create({
		name: 'coEditing',
		priority: 1000,
		addKeyboardShortcuts(): Record<string, () => boolean> {
			if (undoManager === undefined) return {};
			const whenEditable = (act: () => unknown) => () => {
				// Handled even when there is nothing to undo: the browser's own undo knows nothing of the document.
				if (this.editor.isEditable) act();
				return true;
			};
			return {
				'Mod-z': whenEditable(() => undoManager.undo()),
				'Mod-Shift-z': whenEditable(() => undoManager.redo()),
				'Mod-y': whenEditable(() => undoManager.redo())
			};
		},
		addProseMirrorPlugins() {
			// With a mapping of its own the sync plugin does not draw the text first: remoteChanges does.
			const plugins: Plugin[] = [ySyncPlugin(fragment, { mapping: new Map() }) as Plugin, remoteChanges()];
			if (undoManager !== undefined) plugins.push(undoPerPerson(undoManager));
			if (awareness !== undefined) {
				plugins.push(
					yCursorPlugin(awareness, { cursorBuilder: buildCaret, selectionBuilder: buildSelection })
				);
			}
			return plugins;
		}
	});
}
