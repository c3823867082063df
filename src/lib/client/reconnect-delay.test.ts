import { describe, expect, it } from 'vitest';
import { manualClock } from '#lib/core/clock.ts';
import { createReconnectDelay } from './reconnect-delay.ts';

describe('the wait before connecting again', () => {
	it('grows to a ceiling, spread by chance', () => {
		const least = createReconnectDelay(manualClock(), () => 0);
		const most = createReconnectDelay(manualClock(), () => 1);
		expect([least.next(), least.next(), least.next()]).toEqual([125, 250, 500]);
		expect([most.next(), most.next(), most.next()]).toEqual([250, 500, 1000]);
		for (let attempt = 0; attempt < 40; attempt++) most.next();
		expect(most.next()).toBe(20_000);
	});

	it('begins anew only after a connection that lasted', () => {
		const clock = manualClock();
		const delay = createReconnectDelay(clock, () => 1);
		delay.next();
		delay.connected();
		clock.advance(9_999);
		expect(delay.next()).toBe(500);
		delay.connected();
		clock.advance(10_000);
		expect(delay.next()).toBe(250);
	});

	it('waits at least as long as the server asked for', () => {
		expect(createReconnectDelay(manualClock(), () => 0).next(5000)).toBe(5125);
	});
});
