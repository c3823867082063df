// Counts, for one connection, how many of the updates it sent are settled without a gap (message 101).

export interface Ticket {
	isSettled: boolean;
}

export class Acknowledgements {
	readonly #waiting: Ticket[] = [];
	#count = 0;
	#told = 0;

	open(): Ticket {
		const ticket = { isSettled: false };
		this.#waiting.push(ticket);
		return ticket;
	}

	/** The count to tell the client now; null when it knows already. */
	take(): number | null {
		let settled = 0;
		while (this.#waiting[settled]?.isSettled) settled++;
		this.#waiting.splice(0, settled);
		this.#count += settled;
		if (this.#count === this.#told) return null;
		this.#told = this.#count;
		return this.#count;
	}
}
