// Updates of one room that wait for predecessors the server has not seen. Bounded in bytes and in time, so that a
// client which claims an impossible past holds nothing for long.

import type { Ticket } from './acknowledgements.ts';
import { leavesHole, type StateVector, type UpdateFacts } from './update-facts.ts';

export interface Held<Member> {
	update: Uint8Array;
	facts: UpdateFacts;
	sender: Member;
	ticket: Ticket;
	until: number;
}

/** What a held update costs beside its bytes; also what keeps looking through them short. */
const ENTRY_BYTES = 200;

export class HeldUpdates<Member> {
	#held: Held<Member>[] = [];
	#bytes = 0;

	get isEmpty(): boolean {
		return this.#held.length === 0;
	}

	isWaiting(sender: Member): boolean {
		return this.#held.some((held) => held.sender === sender);
	}

	/** False when there is no room for it. */
	add(held: Held<Member>, limit: number): boolean {
		const bytes = ENTRY_BYTES + held.update.length;
		if (this.#bytes + bytes > limit) return false;
		this.#bytes += bytes;
		this.#held.push(held);
		return true;
	}

	/** Takes out everything that stands on known ground; what is accepted may free more. */
	release(known: StateVector, accept: (held: Held<Member>) => void): void {
		for (let isFruitful = this.#held.length > 0; isFruitful;) {
			const waiting = this.#held;
			this.#keep([]);
			const still: Held<Member>[] = [];
			for (const held of waiting) {
				if (leavesHole(held.facts, known)) still.push(held);
				else accept(held);
			}
			this.#keep(still);
			isFruitful = still.length > 0 && still.length < waiting.length;
		}
	}

	forget(sender: Member): void {
		this.#keep(this.#held.filter((held) => held.sender !== sender));
	}

	/** Who waited too long. */
	expired(now: number): Member[] {
		return this.#held.filter(({ until }) => until < now).map(({ sender }) => sender);
	}

	#keep(held: Held<Member>[]): void {
		this.#held = held;
		this.#bytes = held.reduce((sum, { update }) => sum + ENTRY_BYTES + update.length, 0);
	}
}
