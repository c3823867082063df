// A set of clock ranges per client: what a document has deleted. Ranges are kept sorted and joined.

export class ClockRanges {
	readonly #byClient = new Map<number, { start: number; end: number }[]>();

	add(client: number, clock: number, length: number): void {
		let start = clock;
		let end = clock + length;
		const ranges = this.#byClient.get(client);
		if (!ranges) {
			this.#byClient.set(client, [{ start, end }]);
			return;
		}
		const from = this.#firstEndingAtOrAfter(ranges, start);
		let to = from;
		for (let next = ranges[to]; next && next.start <= end; next = ranges[++to]) {
			start = Math.min(start, next.start);
			end = Math.max(end, next.end);
		}
		ranges.splice(from, to - from, { start, end });
	}

	covers(client: number, clock: number, length: number): boolean {
		const ranges = this.#byClient.get(client);
		if (!ranges) return false;
		const range = ranges[this.#firstEndingAtOrAfter(ranges, clock + length)];
		return range !== undefined && range.start <= clock;
	}

	#firstEndingAtOrAfter(ranges: readonly { start: number; end: number }[], clock: number): number {
		let low = 0;
		let high = ranges.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((ranges[middle]?.end ?? 0) < clock) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
