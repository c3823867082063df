// Edits that the server will not take any more (the right was lost, the history was replaced): what of a document
// is only its author's, in a form that can be read, copied and downloaded. It never merges anything back by itself.

import * as Y from 'yjs';
import type { UnsentStart } from './unsent-changes.ts';

export interface UndeliveredWork {
	/** The undelivered part as a Yjs update. */
	update: Uint8Array<ArrayBuffer>;
	/** The words in it that are still in the document, one line per paragraph; empty where things were only removed. */
	addedText: string;
}

/** The part of `doc` that begins at `starts`. */
export function undeliveredWork(doc: Y.Doc, starts: readonly UnsentStart[]): UndeliveredWork {
	const known = Y.decodeStateVector(Y.encodeStateVector(doc));
	for (const { clientId, fromClock } of starts) {
		const clock = known.get(clientId);
		if (clock !== undefined && clock > fromClock) known.set(clientId, fromClock);
	}
	return {
		update: new Uint8Array(Y.encodeStateAsUpdate(doc, encodeStateVector(known))),
		addedText: starts
			.map((start) => addedText(doc, start))
			.join('\n')
			.trim()
	};
}

/** In the order of writing; a jump to another place begins a new line. */
function addedText(doc: Y.Doc, { clientId, fromClock }: UnsentStart): string {
	const lines: string[] = [];
	let place: unknown = null;
	let line = '';
	for (const struct of doc.store.clients.get(clientId) ?? []) {
		if (!(struct instanceof Y.Item) || struct.deleted || struct.id.clock + struct.length <= fromClock)
			continue;
		if (!(struct.content instanceof Y.ContentString)) continue;
		if (struct.parent !== place) {
			lines.push(line);
			line = '';
			place = struct.parent;
		}
		line += struct.content.str.slice(Math.max(0, fromClock - struct.id.clock));
	}
	return [...lines, line].filter((text) => text.trim() !== '').join('\n');
}

/** Yjs encodes a state vector from a Map as well as from a document; its types name only the document. */
const encodeStateVector = Y.encodeStateVector as unknown as (vector: Map<number, number>) => Uint8Array;
