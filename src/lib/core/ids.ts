// Identifiers: sortable by creation time, random enough not to collide, safe in a URL and in CSS.
// They name things; they are never secrets (secrets come from server/auth).

import type { Clock, Random } from './clock.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford base 32, lower case

const TIME_LENGTH = 9; // 45 bits of milliseconds: good until the year 3084
const RANDOM_LENGTH = 11; // 55 bits

/** Exactly 20 characters of Crockford base 32. */
export const ID_PATTERN = /^[0-9a-hjkmnp-tv-z]{20}$/;

/** A new id; ids made in different milliseconds sort by time. */
export function newId(clock: Clock = Date.now, random: Random = secureRandom): string {
	let time = clock();
	let id = '';
	for (let position = 0; position < TIME_LENGTH; position++) {
		id = ALPHABET.charAt(time % 32) + id;
		time = Math.floor(time / 32);
	}
	for (let position = 0; position < RANDOM_LENGTH; position++) {
		id += ALPHABET.charAt(Math.floor(random() * 32));
	}
	return id;
}

export function isId(value: unknown): value is string {
	return typeof value === 'string' && ID_PATTERN.test(value);
}

/** In [0, 1), not to be guessed. */
export function secureRandom(): number {
	const word = new Uint32Array(1);
	crypto.getRandomValues(word);
	return (word[0] ?? 0) / 4_294_967_296;
}
