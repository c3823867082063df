// A plain text that several people write at once, in a field of this page: only the characters that changed are sent,
// never in the middle of an IME's composition, and the caret stays where it was when somebody else edits elsewhere in it.

import type { Attachment } from 'svelte/attachments';
import type * as Y from 'yjs';
import { createReader } from '#lib/client/doc-store.svelte.ts';
import { LOCAL_ORIGIN } from '#lib/client/undo.ts';
import { replaceText, textOf } from '#lib/core/schema/text.ts';
import { carryOver, moveOffset } from './move-offset.ts';

export interface SharedTextOptions {
	text: Y.Text;
	undo: Y.UndoManager;
	/** What is stored of what was written. */
	tidy?: (written: string) => string;
	/** Enter does this instead of beginning a line. */
	onEnter?: () => void;
}

/** For the field that shows the text; it must not set the field's value itself. */
export function sharedText({
	text,
	undo,
	tidy,
	onEnter
}: SharedTextOptions): Attachment<HTMLTextAreaElement> {
	return (field) => {
		/** What the field said when a composition began; null while nothing is composed. */
		let composedOn: string | null = null;
		const reader = createReader(text, () => textOf(text));

		// The field is written only where it differs, so that typing never loses its caret.
		$effect(() => {
			const next = reader.current;
			if (composedOn !== null || field.value === next) return;
			const isFocused = document.activeElement === field;
			const [start, end] = [field.selectionStart, field.selectionEnd];
			const before = field.value;
			field.value = next;
			if (isFocused) field.setSelectionRange(moveOffset(before, next, start), moveOffset(before, next, end));
		});

		function push(): void {
			const next = tidy?.(field.value) ?? field.value;
			if (next !== field.value) {
				const at = field.selectionStart;
				field.value = next;
				field.setSelectionRange(at, at);
			}
			text.doc?.transact(() => replaceText(text, next), LOCAL_ORIGIN);
		}
		const listeners: Record<string, (event: Event) => void> = {
			compositionstart: () => (composedOn = field.value),
			compositionend() {
				const { text: next, caret } = carryOver(composedOn ?? textOf(text), field.value, textOf(text));
				composedOn = null;
				if (next !== field.value) {
					field.value = next;
					field.setSelectionRange(caret, caret);
				}
				push();
			},
			input() {
				if (composedOn === null) push();
			},
			keydown: (event) => press(event as KeyboardEvent, undo, onEnter),
			blur: () => undo.stopCapturing()
		};
		for (const [name, listener] of Object.entries(listeners)) field.addEventListener(name, listener);
		return () => {
			for (const [name, listener] of Object.entries(listeners)) field.removeEventListener(name, listener);
		};
	};
}

function press(event: KeyboardEvent, undo: Y.UndoManager, onEnter: (() => void) | undefined): void {
	if (event.isComposing) return;
	const key = event.key.toLowerCase();
	const isCommand = event.metaKey || event.ctrlKey;
	if (key === 'enter' && onEnter) onEnter();
	else if (isCommand && key === 'z' && !event.shiftKey) undo.undo();
	else if ((isCommand && key === 'z') || (event.ctrlKey && key === 'y')) undo.redo();
	else return;
	event.preventDefault();
}
