// How long to wait before the next attempt to connect: growing, capped, and spread by chance so that a restarted
// server is not met by everybody in the same instant. Only a connection that lasted proves that the trouble is over.

import type { Clock, Random } from '#lib/core/clock.ts';

const FIRST_MS = 250;
const LONGEST_MS = 20_000;
/** A connection that lived this long starts the next series from the beginning. */
const STABLE_MS = 10_000;

export interface ReconnectDelay {
	/** A connection is open and synced. */
	connected(): void;
	/** The connection is gone: milliseconds until the next attempt. `atLeast` is the wait the server asked for. */
	next(atLeast?: number): number;
}

export function createReconnectDelay(clock: Clock, random: Random): ReconnectDelay {
	let attempt = 0;
	let connectedAt: number | null = null;
	return {
		connected() {
			connectedAt = clock();
		},
		next(atLeast = 0) {
			if (connectedAt !== null && clock() - connectedAt >= STABLE_MS) attempt = 0;
			connectedAt = null;
			const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16));
			attempt += 1;
			// Half fixed, half chance: never at once, never all together.
			return Math.round(atLeast + ceiling / 2 + (random() * ceiling) / 2);
		}
	};
}
