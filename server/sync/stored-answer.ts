// What a client lacks of a stored document, as frames: cut by its state vector, without building a document. Keeps
// the costly parts, so that a hundred clients who come at once cost little more than one.

import * as Y from 'yjs';
import { EMPTY_UPDATE, step2Frame, updateFrame } from './frames.ts';
import type { StateVector } from './update-facts.ts';
import type { StoredDocument } from './update-store.ts';

/** So many updates are merged into one frame: beyond, merging costs more than sending. */
const MERGED_AT_ONCE = 100;
const DIFFERENCES_KEPT = 16;

export class StoredAnswer {
	readonly stored: StoredDocument;
	readonly #snapshotVector: StateVector | null;
	/** Differences to the snapshot by state vector: clients who left together come back together. */
	readonly #differences = new Map<string, Uint8Array>();
	/** Full steps of the tail, merged once. */
	readonly #merged: Buffer[] = [];
	/** For who knows nothing, as long as nothing is added: the same bytes for every newcomer. */
	#whole: { frames: Buffer; tailLength: number } | null = null;

	constructor(stored: StoredDocument) {
		this.stored = stored;
		this.#snapshotVector = stored.stateVector && Y.decodeStateVector(stored.stateVector);
	}

	/** Any number of updates, a step 2 last, in one buffer. */
	frames(known: StateVector, stateVector: Uint8Array): Buffer {
		if (known.size > 0) return this.#build(known, stateVector);
		const tailLength = this.stored.tail.length;
		if (this.#whole?.tailLength !== tailLength) {
			this.#whole = { frames: this.#build(known, stateVector), tailLength };
		}
		return this.#whole.frames;
	}

	#build(known: StateVector, stateVector: Uint8Array): Buffer {
		const pieces: Buffer[] = [];
		const { snapshot, deletions, tail } = this.stored;
		if (snapshot) {
			if (known.size === 0) pieces.push(updateFrame(snapshot));
			else if (this.#snapshotVector && deletions && covers(known, this.#snapshotVector)) {
				pieces.push(updateFrame(deletions));
			} else pieces.push(updateFrame(this.#difference(snapshot, stateVector)));
		}
		const whole = Math.floor(tail.length / MERGED_AT_ONCE);
		while (this.#merged.length < whole) {
			const from = this.#merged.length * MERGED_AT_ONCE;
			this.#merged.push(mergedFrame(tail.slice(from, from + MERGED_AT_ONCE)));
		}
		pieces.push(...this.#merged);
		const rest = tail.slice(whole * MERGED_AT_ONCE);
		if (rest.length > 0) pieces.push(mergedFrame(rest));
		pieces.push(step2Frame(EMPTY_UPDATE));
		return Buffer.concat(pieces);
	}

	#difference(snapshot: Uint8Array, stateVector: Uint8Array): Uint8Array {
		const key = Buffer.from(stateVector).toString('base64');
		const known = this.#differences.get(key);
		if (known) return known;
		const difference = Y.diffUpdate(snapshot, stateVector);
		if (this.#differences.size >= DIFFERENCES_KEPT) {
			for (const oldest of this.#differences.keys()) {
				this.#differences.delete(oldest);
				break;
			}
		}
		this.#differences.set(key, difference);
		return difference;
	}
}

/** Many updates as few frames. */
export function mergedFrames(updates: readonly Uint8Array[]): Buffer {
	const frames: Buffer[] = [];
	for (let from = 0; from < updates.length; from += MERGED_AT_ONCE) {
		frames.push(mergedFrame(updates.slice(from, from + MERGED_AT_ONCE)));
	}
	return frames.length === 1 ? (frames[0] as Buffer) : Buffer.concat(frames);
}

function mergedFrame(updates: readonly Uint8Array[]): Buffer {
	const [only] = updates;
	if (only && updates.length === 1) return updateFrame(only);
	try {
		return updateFrame(Y.mergeUpdates([...updates]));
	} catch {
		return Buffer.concat(updates.map(updateFrame)); // merging saves frames, it is never needed
	}
}

function covers(known: StateVector, other: StateVector): boolean {
	for (const [client, clock] of other) if ((known.get(client) ?? 0) < clock) return false;
	return true;
}
