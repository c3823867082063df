// Undo and redo per person: only what this person changed in this tab, in every part of the document.
// Changes of others, of the server and of the offline copy are never undone.

import * as Y from 'yjs';

/** The origin of every change made by this tab's interface outside the rich-text editor. */
export const LOCAL_ORIGIN = Symbol('local');

/** The rich-text editor adds its own origin with `addTrackedOrigin`. */
export function createUndo(doc: Y.Doc): Y.UndoManager {
	return new Y.UndoManager(doc, {
		trackedOrigins: new Set<unknown>([LOCAL_ORIGIN]),
		captureTimeout: 500,
		// The editor opens a transaction for each move of the caret too: that is no step, and must not end redo.
		captureTransaction: ({ changed }) => changed.size > 0
	});
}
