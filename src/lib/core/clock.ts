// Time and chance as values that are passed in, so that every test can replay a run.
// Pure code takes a Clock or a Random; only the edges hand in the real ones.

/** Milliseconds since the Unix epoch, UTC. */
export type Clock = () => number;

/** A number in [0, 1), as Math.random gives it. */
export type Random = () => number;

export const systemClock: Clock = () => Date.now();

/** A clock for tests: stands still until it is told to move. */
export function manualClock(start = 1_767_225_600_000): Clock & { advance(milliseconds: number): void } {
	let now = start;
	const clock = () => now;
	return Object.assign(clock, {
		advance(milliseconds: number) {
			now += milliseconds;
		}
	});
}

/** mulberry32: small, fast, good enough to shuffle tests; never for secrets. */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
