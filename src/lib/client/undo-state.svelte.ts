// Whether there is something to undo or to redo, as the buttons read it.

import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';

const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;

/** Read inside an effect or a template, both follow the manager. */
export function createUndoState(undo: Y.UndoManager): {
	readonly canUndo: boolean;
	readonly canRedo: boolean;
} {
	const subscribe = createSubscriber((update) => {
		for (const event of events) undo.on(event, update);
		return () => {
			for (const event of events) undo.off(event, update);
		};
	});
	return {
		get canUndo() {
			subscribe();
			return undo.canUndo();
		},
		get canRedo() {
			subscribe();
			return undo.canRedo();
		}
	};
}
