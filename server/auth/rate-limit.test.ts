import { expect, it } from 'vitest';
import { manualClock } from '#lib/core/clock.ts';
import { createRateLimiter, placeOf } from './rate-limit.ts';

it('refuses the attempt over the limit, says when to come back, and keeps its word', () => {
	const clock = manualClock();
	const limiter = createRateLimiter(clock, { attempts: 2, windowSeconds: 60 });
	limiter.count('a');
	clock.advance(10_000);
	limiter.count('a');
	limiter.count('b');
	expect(() => limiter.count('a')).toThrow(
		expect.objectContaining({ code: 'too-many-requests', params: { retryAfterSeconds: 50, seconds: 50 } })
	);
	clock.advance(50_000);
	limiter.count('a');
	expect(() => limiter.count('a')).toThrow('too-many-requests');
});

it('forgets a key that did well', () => {
	const limiter = createRateLimiter(manualClock(), { attempts: 1, windowSeconds: 60 });
	limiter.count('a');
	limiter.forgive('a');
	limiter.count('a');
	expect(() => limiter.count('a')).toThrow('too-many-requests');
});

it.each([
	['203.0.113.7', '203.0.113.7'],
	['::ffff:203.0.113.7', '203.0.113.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
	['2001:db8::9', '2001:db8:0:0'],
	['::1', '0:0:0:0'],
	['fe80::1%eth0', 'fe80:0:0:0'],
	['unknown', 'unknown']
])('counts %s as the place %s', (ip, place) => {
	expect(placeOf(ip)).toBe(place);
});
