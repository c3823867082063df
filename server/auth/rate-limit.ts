// How often somebody may try, counted in memory: a sliding window per key. Attempts are counted before they
// are decided, so that many at once gain nothing; a restart forgives.

import { isIPv6 } from 'node:net';
import type { Clock } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';

export interface RateLimiter {
	/** Counts one attempt. Throws AppError('too-many-requests', {retryAfterSeconds, seconds}) when over the limit. */
	count(key: string): void;
	/** The attempt was a good one: its key starts afresh. */
	forgive(key: string): void;
}

export interface RateLimit {
	attempts: number;
	windowSeconds: number;
}

/** Above this many keys, those whose window has passed are dropped. */
const SWEEP_ABOVE = 10_000;

export function createRateLimiter(clock: Clock, { attempts, windowSeconds }: RateLimit): RateLimiter {
	const window = windowSeconds * 1000;
	const seen = new Map<string, number[]>();

	function recent(key: string, now: number): number[] {
		return (seen.get(key) ?? []).filter((moment) => moment > now - window);
	}

	function sweep(now: number): void {
		for (const key of seen.keys()) {
			if (recent(key, now).length === 0) seen.delete(key);
		}
	}

	return {
		count(key) {
			const now = clock();
			const moments = recent(key, now);
			if (moments.length >= attempts) {
				const oldest = moments[0] ?? now;
				const seconds = Math.max(1, Math.ceil((oldest + window - now) / 1000));
				throw new AppError('too-many-requests', { retryAfterSeconds: seconds, seconds });
			}
			moments.push(now);
			seen.set(key, moments);
			if (seen.size > SWEEP_ABOVE) sweep(now);
		},
		forgive(key) {
			seen.delete(key);
		}
	};
}

/** What counts as one place: an IPv4 address, or the /64 that one IPv6 customer is given. */
export function placeOf(ip: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
	if (mapped !== undefined) return mapped;
	if (!isIPv6(ip)) return ip;
	const [head = '', tail = ''] = ip.toLowerCase().replace(/%.*$/, '').split('::');
	const groups = (text: string) => (text === '' ? [] : text.split(':'));
	const [before, after] = [groups(head), groups(tail)];
	const gap: string[] = ip.includes('::')
		? Array(Math.max(0, 8 - before.length - after.length)).fill('0')
		: [];
	return [...before, ...gap, ...after]
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':');
}
