// Who is in a room and where their cursor is: the last raw state per awareness client, bound to the
// connection that spoke it first. Kept in memory only; what others claim about somebody is ignored.

import { presenceFrame, type PresenceState } from './frames.ts';
import type { Task, TurnEnd } from './turn-end.ts';

export interface PresenceOwner {
	readonly userId: string;
	sendPresence(frame: Buffer): void;
}

interface Entry extends PresenceState {
	owner: PresenceOwner;
}

/** How many clients that left are remembered, so that a late echo of them does not bring them back. */
const DEPARTED_KEPT = 1000;

export class Presence implements Task {
	readonly #entries = new Map<number, Entry>();
	readonly #departed = new Map<number, string>();
	readonly #dirty = new Map<number, PresenceState>();
	readonly #receivers: ReadonlySet<PresenceOwner>;
	readonly #turnEnd: TurnEnd;
	#isScheduled = false;

	constructor(receivers: ReadonlySet<PresenceOwner>, turnEnd: TurnEnd) {
		this.#receivers = receivers;
		this.#turnEnd = turnEnd;
	}

	/** False when the owner would speak for more than `limit` clients. */
	receive(owner: PresenceOwner, states: readonly PresenceState[], limit: number): boolean {
		for (const state of states) {
			const known = this.#entries.get(state.client);
			if (known ? !mayReplace(known, state, owner) : !this.#mayEnter(state, owner)) continue;
			if (state.json === null) this.#remove(state);
			else {
				if (known?.owner !== owner && this.#countOf(owner) >= limit) return false;
				this.#entries.set(state.client, { ...state, owner });
				this.#departed.delete(state.client);
				this.#touch(state);
			}
		}
		return true;
	}

	leave(owner: PresenceOwner): void {
		for (const entry of [...this.#entries.values()]) {
			if (entry.owner === owner) this.#remove({ client: entry.client, clock: entry.clock, json: null });
		}
	}

	get isEmpty(): boolean {
		return this.#entries.size === 0;
	}

	/** Everybody's state. */
	full(): Buffer {
		return presenceFrame([...this.#entries.values()]);
	}

	/** A stock client repeats what it hears: only the person themselves brings back a client that left. */
	#mayEnter(state: PresenceState, owner: PresenceOwner): boolean {
		const departed = this.#departed.get(state.client);
		return state.json !== null && (departed === undefined || departed === owner.userId);
	}

	#remove(state: PresenceState): void {
		const known = this.#entries.get(state.client);
		if (!known) return;
		this.#entries.delete(state.client);
		this.#departed.set(state.client, known.owner.userId);
		for (const oldest of this.#departed.keys()) {
			if (this.#departed.size <= DEPARTED_KEPT) break;
			this.#departed.delete(oldest);
		}
		this.#touch(state);
	}

	#countOf(owner: PresenceOwner): number {
		let count = 0;
		for (const entry of this.#entries.values()) if (entry.owner === owner) count++;
		return count;
	}

	/** The latest state per client goes out once per turn; in a crowd once per window, which eyes do not notice. */
	#touch(state: PresenceState): void {
		this.#dirty.set(state.client, state);
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		const crowd = this.#entries.size;
		if (crowd <= 20) this.#turnEnd.do('show', this);
		else setTimeout(() => this.run(), crowd <= 100 ? 16 : 40).unref();
	}

	run(): void {
		this.#isScheduled = false;
		if (this.#dirty.size === 0) return;
		const frame = presenceFrame([...this.#dirty.values()]);
		this.#dirty.clear();
		// To the owner as well: a stock client takes a connection on which it hears nothing for dead.
		for (const receiver of this.#receivers) receiver.sendPresence(frame);
	}
}

function mayReplace(known: Entry, state: PresenceState, owner: PresenceOwner): boolean {
	if (known.owner === owner) return state.clock >= known.clock;
	// The same person may come back on a new socket before the old one is known to be dead.
	return known.owner.userId === owner.userId && state.json !== null && state.clock > known.clock;
}
