import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { seededRandom } from '#lib/core/clock.ts';
import { joinTyping, readTyping } from './typing.ts';

const random = seededRandom(7);
const below = (count: number): number => Math.floor(random() * count);

/** Everything that people do in a text, as the updates of several of them. */
function writing(): Uint8Array[] {
	const updates: Uint8Array[] = [];
	const docs = [1, 200, 2 ** 31 + 5].map((client) => {
		const doc = new Y.Doc();
		doc.clientID = client;
		doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== 'told') updates.push(update);
		});
		return doc;
	});
	for (let step = 0; step < 300; step++) {
		const doc = docs[below(docs.length)] as Y.Doc;
		const text = doc.getText(below(2) ? 't' : '正文');
		const place = below(text.length + 1);
		const what = below(10);
		if (what < 6) text.insert(place, ['x', '计划', '😀', 'word '][below(4)] as string);
		else if (what === 6 && text.length > 0) text.delete(below(text.length), 1);
		else if (what === 7) doc.getMap('m').set('k', 'value');
		else if (what === 8) doc.getMap('m').set('text', new Y.Text('inner'));
		else text.insert(place, 'bold', { bold: true });
		if (below(4) === 0) {
			for (const update of [...updates]) for (const other of docs) Y.applyUpdate(other, update, 'told');
		}
	}
	return updates;
}

/** What Yjs reads in an update that adds one piece of text and nothing else; null = it is no such update. */
function byYjs(update: Uint8Array): ReturnType<typeof readTyping> {
	const { structs, ds } = Y.decodeUpdate(update);
	const [item] = structs;
	if (structs.length !== 1 || ds.clients.size > 0 || !(item instanceof Y.Item)) return null;
	if (!(item.content instanceof Y.ContentString)) return null;
	const parent = item.parent instanceof Y.ID ? item.parent : null;
	const needs = [item.origin, item.rightOrigin, parent].flatMap((id) =>
		id ? [{ client: id.client, clock: id.clock }] : []
	);
	return { ...{ client: item.id.client, clock: item.id.clock }, length: item.length, needs };
}

it('S9 reads what somebody typed as Yjs does, and leaves everything else to it', () => {
	const updates = writing();
	const read = updates.map(readTyping);
	expect(read).toEqual(updates.map(byYjs));
	expect(read.filter((typing) => typing !== null).length).toBeGreaterThan(100);
	expect(read.filter((typing) => typing === null).length).toBeGreaterThan(50);
});

it('S9 takes nothing for typing that Yjs reads otherwise, whatever the bytes', () => {
	const updates = writing();
	let taken = 0;
	for (let round = 0; round < 30_000; round++) {
		const bent = Uint8Array.from(updates[below(updates.length)] as Uint8Array);
		for (let count = 1 + below(2); count > 0; count--) bent[below(bent.length)] = below(256);
		const bytes = below(4) ? bent : Uint8Array.from([...bent, 0]);
		const typing = readTyping(bytes);
		if (typing === null) continue;
		taken++;
		expect(byYjs(bytes)).toEqual(typing);
	}
	expect(taken).toBeGreaterThan(1000);
});

it.each([
	['clocks that cannot be', [2 ** 31, 0]],
	['a neighbour that cannot be', [5, 2 ** 31]]
])('S9 leaves %s to Yjs', (_what, [clock, left]) => {
	const update = encoding.encode((encoder) => {
		for (const number of [1, 1, 9, clock, 0x84, 9, left]) encoding.writeVarUint(encoder, number as number);
		encoding.writeVarString(encoder, 'x');
		encoding.writeVarUint(encoder, 0);
	});
	expect(readTyping(update)).toBeNull();
});

it('joins what several people typed into one update that means the same', () => {
	const first = new Y.Doc();
	first.getText('t').insert(0, 'start ');
	const base = Y.encodeStateAsUpdate(first);
	const updates = ['one', '二', '😀', 'four'].map((word, index) => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, base);
		doc.clientID = [7, 2 ** 32 - 1, 300, 8][index] as number;
		const told: Uint8Array[] = [];
		doc.on('update', (update: Uint8Array) => told.push(update));
		doc.getText('t').insert(index, word);
		return told[0] as Uint8Array;
	});
	const joined = joinTyping(updates);
	if (joined === null) throw new Error('these are simple');
	const apart = new Y.Doc();
	const together = new Y.Doc();
	for (const update of [base, ...updates]) Y.applyUpdate(apart, update);
	for (const update of [base, joined]) Y.applyUpdate(together, update);
	expect(together.getText('t').toJSON()).toBe(apart.getText('t').toJSON());
	expect(Y.encodeStateAsUpdate(together)).toEqual(Y.encodeStateAsUpdate(apart));
	expect(joined.length).toBeLessThan(updates.reduce((sum, { length }) => sum + length, 0));
	expect(Y.mergeUpdates([joined])).toEqual(Y.mergeUpdates(updates));
	// Of one author Yjs makes less.
	expect(joinTyping([updates[0], updates[0]] as Uint8Array[])).toBeNull();
});
