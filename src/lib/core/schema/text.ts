// Co-edited plain text. Setting a whole text touches only the characters between the common beginning and
// the common end, so that what somebody else is typing at the same moment stays.

import type * as Y from 'yjs';
import { rootText } from './roots.ts';

export function readText(doc: Y.Doc, root: string): string {
	return textOf(rootText(doc, root));
}

/** The characters of a Y.Text without embeds and marks; '' for anything else. */
export function textOf(stored: Y.Text | null): string {
	if (!stored) return '';
	let characters = '';
	for (const part of stored.toDelta() as { insert?: unknown }[]) {
		if (typeof part.insert === 'string') characters += part.insert;
	}
	return characters;
}

/** Without line breaks, runs of spaces and outer spaces: titles and whatever else stands on one line. */
export function oneLine(text: string): string {
	return text.replace(/\s+/gu, ' ').trim();
}

/** Makes `target` read `next` by the smallest single replacement; runs inside a transaction. */
export function replaceText(target: Y.Text, next: string): void {
	// toString and positions disagree where a text holds embeds (damage): then the whole is replaced.
	const current = target.toString();
	if (current.length !== target.length) {
		target.delete(0, target.length);
		target.insert(0, next);
		return;
	}
	if (current === next) return;
	const shorter = Math.min(current.length, next.length);
	let start = 0;
	while (start < shorter && current[start] === next[start]) start++;
	let end = 0;
	while (end < shorter - start && current.at(-1 - end) === next.at(-1 - end)) end++;
	// A surrogate pair is never cut in half.
	if (start > 0 && isHighSurrogate(current.charCodeAt(start - 1))) start--;
	if (end > 0 && isLowSurrogate(current.charCodeAt(current.length - end))) end--;
	const removed = current.length - start - end;
	if (removed > 0) target.delete(start, removed);
	const inserted = next.slice(start, next.length - end);
	if (inserted !== '') target.insert(start, inserted);
}

function isHighSurrogate(unit: number): boolean {
	return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}
