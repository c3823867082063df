// One signal per key: waking a key wakes those who read it and nobody else. Keys that nobody reads cost nothing, however
// many there are; that is what lets ten thousand rows stand behind thirty on the screen.

import { createSubscriber } from 'svelte/reactivity';

interface Signal {
	follow: () => void;
	wake: () => void;
}

export class Signals<Key> {
	readonly #signals = new Map<Key, Signal>();

	/** Called while reading what `key` stands for. Outside an effect or a template it does nothing. */
	follow(key: Key): void {
		if (!$effect.tracking()) return;
		let signal = this.#signals.get(key);
		if (!signal) this.#signals.set(key, (signal = this.#make(key)));
		signal.follow();
	}

	wake(keys: Iterable<Key>): void {
		for (const key of keys) this.#signals.get(key)?.wake();
	}

	/** How many keys have readers now; for tests. */
	get size(): number {
		return this.#signals.size;
	}

	#make(key: Key): Signal {
		const signal: Signal = {
			wake: () => {},
			follow: createSubscriber((update) => {
				signal.wake = update;
				return () => {
					if (this.#signals.get(key) === signal) this.#signals.delete(key);
				};
			})
		};
		return signal;
	}
}
