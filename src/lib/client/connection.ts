// One document's line to the server: y-websocket's provider with our message types, close codes, back-off and
// counting. Nothing of this person's leaves before the server has said what right there is and which generation.
// It owns no document and decides nothing about offline copies: it reports, and its owner acts.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { readSyncMessage } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { CLOSE, isFinalClose } from '#lib/core/protocol/close-codes.ts';
import {
	AUTH_PERMISSION_DENIED,
	MESSAGE,
	parseSyncEvent,
	SYNC_STEP,
	type SyncEvent
} from '#lib/core/protocol/messages.ts';
import type { Clock, Random } from '#lib/core/clock.ts';
import { gatedSocket } from './gated-socket.ts';
import { createReconnectDelay } from './reconnect-delay.ts';
import type { UnsentChanges } from './unsent-changes.ts';

export type ConnectionState = 'connecting' | 'online' | 'offline';

/** Why a server that can be reached takes nothing just now: it cannot store, or it wants fewer connections. */
export type Trouble = 'storage' | 'busy';

export interface ConnectionListener {
	/** `trouble` only with 'offline', where the server said why it closed. */
	state(state: ConnectionState, trouble?: Trouble): void;
	/** All that the server has is here. */
	synced(): void;
	event(event: SyncEvent): void;
	/** The server refused an update. */
	denied(reason: string): void;
	/** More of this person's work is durable. */
	confirmed(): void;
	/** The server closed for good with `code`; no further attempt is made. */
	ended(code: number): void;
}

export interface ConnectionOptions {
	/** `ws(s)://host/sync` */
	url: string;
	documentId: string;
	doc: Y.Doc;
	awareness: Awareness;
	unsent: UnsentChanges;
	listener: ConnectionListener;
	socket: typeof WebSocket;
	clock: Clock;
	random: Random;
}

export interface Connection {
	/** Tries at once instead of waiting for the next attempt. */
	retry(): void;
	destroy(): void;
}

/** How long the server wants to be left alone after a close code, at least. */
const WAIT_MS: Readonly<Record<number, number>> = { [CLOSE.tooMany]: 5000, [CLOSE.storageUnavailable]: 2000 };

const TROUBLE: Readonly<Record<number, Trouble>> = {
	[CLOSE.tooMany]: 'busy',
	[CLOSE.storageUnavailable]: 'storage'
};

/** y-websocket takes 30 s without a message for a dead line: ask for an answer well before. */
const ASK_AFTER_MS = 10_000;

export function connect(options: ConnectionOptions): Connection {
	const { doc, awareness, unsent, listener, clock, random } = options;
	const delay = createReconnectDelay(clock, random);
	let destroyed = false;
	/** Null until the server named our right on this connection. */
	let mayEdit: boolean | null = null;
	/** True once our whole state went out on this connection: only then do single changes follow. */
	let stateLeft = false;
	let heldStep1: Uint8Array | null = null;

	const socket = gatedSocket(options.socket, {
		mayLeave(kind) {
			if (destroyed) return kind === 'other';
			if (kind === 'whole' || kind === 'empty-whole') return mayEdit === true;
			// Before our whole state, a single change could arrive without what it stands on; the state carries it.
			if (kind === 'update') return mayEdit === true && stateLeft;
			return kind !== 'empty-update';
		},
		left(kind) {
			if (kind === 'whole') unsent.sent(true);
			if (kind === 'update') unsent.sent(false);
			if (kind === 'empty-whole') {
				unsent.settled();
				listener.confirmed();
			}
			if (kind === 'whole' || kind === 'empty-whole') stateLeft = true;
		}
	});

	const provider = new WebsocketProvider(options.url, options.documentId, doc, {
		awareness,
		connect: false,
		// Other tabs are reached through the server like everybody: what one may not send there must not travel here.
		disableBc: true,
		WebSocketPolyfill: socket,
		shouldReconnect: ({ code }) => !isFinalClose(code)
	});

	const plainSync = provider.messageHandlers[MESSAGE.sync];
	provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, from, emitSynced, type) => {
		if (destroyed) return;
		const isStep1 = decoder.arr[decoder.pos] === SYNC_STEP.step1;
		// The answer to step 1 is everything we have: it waits for the right and the generation.
		if (isStep1 && mayEdit === null) heldStep1 = decoding.readTailAsUint8Array(decoder);
		else plainSync?.(encoder, decoder, from, emitSynced, type);
	};
	provider.messageHandlers[MESSAGE.event] = (_encoder, decoder) => {
		const event = parseSyncEvent(decoding.readVarString(decoder));
		if (!event || destroyed) return;
		const isFirst = mayEdit === null;
		listener.event(event);
		// The listener may have ended this connection: then nothing of ours leaves on it.
		if (event.type !== 'role' || destroyed) return;
		const gainedRight = event.canEdit && mayEdit === false;
		mayEdit = event.canEdit;
		if (isFirst && heldStep1) answerStep1(heldStep1);
		else if (gainedRight) askAgain();
		heldStep1 = null;
	};
	provider.messageHandlers[MESSAGE.durable] = (_encoder, decoder) => {
		if (unsent.confirmed(decoding.readVarUint(decoder))) listener.confirmed();
	};
	provider.messageHandlers[MESSAGE.auth] = (_encoder, decoder) => {
		if (decoding.readVarUint(decoder) !== AUTH_PERMISSION_DENIED || destroyed) return;
		listener.denied(decoding.readVarString(decoder));
	};

	function answerStep1(message: Uint8Array): void {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, MESSAGE.sync);
		readSyncMessage(decoding.createDecoder(message), encoder, doc, provider);
		provider.ws?.send(encoding.toUint8Array(encoder));
	}

	/** Lost and regained the right on one connection: a fresh handshake tells what the server lacks. */
	function askAgain(): void {
		provider.disconnect();
		provider.connect();
	}

	provider.on('status', ({ status }) => {
		if (destroyed) return;
		if (status === 'connected') {
			mayEdit = null;
			stateLeft = false;
			heldStep1 = null;
			unsent.connectionOpened();
		} else {
			listener.state(status === 'connecting' ? 'connecting' : 'offline');
		}
	});
	provider.on('sync', (isSynced) => {
		if (!isSynced || destroyed) return;
		delay.connected();
		listener.state('online');
		listener.synced();
	});
	provider.on('connection-close', (event) => {
		if (destroyed) return;
		listener.state('offline', event ? TROUBLE[event.code] : undefined);
		// y-websocket computes min(2^attempts × 100, maxBackoffTime): with many attempts, the wait is exactly ours.
		provider.wsUnsuccessfulReconnects = 30;
		provider.maxBackoffTime = delay.next(event ? WAIT_MS[event.code] : 0);
	});
	provider.on('closed', ({ code }) => {
		if (!destroyed) listener.ended(code);
	});

	const ask = setInterval(() => {
		if (!provider.wsconnected || Date.now() - provider.wsLastMessageReceived < ASK_AFTER_MS) return;
		provider.ws?.send(new Uint8Array([MESSAGE.queryAwareness]));
	}, ASK_AFTER_MS / 2);

	// A line that the system knows to be gone is not waited for, and one that came back is used at once.
	const goneOffline = () => provider.disconnect();
	const backOnline = () => provider.connect();
	globalThis.addEventListener?.('offline', goneOffline);
	globalThis.addEventListener?.('online', backOnline);

	listener.state('connecting');
	provider.connect();

	return {
		retry: () => provider.connect(),
		destroy() {
			destroyed = true;
			clearInterval(ask);
			globalThis.removeEventListener?.('offline', goneOffline);
			globalThis.removeEventListener?.('online', backOnline);
			provider.destroy();
		}
	};
}
