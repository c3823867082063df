// Requests that were taken and not answered yet, so that a stop can wait for their answers.

import type { ServerResponse } from 'node:http';

export class RequestsInFlight {
	readonly #open = new Set<ServerResponse>();
	#whenNone: (() => void) | null = null;

	add(response: ServerResponse): void {
		this.#open.add(response);
		response.once('close', () => {
			this.#open.delete(response);
			if (this.#open.size === 0) this.#whenNone?.();
		});
	}

	/** Resolves when the last one is answered or given up by its sender. */
	none(): Promise<void> {
		if (this.#open.size === 0) return Promise.resolve();
		return new Promise((resolve) => (this.#whenNone = resolve));
	}
}
