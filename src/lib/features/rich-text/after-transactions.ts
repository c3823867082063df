// Looking at the editor after it changed: once a microtask later for any number of transactions. Not at once, because a
// field that leaves the page loses its focus and dispatches a transaction while the page is still being drawn.

import type { Editor } from '@tiptap/core';

/** Returns what ends it; `look` is not called after that, nor after the editor is gone. */
export function afterTransactions(editor: Editor, look: () => void): () => void {
	let isDue = false;
	let isOver = false;
	const changed = () => {
		if (isDue) return;
		isDue = true;
		queueMicrotask(() => {
			isDue = false;
			if (!isOver && !editor.isDestroyed) look();
		});
	};
	editor.on('transaction', changed);
	return () => {
		isOver = true;
		editor.off('transaction', changed);
	};
}
