// The notes of one topic as plain text.

import * as Y from 'yjs';
import { textOf } from '#lib/core/schema/text.ts';
import { NOTES, TOPICS } from '../model/schema.ts';

/** The co-edited text itself; null where the topic is gone. */
export function notesOf(doc: Y.Doc, topicId: string): Y.Text | null {
	const row = doc.getMap(TOPICS).get(topicId);
	const stored = row instanceof Y.Map ? row.get(NOTES) : null;
	return stored instanceof Y.Text ? stored : null;
}

export function textOfNotes(doc: Y.Doc, topicId: string): string {
	return textOf(notesOf(doc, topicId)).trim();
}
