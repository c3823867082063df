// Real edits from tests/fixtures/traces, as Yjs updates of their authors: what each had seen when writing is what the
// recording says, so the updates may arrive in any order that respects it.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';

type Patch = [position: number, deleted: number, inserted: string];

interface Recording {
	endContent: string;
	numAgents: number;
	/** `parents`: indices of the transactions seen, with all that those had seen. */
	txns: { parents: number[]; agent: number; patches: Patch[] }[];
}

function read<T>(name: string): T {
	const file = resolve(import.meta.dirname, '../../fixtures/traces', name);
	return JSON.parse(gunzipSync(readFileSync(file)).toString()) as T;
}

/** Positions in the recordings count code points; Yjs counts UTF-16 units. */
function unitsBefore(text: string, codePoints: number): number {
	let units = 0;
	for (let count = 0; count < codePoints; count++) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
	return units;
}

const hasSurrogates = (text: string): boolean => /[\ud800-\udfff]/.test(text);

function apply(doc: Y.Doc, patches: readonly Patch[]): void {
	const text = doc.getText('t');
	doc.transact(() => {
		for (const [position, deleted, inserted] of patches) {
			const now = text.length === 0 ? '' : text.toString();
			const isPlain = !hasSurrogates(now);
			const at = isPlain ? position : unitsBefore(now, position);
			const end = isPlain ? position + deleted : unitsBefore(now, position + deleted);
			if (end > at) text.delete(at, end - at);
			if (inserted !== '') text.insert(at, inserted);
		}
	});
}

export interface RecordedEdit {
	agent: number;
	/** The author's clock after it. */
	clock: number;
	update: Uint8Array;
	/** Indices of the edits that must be known before. */
	parents: number[];
}

/** The two friends: every edit made on exactly what its author had seen. */
export function twoAuthors(): { edits: RecordedEdit[]; endContent: string } {
	const { txns, numAgents, endContent } = read<Recording>('friendsforever.json.gz');
	const docs = Array.from({ length: numAgents }, (_, agent) => {
		const doc = new Y.Doc();
		doc.clientID = agent + 1;
		return doc;
	});
	const edits: RecordedEdit[] = [];
	const known = docs.map(() => new Set<number>());
	const learn = (agent: number, index: number): void => {
		const missing = [index];
		const order: number[] = [];
		for (let next = missing.pop(); next !== undefined; next = missing.pop()) {
			if (known[agent]?.has(next)) continue;
			known[agent]?.add(next);
			order.push(next);
			missing.push(...(edits[next]?.parents ?? []));
		}
		for (const seen of order.toSorted((a, b) => a - b)) {
			const edit = edits[seen];
			if (edit && edit.agent !== agent) Y.applyUpdate(docs[agent] as Y.Doc, edit.update);
		}
	};
	for (const [index, { parents, agent, patches }] of txns.entries()) {
		const doc = docs[agent] as Y.Doc;
		for (const parent of parents) learn(agent, parent);
		let update: Uint8Array = Uint8Array.of(0, 0);
		const onUpdate = (made: Uint8Array) => (update = made);
		doc.on('update', onUpdate);
		apply(doc, patches);
		doc.off('update', onUpdate);
		known[agent]?.add(index);
		edits.push({ agent, clock: Y.getState(doc.store, doc.clientID), update, parents });
	}
	return { edits, endContent };
}

/** The first `count` keystrokes of the paper, by one author, and the text that they end in. */
export function paperKeystrokes(count: number): { updates: Uint8Array[]; endContent: string } {
	const { txns } = read<Recording>('automerge-paper.json.gz');
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (const { patches } of txns.slice(0, count)) apply(doc, patches);
	return { updates, endContent: doc.getText('t').toString() };
}
