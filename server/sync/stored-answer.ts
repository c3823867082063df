// What a client lacks of a stored document, as frames: cut by its state vector, without building a document. Keeps
// the costly parts, so that a hundred clients who come at once cost little more than one, in time and in memory.

import * as Y from 'yjs';
import { EMPTY_UPDATE, step2Frame, updateFrame } from './frames.ts';
import { joinTyping } from './typing.ts';
import type { StateVector } from './update-facts.ts';
import type { StoredDocument } from './update-store.ts';

/** So many updates are merged into one frame: beyond, merging costs more than sending. */
const MERGED_AT_ONCE = 100;
const DIFFERENCES_KEPT = 16;
const COMPLETE = step2Frame(EMPTY_UPDATE);

export class StoredAnswer {
	readonly stored: StoredDocument;
	readonly #snapshotVector: StateVector | null;
	/** Of the snapshot: for who has nothing of it, and for who has all but its deletions. */
	#whole: Buffer | null = null;
	#deletions: Buffer | null = null;
	/** Of the snapshot by state vector: clients who left together come back together. */
	readonly #differences = new Map<string, Buffer>();
	/** Full steps of the tail, and the rest of it as long as nothing is added. */
	readonly #merged: Buffer[] = [];
	#rest: { frames: Buffer; tailLength: number } | null = null;

	constructor(stored: StoredDocument) {
		this.stored = stored;
		this.#snapshotVector = stored.stateVector && Y.decodeStateVector(stored.stateVector);
	}

	/** Any number of updates, a step 2 last; shared by all who are answered alike. */
	frames(known: StateVector, stateVector: Uint8Array): Buffer[] {
		const { snapshot } = this.stored;
		const frames = snapshot ? [this.#ofSnapshot(snapshot, known, stateVector)] : [];
		frames.push(...this.#ofTail(), COMPLETE);
		return frames;
	}

	#ofSnapshot(snapshot: Uint8Array, known: StateVector, stateVector: Uint8Array): Buffer {
		if (known.size === 0) return (this.#whole ??= updateFrame(snapshot));
		const { deletions } = this.stored;
		if (this.#snapshotVector && deletions && covers(known, this.#snapshotVector)) {
			return (this.#deletions ??= updateFrame(deletions));
		}
		return this.#difference(snapshot, stateVector);
	}

	#ofTail(): Buffer[] {
		const { tail } = this.stored;
		const whole = Math.floor(tail.length / MERGED_AT_ONCE);
		while (this.#merged.length < whole) {
			const from = this.#merged.length * MERGED_AT_ONCE;
			this.#merged.push(mergedFrame(tail.slice(from, from + MERGED_AT_ONCE)));
		}
		const from = whole * MERGED_AT_ONCE;
		if (from === tail.length) return this.#merged;
		if (this.#rest?.tailLength !== tail.length) {
			this.#rest = { frames: mergedFrame(tail.slice(from)), tailLength: tail.length };
		}
		return [...this.#merged, this.#rest.frames];
	}

	#difference(snapshot: Uint8Array, stateVector: Uint8Array): Buffer {
		const key = Buffer.from(stateVector).toString('base64');
		const known = this.#differences.get(key);
		if (known) return known;
		const difference = updateFrame(Y.diffUpdate(snapshot, stateVector));
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
		return updateFrame(joinTyping(updates) ?? Y.mergeUpdates([...updates]));
	} catch {
		return Buffer.concat(updates.map(updateFrame)); // merging saves frames, it is never needed
	}
}

function covers(known: StateVector, other: StateVector): boolean {
	for (const [client, clock] of other) if ((known.get(client) ?? 0) < clock) return false;
	return true;
}
