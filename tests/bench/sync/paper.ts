// A real document: 259,778 keystrokes of one paper, and the same ten times over. Built once per run of the benchmark.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';

interface Trace {
	endContent: string;
	/** Per transaction: position, characters deleted there, text inserted there. */
	txns: { patches: [number, number, string][] }[];
}

export interface Paper {
	update: Uint8Array;
	stateVector: Uint8Array;
	/** What a client sends who has it all: deletions, nothing new. */
	deletions: Uint8Array;
	edits: number;
}

const TRACE = resolve(import.meta.dirname, '../../fixtures/traces/automerge-paper.json.gz');
const kept = new Map<number, Paper>();

export function paper(times: number): Paper {
	const known = kept.get(times);
	if (known) return known;
	const { txns, endContent } = JSON.parse(gunzipSync(readFileSync(TRACE)).toString()) as Trace;
	const doc = new Y.Doc();
	for (let time = 0; time < times; time++) {
		const text = doc.getText(`t${time || ''}`);
		for (const { patches } of txns) {
			doc.transact(() => {
				for (const [position, deleted, inserted] of patches) {
					if (deleted > 0) text.delete(position, deleted);
					if (inserted !== '') text.insert(position, inserted);
				}
			});
		}
		if (text.toJSON() !== endContent) throw new Error('the trace does not end in its own text');
	}
	const stateVector = Y.encodeStateVector(doc);
	const made = {
		update: Y.encodeStateAsUpdate(doc),
		stateVector,
		deletions: Y.encodeStateAsUpdate(doc, stateVector),
		edits: txns.length * times
	};
	doc.destroy();
	kept.set(times, made);
	return made;
}
