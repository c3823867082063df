// The sync server as one browser tab meets it, in memory: the same messages in the same order, a document, a right, a
// generation, and switches to refuse, hold back, revoke and go away. It stores nothing and serves one document.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { AUTH_PERMISSION_DENIED, MESSAGE, SYNC_STEP } from '#lib/core/protocol/messages.ts';
import type { SyncEvent } from '#lib/core/protocol/messages.ts';

export class FakeSyncServer {
	doc = new Y.Doc();
	generation = 1;
	canEdit = true;
	/** False: whoever connects finds nobody. */
	isUp = true;
	/** False: updates are taken, but not yet confirmed as durable. */
	isConfirming = true;
	/** True: it asks what the client has before it says what the client may do; the protocol allows both. */
	asksFirst = false;
	/** Bytes of each non-empty document update that arrived, in order. */
	readonly received: Uint8Array[] = [];
	readonly #lines = new Set<FakeSocket>();

	/** What a client takes for the browser's WebSocket. */
	get socket(): typeof WebSocket {
		return socketTo(this);
	}

	get connectionCount(): number {
		return this.#lines.size;
	}

	/** The process dies: every line breaks without a goodbye. */
	crash(): void {
		this.isUp = false;
		for (const line of this.#lines) line.end(1006);
	}

	resume(): void {
		this.isUp = true;
	}

	/** Sends everybody away with a code. */
	closeAll(code: number): void {
		for (const line of this.#lines) line.end(code);
	}

	setRight(canEdit: boolean): void {
		this.canEdit = canEdit;
		for (const line of this.#lines) line.hear(this.#role());
	}

	/** Whatever was held back is confirmed now. */
	confirm(): void {
		this.isConfirming = true;
		for (const line of this.#lines) line.hear(durable(line.taken));
	}

	/** Somebody else writes. */
	change(write: (doc: Y.Doc) => void): void {
		this.doc.transact(() => write(this.doc), 'somebody else');
	}

	join(line: FakeSocket): void {
		this.#lines.add(line);
		const hello = [this.#role(), syncMessage(SYNC_STEP.step1, Y.encodeStateVector(this.doc))];
		for (const words of this.asksFirst ? hello.toReversed() : hello) line.hear(words);
		const pass = (update: Uint8Array, origin: unknown) => {
			if (origin !== line) line.hear(syncMessage(SYNC_STEP.update, update));
		};
		this.doc.on('update', pass);
		line.onLeave = () => {
			this.doc.off('update', pass);
			this.#lines.delete(line);
		};
	}

	receive(line: FakeSocket, message: Uint8Array): void {
		const decoder = decoding.createDecoder(message);
		if (decoding.readVarUint(decoder) !== MESSAGE.sync) return;
		const step = decoding.readVarUint(decoder);
		const payload = decoding.readVarUint8Array(decoder);
		if (step === SYNC_STEP.step1) {
			line.hear(syncMessage(SYNC_STEP.step2, Y.encodeStateAsUpdate(this.doc, payload)));
			return;
		}
		const isEmpty = payload.length === 2;
		if (step === SYNC_STEP.step2 && isEmpty) return;
		this.received.push(payload);
		line.taken += isEmpty ? 0 : 1;
		if (this.canEdit) Y.applyUpdate(this.doc, payload, line);
		else line.hear(denied('read-only'));
		if (this.isConfirming) line.hear(durable(line.taken));
	}

	#role(): Uint8Array {
		const { canEdit, generation } = this;
		return event({ type: 'role', role: canEdit ? 'editor' : 'viewer', canEdit, generation });
	}
}

/** One line; messages arrive in order, in a later microtask. */
class FakeSocket {
	static readonly CONNECTING = 0;
	static readonly OPEN = 1;
	static readonly CLOSED = 3;
	readonly OPEN = 1;
	readyState = 0;
	binaryType = '';
	onopen: (() => void) | null = null;
	onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
	onerror: ((event: unknown) => void) | null = null;
	onclose: ((event: { code: number; reason: string }) => void) | null = null;
	onLeave = () => {};
	/** How many non-empty updates came by this line. */
	taken = 0;
	readonly #server: FakeSyncServer;

	constructor(server: FakeSyncServer) {
		this.#server = server;
		queueMicrotask(() => {
			if (this.readyState !== 0) return;
			if (!server.isUp) return this.end(1006);
			this.readyState = 1;
			this.onopen?.();
			server.join(this);
		});
	}

	send(message: Uint8Array): void {
		const copy = message.slice();
		queueMicrotask(() => {
			if (this.readyState === 1) this.#server.receive(this, copy);
		});
	}

	close(): void {
		this.end(1000);
	}

	hear(message: Uint8Array): void {
		queueMicrotask(() => {
			if (this.readyState === 1) this.onmessage?.({ data: message.slice().buffer as ArrayBuffer });
		});
	}

	end(code: number): void {
		if (this.readyState === 3) return;
		queueMicrotask(() => {
			if (this.readyState === 3) return;
			this.readyState = 3;
			this.onLeave();
			if (code === 1006) this.onerror?.(new Event('error'));
			this.onclose?.({ code, reason: '' });
		});
	}
}

function socketTo(server: FakeSyncServer): typeof WebSocket {
	return class extends FakeSocket {
		constructor() {
			super(server);
		}
	} as unknown as typeof WebSocket;
}

function syncMessage(step: number, payload: Uint8Array): Uint8Array {
	return message((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.sync);
		encoding.writeVarUint(encoder, step);
		encoding.writeVarUint8Array(encoder, payload);
	});
}

function event(value: SyncEvent): Uint8Array {
	return message((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.event);
		encoding.writeVarString(encoder, JSON.stringify(value));
	});
}

function denied(reason: string): Uint8Array {
	return message((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.auth);
		encoding.writeVarUint(encoder, AUTH_PERMISSION_DENIED);
		encoding.writeVarString(encoder, reason);
	});
}

function durable(count: number): Uint8Array {
	return message((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.durable);
		encoding.writeVarUint(encoder, count);
	});
}

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	write(encoder);
	return encoding.toUint8Array(encoder);
}
