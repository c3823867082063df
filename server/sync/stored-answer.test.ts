import * as decoding from 'lib0/decoding';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { compact } from './compaction.ts';
import { StoredAnswer } from './stored-answer.ts';

/** Payloads of whole WebSocket frames that came without a mask (RFC 6455, section 5.2). */
function* payloads(frames: Buffer): Generator<Buffer> {
	for (let at = 0; at < frames.length;) {
		expect(frames[at]).toBe(0x82);
		const short = frames[at + 1] ?? 0;
		const header = short < 126 ? 2 : short === 126 ? 4 : 10;
		const length =
			short < 126
				? short
				: short === 126
					? frames.readUInt16BE(at + 2)
					: Number(frames.readBigUInt64BE(at + 2));
		yield frames.subarray(at + header, at + header + length);
		at += header + length;
	}
}

/** Applies the frames as a client does; answers which sync steps they were. */
function read(frames: Buffer, doc: Y.Doc): number[] {
	return Array.from(payloads(frames), (payload) => {
		const decoder = decoding.createDecoder(payload);
		expect(decoding.readVarUint(decoder)).toBe(0);
		const step = decoding.readVarUint(decoder);
		Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
		return step;
	});
}

it('P7 S13 answers anybody with all they lack, before and after a compaction, a step 2 last', () => {
	const author = new Y.Doc();
	const updates: Uint8Array[] = [];
	author.on('update', (update: Uint8Array) => updates.push(update));
	const text = author.getText('t');
	const copies: Y.Doc[] = [new Y.Doc()];
	for (let index = 0; index < 450; index++) {
		text.insert(index % 7, String(index));
		if (index % 3 === 0) text.delete(0, 2);
		if (index % 100 !== 0) continue;
		const copy = new Y.Doc();
		Y.applyUpdate(copy, Y.encodeStateAsUpdate(author));
		copies.push(copy);
	}
	const half = updates.slice(0, 300);
	const base = { generation: 1, retired: null, migrationKey: null };
	const raw = { ...base, snapshot: null, stateVector: null, deletions: null, tail: [...updates] };
	const compacted = { ...base, ...compact(null, half), tail: updates.slice(300) };
	for (const stored of [raw, compacted]) {
		const answer = new StoredAnswer(stored);
		for (const copy of copies) {
			const replica = new Y.Doc();
			Y.applyUpdate(replica, Y.encodeStateAsUpdate(copy));
			const known = Y.encodeStateVector(replica);
			const steps = read(Buffer.concat(answer.frames(Y.decodeStateVector(known), known)), replica);
			expect(replica.getText('t').toJSON()).toBe(text.toJSON());
			expect([steps.at(-1), steps.filter((step) => step === 1)]).toEqual([1, [1]]);
		}
		// Once more, after something was added: what is kept must not be old.
		const before = updates.length;
		text.insert(0, 'new');
		stored.tail.push(updates[before] as Uint8Array);
		const late = new Y.Doc();
		read(Buffer.concat(answer.frames(new Map(), Uint8Array.of(0))), late);
		expect(late.getText('t').toJSON()).toBe(text.toJSON());
		text.delete(0, 3);
		stored.tail.push(updates[before + 1] as Uint8Array);
		compacted.tail.push(...updates.slice(before));
	}
});
