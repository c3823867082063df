// Prepared edits, and a watch that says when each of them arrived.

import * as Y from 'yjs';

export interface Author {
	client: number;
	/** One character each; the clock of the n-th is n. */
	updates: Uint8Array[];
}

export function author(count: number): Author {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	const text = doc.getText('t');
	for (let index = 0; index < count; index++) text.insert(index, String(index % 10));
	const client = doc.clientID;
	doc.destroy();
	return { client, updates };
}

/** Milliseconds from sending an edit to each watched arrival of it. */
export class Arrivals {
	readonly delays: number[] = [];
	readonly #sent = new Map<number, number[]>();
	readonly #expected: number;
	#done: (() => void) | undefined;

	/** `expected`: arrivals in all, over everybody who watches. */
	constructor(expected: number) {
		this.#expected = expected;
	}

	sent(client: number): void {
		const times = this.#sent.get(client);
		if (times) times.push(performance.now());
		else this.#sent.set(client, [performance.now()]);
	}

	arrived(update: Uint8Array): void {
		if (update.length <= 2) return;
		const now = performance.now();
		const { from, to } = Y.parseUpdateMeta(update);
		for (const [client, start] of from) {
			const times = this.#sent.get(client);
			if (!times) continue;
			for (let clock = start; clock < (to.get(client) ?? 0); clock++) {
				const sent = times[clock];
				if (sent !== undefined) this.delays.push(now - sent);
			}
		}
		if (this.delays.length >= this.#expected) this.#done?.();
	}

	/** Resolves when everything has arrived; throws when that takes longer. */
	async all(milliseconds: number): Promise<void> {
		if (this.delays.length >= this.#expected) return;
		let timer: NodeJS.Timeout | undefined;
		await new Promise<void>((resolve, reject) => {
			this.#done = resolve;
			timer = setTimeout(
				() => reject(new Error(`${this.delays.length} of ${this.#expected} edits arrived`)),
				milliseconds
			);
		});
		clearTimeout(timer);
	}
}

export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const wait = (milliseconds: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Calls `step` for each of `count`, spread evenly over `milliseconds` as far as a timer can. */
export async function paced(
	count: number,
	milliseconds: number,
	step: (index: number) => void
): Promise<void> {
	const started = performance.now();
	let done = 0;
	while (done < count) {
		const due = Math.min(count, Math.ceil(((performance.now() - started) / milliseconds) * count));
		while (done < due) step(done++);
		await wait(1);
	}
}
