// The wire of /sync/<documentId> in bytes: what a client's message says, and the WebSocket frames that the server
// sends, header included, so that one buffer serves every receiver. Refuses by throwing what it cannot read to the end.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { AUTH_PERMISSION_DENIED, MESSAGE, SYNC_STEP, type SyncEvent } from '#lib/core/protocol/messages.ts';

export interface PresenceState {
	client: number;
	clock: number;
	/** The state as it came, checked to be JSON; null = the client says goodbye. */
	json: string | null;
}

export type ClientMessage =
	| { type: 'step1'; stateVector: Uint8Array; known: Map<number, number> }
	| { type: 'update'; update: Uint8Array; isStep2: boolean }
	| { type: 'presence'; states: PresenceState[] }
	| { type: 'query-presence' };

/** Some hundred thousand clients: no document has so many, and each entry costs many times its bytes to hold. */
const STATE_VECTOR_BYTES = 1024 * 1024;

export function decodeMessage(bytes: Uint8Array): ClientMessage {
	const decoder = decoding.createDecoder(bytes);
	const type = decoding.readVarUint(decoder);
	if (type === MESSAGE.sync) return decodeSync(decoder);
	if (type === MESSAGE.awareness) {
		return { type: 'presence', states: decodePresence(decoding.readVarUint8Array(decoder)) };
	}
	if (type === MESSAGE.queryAwareness) return { type: 'query-presence' };
	throw new Error('unknown message type');
}

function decodeSync(decoder: decoding.Decoder): ClientMessage {
	const step = decoding.readVarUint(decoder);
	// Copied: a view would keep the whole chunk read from the socket alive for as long as the update is.
	const payload = decoding.readVarUint8Array(decoder).slice();
	if (step === SYNC_STEP.step1) {
		if (payload.length > STATE_VECTOR_BYTES) throw new Error('state vector too long');
		return { type: 'step1', stateVector: payload, known: Y.decodeStateVector(payload) };
	}
	if (step === SYNC_STEP.step2 || step === SYNC_STEP.update) {
		return { type: 'update', update: payload, isStep2: step === SYNC_STEP.step2 };
	}
	throw new Error('unknown sync step');
}

function decodePresence(bytes: Uint8Array): PresenceState[] {
	const decoder = decoding.createDecoder(bytes);
	const count = decoding.readVarUint(decoder);
	const states: PresenceState[] = [];
	for (let index = 0; index < count; index++) {
		const client = decoding.readVarUint(decoder);
		const clock = decoding.readVarUint(decoder);
		const json = decoding.readVarString(decoder);
		// Parsed only to refuse here what would throw in every other client.
		states.push({ client, clock, json: JSON.parse(json) === null ? null : json });
	}
	return states;
}

export const EMPTY_UPDATE: Uint8Array = Uint8Array.of(0, 0);

export function isEmptyUpdate(update: Uint8Array): boolean {
	return update.length === 2 && update[0] === 0 && update[1] === 0;
}

export function step1Frame(known: Map<number, number>): Buffer {
	return syncFrame(SYNC_STEP.step1, Y.encodeStateVector(known));
}

export function step2Frame(update: Uint8Array): Buffer {
	return syncFrame(SYNC_STEP.step2, update);
}

export function updateFrame(update: Uint8Array): Buffer {
	return syncFrame(SYNC_STEP.update, update);
}

function syncFrame(step: number, payload: Uint8Array): Buffer {
	const prefix = Buffer.allocUnsafe(2 + varUintBytes(payload.length));
	prefix[0] = MESSAGE.sync;
	prefix[1] = step;
	let at = 2;
	let rest = payload.length;
	for (; rest > 127; rest = Math.floor(rest / 128)) prefix[at++] = (rest & 127) | 128;
	prefix[at] = rest;
	return dataFrames(prefix, payload);
}

export function presenceFrame(states: readonly PresenceState[]): Buffer {
	const inner = encoding.createEncoder();
	encoding.writeVarUint(inner, states.length);
	for (const { client, clock, json } of states) {
		encoding.writeVarUint(inner, client);
		encoding.writeVarUint(inner, clock);
		encoding.writeVarString(inner, json ?? 'null');
	}
	return framed((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.awareness);
		encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
	});
}

export function deniedFrame(reason: string): Buffer {
	return framed((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.auth);
		encoding.writeVarUint(encoder, AUTH_PERMISSION_DENIED);
		encoding.writeVarString(encoder, reason);
	});
}

export function eventFrame(event: SyncEvent): Buffer {
	return framed((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.event);
		encoding.writeVarString(encoder, JSON.stringify(event));
	});
}

export function durableFrame(count: number): Buffer {
	return framed((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.durable);
		encoding.writeVarUint(encoder, count);
	});
}

const NOTHING = Buffer.alloc(0);

function framed(write: (encoder: encoding.Encoder) => void): Buffer {
	return dataFrames(NOTHING, encoding.encode(write));
}

/** RFC 6455, section 5.2: the first byte of a frame of binary data. The others of a message are continuations. */
const BINARY = 0x02;
const FINAL = 0x80;
/** A longer message is sent in parts (section 5.4): a ping may come between them, and a slow line is seen to move. */
const PART_BYTES = 60 * 1024;

/** One message of two pieces, unmasked as a server's are. */
function dataFrames(prefix: Buffer, payload: Uint8Array): Buffer {
	const bytes = prefix.length + payload.length;
	const last = bytes === 0 ? 0 : Math.ceil(bytes / PART_BYTES) - 1;
	const lastBytes = bytes - last * PART_BYTES;
	const frames = Buffer.allocUnsafe(last * headerBytes(PART_BYTES) + headerBytes(lastBytes) + bytes);
	let at = 0;
	let taken = 0;
	for (let part = 0; part <= last; part++) {
		const length = part === last ? lastBytes : PART_BYTES;
		at += writeHeader(frames, at, (part === 0 ? BINARY : 0) | (part === last ? FINAL : 0), length);
		if (part === 0) frames.set(prefix, at);
		const from = Math.max(0, taken - prefix.length);
		const skip = part === 0 ? prefix.length : 0;
		frames.set(payload.subarray(from, from + length - skip), at + skip);
		at += length;
		taken += length;
	}
	return frames;
}

/** Where the last frame ends that ends within `limit`; of a longer first frame its own end. */
export function frameEnd(frames: Buffer, limit: number): number {
	let end = 0;
	while (end < frames.length) {
		const next = end + frameBytes(frames, end);
		if (next > limit && end > 0) break;
		end = next;
	}
	return end;
}

function frameBytes(frames: Buffer, at: number): number {
	const length = (frames[at + 1] as number) & 127;
	if (length < 126) return 2 + length;
	return length === 126 ? 4 + frames.readUInt16BE(at + 2) : 10 + Number(frames.readBigUInt64BE(at + 2));
}

function headerBytes(length: number): number {
	if (length < 126) return 2;
	return length < 65_536 ? 4 : 10;
}

function writeHeader(frames: Buffer, at: number, first: number, length: number): number {
	frames[at] = first;
	if (length < 126) frames[at + 1] = length;
	else if (length < 65_536) {
		frames[at + 1] = 126;
		frames.writeUInt16BE(length, at + 2);
	} else {
		frames[at + 1] = 127;
		frames.writeBigUInt64BE(BigInt(length), at + 2);
	}
	return headerBytes(length);
}

function varUintBytes(value: number): number {
	let bytes = 1;
	for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) bytes++;
	return bytes;
}
