// The last thing an outgoing message passes: a WebSocket class that lets document updates through only when they may
// leave, and reports each one that did, so that confirmations (message type 101) can be counted truthfully.
// It changes no byte and knows nothing of documents.

import * as decoding from 'lib0/decoding';
import { MESSAGE, SYNC_STEP } from '#lib/core/protocol/messages.ts';

export type Outgoing = 'other' | 'whole' | 'empty-whole' | 'update' | 'empty-update';

/** What a message is to the count: P2 of core/protocol/SPEC.md. */
export function classify(message: Uint8Array): Outgoing {
	const decoder = decoding.createDecoder(message);
	if (decoding.readVarUint(decoder) !== MESSAGE.sync) return 'other';
	const step = decoding.readVarUint(decoder);
	if (step === SYNC_STEP.step1) return 'other';
	const length = decoding.readVarUint(decoder);
	// An update without structs and without deletions is two zero bytes.
	const isEmpty = length === 2 && decoding.readUint8(decoder) === 0 && decoding.readUint8(decoder) === 0;
	if (step === SYNC_STEP.step2) return isEmpty ? 'empty-whole' : 'whole';
	return isEmpty ? 'empty-update' : 'update';
}

export interface Gate {
	/** May this message leave now? Asked for every message; what is refused is silently not sent. */
	mayLeave(kind: Outgoing): boolean;
	/** It is on its way. */
	left(kind: Outgoing): void;
}

export function gatedSocket(Base: typeof WebSocket, gate: Gate): typeof WebSocket {
	return class extends Base {
		override send(data: Parameters<WebSocket['send']>[0]): void {
			const kind = data instanceof Uint8Array ? classify(data) : 'other';
			if (!gate.mayLeave(kind)) return;
			super.send(data);
			gate.left(kind);
		}
	};
}
