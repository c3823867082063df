// Slows writers down while the background work cannot keep up: above a bound of bytes that wait for it, whoever sends
// more is not read from until half of them are taken care of. Readers notice nothing.

/** What waits: updates for being filed, or one document's log for a snapshot. */
export type Wait = 'backlog' | 'compaction';

/** A connection that can stop being read from. */
export interface Writer {
	setPaused(reason: Wait, isPaused: boolean): void;
}

export class Backlog {
	readonly #limit: number;
	readonly #reason: Wait;
	readonly #held = new Set<Writer>();
	#isFull = false;

	constructor(limit: number, reason: Wait) {
		this.#limit = limit;
		this.#reason = reason;
	}

	get isFull(): boolean {
		return this.#isFull;
	}

	/** Tells how many bytes wait now. */
	measure(bytes: number): void {
		if (bytes > this.#limit) this.#isFull = true;
		else if (this.#isFull && bytes <= this.#limit / 2) {
			this.#isFull = false;
			const held = [...this.#held];
			this.#held.clear();
			for (const writer of held) writer.setPaused(this.#reason, false);
		}
	}

	/** Called after each update that was stored. */
	wrote(writer: Writer): void {
		if (!this.#isFull || this.#held.has(writer)) return;
		this.#held.add(writer);
		writer.setPaused(this.#reason, true);
	}

	forget(writer: Writer): void {
		this.#held.delete(writer);
	}
}
