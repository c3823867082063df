// Two texts, word by word. Words are found by the platform's own segmenter, which knows where Chinese words end; the same
// text is cut the same way on every machine that shares its ICU, and a difference is for reading only, never stored.

import { compareSequences } from './compare-sequences.ts';
import type { TextPiece } from './comparison.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Beyond this many characters a text is compared line by line. */
const WORDS_UP_TO = 50_000;

export function compareText(before: string, after: string): TextPiece[] {
	if (before === after) return before === '' ? [] : [{ type: 'same', text: before }];
	const cut = before.length + after.length > WORDS_UP_TO ? linesOf : wordsOf;
	const old = cut(before);
	const now = cut(after);
	const pieces = compareSequences(old, now).map(
		({ type, oldStart, oldEnd, newStart, newEnd }): TextPiece => ({
			type,
			text: (type === 'removed' ? old.slice(oldStart, oldEnd) : now.slice(newStart, newEnd)).join('')
		})
	);
	return joinAcrossSpaces(pieces);
}

/** How much of two texts is the same, 0 to 1: whether one is a new edition of the other. */
export function similarity(before: string, after: string): number {
	if (before === after) return 1;
	const old = new Map<string, number>();
	let oldTotal = 0;
	for (const word of wordsOf(before.slice(0, 2_000))) {
		if (word.trim() === '') continue;
		old.set(word, (old.get(word) ?? 0) + 1);
		oldTotal++;
	}
	let newTotal = 0;
	let shared = 0;
	for (const word of wordsOf(after.slice(0, 2_000))) {
		if (word.trim() === '') continue;
		newTotal++;
		const left = old.get(word) ?? 0;
		if (left === 0) continue;
		old.set(word, left - 1);
		shared++;
	}
	return oldTotal + newTotal === 0 ? 0 : (2 * shared) / (oldTotal + newTotal);
}

export function wordsOf(text: string): string[] {
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function linesOf(text: string): string[] {
	return text.split(/(?<=\n)/u);
}

/** One space that stayed between two changed words only chops the reading: it joins them. */
function joinAcrossSpaces(pieces: readonly TextPiece[]): TextPiece[] {
	const joined: TextPiece[] = [];
	let removed = '';
	let added = '';
	const flush = () => {
		if (removed !== '') joined.push({ type: 'removed', text: removed });
		if (added !== '') joined.push({ type: 'added', text: added });
		removed = added = '';
	};
	for (const [index, { type, text }] of pieces.entries()) {
		if (type === 'removed') removed += text;
		else if (type === 'added') added += text;
		else {
			const isBridge = /^[ \t]$/.test(text) && removed !== '' && added !== '' && index < pieces.length - 1;
			if (isBridge) {
				removed += text;
				added += text;
			} else {
				flush();
				joined.push({ type, text });
			}
		}
	}
	flush();
	return joined;
}
