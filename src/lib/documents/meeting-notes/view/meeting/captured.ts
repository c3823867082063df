// What is said on the stage and kept at once: an action as an open box, a decision as a marked sentence, at the end of
// the notes.

import type * as Y from 'yjs';
import { LOCAL_ORIGIN } from '#lib/client/undo.ts';
import type { RichTextNode } from '#lib/core/rich-text/schema.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { appendBody } from '../../model/mutations.ts';

export type CaptureKind = 'action' | 'decision';

/** `label` stands before a decision, in the language of whoever writes it down. */
export function capture(doc: Y.Doc, kind: CaptureKind, words: string, label: string): void {
	const body = { type: 'doc' as const, content: [blockOf(kind, words, label)] };
	mutate(doc, appendBody, { body }, { origin: LOCAL_ORIGIN });
}

function blockOf(kind: CaptureKind, words: string, label: string): RichTextNode {
	const text: RichTextNode = { type: 'text', text: words };
	if (kind === 'action') {
		const content = [{ type: 'paragraph', content: [text] }];
		return { type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: false }, content }] };
	}
	const bold: RichTextNode = { type: 'text', text: label, marks: [{ type: 'bold' }] };
	return { type: 'paragraph', content: [bold, text] };
}
