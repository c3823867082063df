// A pasted list as cards: one line each, without the list's own signs. Markup is text like any other.

import { CARD_MAX_LENGTH } from '../model/schema.ts';

/** More than this is a document, not a list of thoughts. */
const MOST = 100;

export function pastedCards(text: string): string[] {
	return text
		.split(/\r?\n/u)
		.map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)、])\s+/u, '').trim())
		.filter((line) => line !== '')
		.slice(0, MOST)
		.map((line) => line.slice(0, CARD_MAX_LENGTH));
}
