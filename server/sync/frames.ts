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
	const lengthBytes = varUintBytes(payload.length);
	const bytes = 2 + lengthBytes + payload.length;
	const frame = Buffer.allocUnsafe(headerBytes(bytes) + bytes);
	let at = writeHeader(frame, bytes);
	frame[at++] = MESSAGE.sync;
	frame[at++] = step;
	let rest = payload.length;
	for (; rest > 127; rest = Math.floor(rest / 128)) frame[at++] = (rest & 127) | 128;
	frame[at++] = rest;
	frame.set(payload, at);
	return frame;
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

function framed(write: (encoder: encoding.Encoder) => void): Buffer {
	const payload = encoding.encode(write);
	const frame = Buffer.allocUnsafe(headerBytes(payload.length) + payload.length);
	frame.set(payload, writeHeader(frame, payload.length));
	return frame;
}

/** A whole binary message in one frame, unmasked as a server's are (RFC 6455, section 5.2). */
const FINAL_BINARY = 0x82;

function headerBytes(length: number): number {
	if (length < 126) return 2;
	return length < 65_536 ? 4 : 10;
}

function writeHeader(frame: Buffer, length: number): number {
	frame[0] = FINAL_BINARY;
	if (length < 126) frame[1] = length;
	else if (length < 65_536) {
		frame[1] = 126;
		frame.writeUInt16BE(length, 2);
	} else {
		frame[1] = 127;
		frame.writeBigUInt64BE(BigInt(length), 2);
	}
	return headerBytes(length);
}

function varUintBytes(value: number): number {
	let bytes = 1;
	for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) bytes++;
	return bytes;
}
