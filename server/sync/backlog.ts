// Slows writers down while the background work cannot keep up: above a bound of memory held by undrained updates
// whoever sends another one is not read from until half of it is taken over. Readers notice nothing.

/** A connection that can stop being read from. */
export interface Writer {
	setPaused(reason: 'backlog', isPaused: boolean): void;
}

export class Backlog {
	readonly #limit: number;
	readonly #held = new Set<Writer>();
	#isFull = false;

	constructor(limit: number) {
		this.#limit = limit;
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
			for (const writer of held) writer.setPaused('backlog', false);
		}
	}

	/** Called after each update that was stored. */
	wrote(writer: Writer): void {
		if (!this.#isFull || this.#held.has(writer)) return;
		this.#held.add(writer);
		writer.setPaused('backlog', true);
	}

	forget(writer: Writer): void {
		this.#held.delete(writer);
	}
}
