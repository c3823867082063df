import { Writable, type Duplex } from 'node:stream';
import * as decoding from 'lib0/decoding';
import { expect, it } from 'vitest';
import { updateFrame } from './frames.ts';
import { Outlet } from './outlet.ts';
import { TurnEnd } from './turn-end.ts';

/** A line on which the other side takes nothing until it is told to. */
function line() {
	const written: Buffer[] = [];
	let take: (() => void) | undefined;
	let isOpen = true;
	const stream = new Writable({
		write(chunk: Buffer, _encoding, done) {
			written.push(chunk);
			if (isOpen) done();
			else take = done;
		}
	});
	let empty = 0;
	const outlet = new Outlet(stream as unknown as Duplex, new TurnEnd(), () => empty++);
	return {
		outlet,
		written,
		emptied: () => empty,
		block: () => (isOpen = false),
		open() {
			isOpen = true;
			take?.();
		}
	};
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** The messages of whole frames, put together again. */
function messages(bytes: Buffer): Buffer[] {
	const found: Buffer[] = [];
	const parts: Buffer[] = [];
	for (let at = 0; at < bytes.length;) {
		const short = bytes[at + 1] as number;
		const long =
			short === 126 ? bytes.readUInt16BE(at + 2) : Number(short === 127 && bytes.readBigUInt64BE(at + 2));
		const header = short < 126 ? 2 : short === 126 ? 4 : 10;
		const length = short < 126 ? short : long;
		expect((bytes[at] as number) & 0x7f).toBe(parts.length === 0 ? 2 : 0);
		parts.push(bytes.subarray(at + header, at + header + length));
		if ((bytes[at] as number) & 0x80) found.push(Buffer.concat(parts.splice(0)));
		at += header + length;
	}
	expect(parts).toEqual([]);
	return found;
}

it('writes once per turn, a late frame last and only its latest', async () => {
	const { outlet, written } = line();
	outlet.writeLate(Buffer.from('5'));
	outlet.write(Buffer.from('a'));
	outlet.write(Buffer.from('b'));
	outlet.writeLate(Buffer.from('6'));
	expect(written).toEqual([]);
	await turn();
	expect(written.map(String)).toEqual(['ab6']);
	outlet.writeLate(Buffer.from('7'));
	await expect.poll(() => written.map(String)).toEqual(['ab6', '7']);
});

it('S20 hands over piece by piece what is not taken, and knows how much that is', async () => {
	const { outlet, written, block, open, emptied } = line();
	const updates = [3, 60_000, 61_440, 200_000, 900_000].map((size) => Buffer.alloc(size, size % 251));
	block();
	for (const update of updates) outlet.write(updateFrame(update));
	await turn();
	const all = updates.reduce((sum, { length }) => sum + length, 0);
	expect([outlet.isBlocked, emptied()]).toEqual([true, 0]);
	expect(outlet.bytes).toBeGreaterThan(all);
	const atFirst = Buffer.concat(written).length;
	expect(atFirst).toBeLessThan(300_000);
	open();
	await expect.poll(emptied).toBe(1);
	expect([outlet.isBlocked, outlet.bytes]).toEqual([false, 0]);
	expect(outlet.taken).toBeGreaterThan(0);
	// Pieces end where frames do, so that each is readable alone.
	for (const piece of written) expect(piece.length).toBeLessThanOrEqual(256 * 1024);
	const payloads = messages(Buffer.concat(written)).map((message) => {
		const decoder = decoding.createDecoder(message);
		expect([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]).toEqual([0, 2]);
		return Buffer.from(decoding.readVarUint8Array(decoder));
	});
	expect(payloads.map((payload, index) => payload.equals(updates[index] as Buffer))).toEqual(
		updates.map(() => true)
	);
});

it('writes nothing after its end', async () => {
	const { outlet, written } = line();
	outlet.write(Buffer.from('last'));
	outlet.end();
	outlet.write(Buffer.from('never'));
	outlet.writeLate(Buffer.from('never'));
	await turn();
	expect(written.map(String)).toEqual(['last']);
});
