// A deterministic bad network between replicas of one document: it drops, delays, reorders, duplicates and
// partitions, all by a seeded chance, so that a failing run replays from its seed. Time is counted in ticks.

import * as Y from 'yjs';
import type { Random } from '#lib/core/clock.ts';

export interface BadWeather {
	/** Chance that a message is lost. */
	drop: number;
	/** Chance that a message arrives twice. */
	duplicate: number;
	/** Longest delay in ticks; messages with different delays overtake each other. */
	delay: number;
}

interface Message {
	to: number;
	from: number;
	due: number;
	update: Uint8Array;
}

const NETWORK = Symbol('fake network');

export class FakeNetwork {
	readonly #random: Random;
	readonly #weather: BadWeather;
	readonly #replicas: readonly Y.Doc[];
	#inFlight: Message[] = [];
	#groups: number[];
	#now = 0;

	constructor(replicas: readonly Y.Doc[], random: Random, weather: BadWeather) {
		this.#replicas = replicas;
		this.#random = random;
		this.#weather = weather;
		this.#groups = replicas.map(() => 0);
		for (const [from, doc] of replicas.entries()) {
			doc.on('update', (update: Uint8Array, origin: unknown) => {
				if (origin !== NETWORK) this.#broadcast(from, update);
			});
		}
	}

	/** Splits the replicas into two halves by chance; messages between them are lost until `heal`. */
	partition(): void {
		this.#groups = this.#replicas.map(() => Math.floor(this.#random() * 2));
	}

	heal(): void {
		this.#groups = this.#replicas.map(() => 0);
	}

	tick(): void {
		this.#now++;
		const due = this.#inFlight.filter((message) => message.due <= this.#now);
		this.#inFlight = this.#inFlight.filter((message) => message.due > this.#now);
		while (due.length > 0) {
			const [message] = due.splice(Math.floor(this.#random() * due.length), 1);
			if (message) this.#deliver(message);
		}
	}

	/** Good weather: everything under way arrives, then all compare state vectors, as a reconnect does. */
	settle(): void {
		this.heal();
		while (this.#inFlight.length > 0) this.tick();
		for (let round = 0; round < 2; round++) {
			for (const from of this.#replicas) {
				for (const to of this.#replicas) {
					if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), NETWORK);
				}
			}
		}
	}

	#broadcast(from: number, update: Uint8Array): void {
		for (const to of this.#replicas.keys()) {
			if (to === from || this.#random() < this.#weather.drop) continue;
			const copies = this.#random() < this.#weather.duplicate ? 2 : 1;
			for (let copy = 0; copy < copies; copy++) {
				const due = this.#now + 1 + Math.floor(this.#random() * this.#weather.delay);
				this.#inFlight.push({ to, from, due, update });
			}
		}
	}

	#deliver({ to, from, update }: Message): void {
		const replica = this.#replicas[to];
		if (replica && this.#groups[to] === this.#groups[from]) Y.applyUpdate(replica, update, NETWORK);
	}
}
