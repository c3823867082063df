// Letters typed in a grid that cannot be edited look for a row by the beginning of its name. Letters that follow within a
// second belong together; one letter repeated goes on to the next row that begins with it.

const pause = 1000;

export class TypeAhead {
	#typed = '';
	#last = Number.NEGATIVE_INFINITY;

	/** The index of the row to go to, or -1. `now` in milliseconds. */
	find(char: string, now: number, from: number, names: { count: number; at(index: number): string }): number {
		this.#typed = now - this.#last > pause ? char : this.#typed + char;
		this.#last = now;
		const letters = [...fold(this.#typed)];
		const repeats = letters.every((letter) => letter === letters[0]);
		const wanted = repeats ? (letters[0] ?? '') : letters.join('');
		// A search that grows may stay where it is; one that begins or repeats goes on.
		const start = repeats ? from + 1 : Math.max(0, from);
		for (let step = 0; step < names.count; step += 1) {
			const index = (start + step) % names.count;
			if (fold(names.at(index)).startsWith(wanted)) return index;
		}
		return -1;
	}
}

function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trimStart();
}
