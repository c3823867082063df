// Frames that no client sends: valid ones bent, cut and joined, random bytes, valid ones in the wrong order, clocks and
// counts that cannot be. Seeded: the same seed makes the same frames.

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Random = () => number;

const below = (random: Random, count: number): number => Math.floor(random() * count);

function pick<T>(random: Random, from: readonly T[]): T {
	return from[below(random, from.length)] as T;
}

function bytes(random: Random, longest: number): Uint8Array {
	return Uint8Array.from({ length: below(random, longest) }, () => below(random, 256));
}

function frame(type: number, ...parts: (number | string | Uint8Array)[]): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, type);
		for (const part of parts) {
			if (typeof part === 'number') encoding.writeVarUint(encoder, part);
			else if (typeof part === 'string') encoding.writeVarString(encoder, part);
			else encoding.writeVarUint8Array(encoder, part);
		}
	});
}

/** Updates of somebody who writes of everything that Yjs knows. */
function writing(random: Random): Uint8Array[] {
	const doc = new Y.Doc();
	doc.clientID = 1 + below(random, 2 ** 31);
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let index = 0; index < 12; index++) {
		const text = doc.getText('hostile');
		const list = doc.getArray<unknown>('list');
		pick(random, [
			() => text.insert(below(random, text.length + 1), 'evil'.repeat(1 + below(random, 5))),
			() => text.length > 0 && text.delete(0, 1 + below(random, text.length)),
			() => text.insert(0, 'bold', { bold: true, color: { deep: [1, [2]] } }),
			() => text.insertEmbed(0, { image: 'x' }),
			() => list.insert(0, [null, 1, 2 ** 40, -1.5, 'x', { a: [] }, new Uint8Array(3)]),
			() => list.length > 0 && list.delete(0, 1),
			() => doc.getMap('map').set(String(below(random, 3)), new Y.Map([['in', new Y.Text('side')]])),
			() => doc.getXmlFragment('xml').insert(0, [new Y.XmlElement('p'), new Y.XmlText('t')]),
			() => doc.getMap('map').set('sub', new Y.Doc())
		])();
	}
	return updates;
}

/** Structs whose clocks, clients and lengths are anything at all. */
function impossible(random: Random): Uint8Array {
	const number = () => pick(random, [0, 1, 5, 127, 2 ** 20, 2 ** 31 - 1, 2 ** 31, 2 ** 40, 2 ** 53 - 1]);
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, pick(random, [0, 1, 2, number()]));
		encoding.writeVarUint(encoder, pick(random, [1, 2, number()])); // structs
		encoding.writeVarUint(encoder, number()); // client
		encoding.writeVarUint(encoder, number()); // clock
		const info = below(random, 256);
		encoding.writeUint8(encoder, info);
		if ((info & 31) === 0 || (info & 31) === 10) encoding.writeVarUint(encoder, number());
		else for (let part = below(random, 6); part > 0; part--) encoding.writeVarUint(encoder, number());
		if (random() < 0.5) encoding.writeVarString(encoder, 'hostile');
		encoding.writeVarUint(encoder, pick(random, [0, 1, number()])); // deletions
		for (let part = below(random, 5); part > 0; part--) encoding.writeVarUint(encoder, number());
	});
}

function presence(random: Random): Uint8Array {
	const client = pick(random, [1, 7, below(random, 2 ** 31), 2 ** 53 - 1]);
	const json = pick(random, [
		'null',
		'{}',
		'[',
		'"x"',
		'1e999',
		'['.repeat(50_000),
		`{"a":"${'x'.repeat(9000)}"}`
	]);
	return frame(1, frame(pick(random, [0, 1, 1, 2, 2 ** 40]), client, below(random, 2 ** 31), json));
}

function bent(random: Random, original: Uint8Array): Uint8Array {
	const copy = Uint8Array.from(original);
	for (let count = 1 + below(random, 4); count > 0 && copy.length > 0; count--) {
		copy[below(random, copy.length)] = below(random, 256);
	}
	return pick(random, [
		() => copy,
		() => copy.subarray(0, below(random, copy.length + 1)),
		() => Uint8Array.from([...copy, ...bytes(random, 20)])
	])();
}

/** What one hostile connection says, in order. */
export function hostileFrames(random: Random, count: number): Uint8Array[] {
	const updates = writing(random);
	const valid = updates.map((update) => frame(0, 1 + below(random, 2), update));
	valid.push(frame(0, 0, Uint8Array.of(0)), frame(3), frame(1, frame(1, 9, 1, '{}')));
	const make: (() => Uint8Array)[] = [
		() => bytes(random, 200),
		() => pick(random, valid), // in whatever order, as often as it comes
		() => bent(random, pick(random, valid)),
		() => frame(0, 2, bent(random, pick(random, updates))),
		() => frame(0, 2, impossible(random)),
		() => frame(0, 0, bytes(random, 40)),
		() => frame(0, 2, Y.mergeUpdates([pick(random, updates), pick(random, updates)])),
		() => presence(random)
	];
	return Array.from({ length: count }, () => pick(random, make)());
}
