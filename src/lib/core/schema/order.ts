// The order of rows: each holds a fractional key, and equal keys (two people inserting at the same place at
// once) are told apart by the id. A key that cannot be read sorts last, and is written anew by the next move beside it.

import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Longer keys are not ours: nobody reaches this length by moving rows by hand. */
const LONGEST_KEY = 2_000;
const KEY_PATTERN = /^[A-Za-z][0-9A-Za-z]+$/;

export interface Placed {
	readonly id: string;
	/** A fractional key; null = unreadable. */
	readonly order: string | null;
}

export function readOrder(stored: unknown): string | null {
	if (typeof stored !== 'string' || stored.length > LONGEST_KEY || !KEY_PATTERN.test(stored)) return null;
	try {
		generateKeyBetween(stored, null);
		return stored;
	} catch {
		return null;
	}
}

/** By key, then by id; unreadable keys last. Compared by code unit, the same in every language. */
export function compareOrder(left: Placed, right: Placed): number {
	if (left.order !== right.order) {
		if (left.order === null) return 1;
		if (right.order === null) return -1;
		return left.order < right.order ? -1 : 1;
	}
	if (left.id === right.id) return 0;
	return left.id < right.id ? -1 : 1;
}

/**
 * The keys to write so that `moved` (an id, or several in their order) stand at `index` among `siblings` (sorted, without
 * the moved ones). Usually one key each; where no key fits between two neighbours (equal or unreadable keys) the rows behind that share the fate are keyed anew.
 */
export function keysToPlace(
	siblings: readonly Placed[],
	moved: string | readonly string[],
	index: number
): Map<string, string> {
	const before = siblings.slice(0, index);
	// Rows before the place whose key is unreadable have to be keyed too, or they would jump behind it.
	const readable = before.findLastIndex(({ order }) => order !== null);
	const lower = before[readable]?.order ?? null;
	const renewed = before.slice(readable + 1).map((row) => row.id);
	if (typeof moved === 'string') renewed.push(moved);
	else renewed.push(...moved);
	let next = index;
	for (; next < siblings.length; next++) {
		const row = siblings[next];
		if (!row || row.order === null || lower === null || row.order > lower) break;
		renewed.push(row.id);
	}
	const upper = siblings[next]?.order ?? null;
	const keys = generateNKeysBetween(lower, upper, renewed.length);
	return new Map(renewed.map((row, position) => [row, keys[position] ?? '']));
}

/**
 * The keys to write so that `rows` stand in the order given. As many as possible keep their keys: the longest run of
 * readable keys that already ascend. Empty when nothing has to change.
 */
export function keysToArrange(rows: readonly Placed[]): Map<string, string> {
	const inOrder = rows.every((row, index) => {
		const before = rows[index - 1];
		return row.order !== null && (before === undefined || compareOrder(before, row) < 0);
	});
	const keys = new Map<string, string>();
	if (inOrder) return keys;
	const kept = longestAscending(rows);
	let lower: string | null = null;
	let waiting: string[] = [];
	const place = (upper: string | null) => {
		const fresh = generateNKeysBetween(lower, upper, waiting.length);
		for (const [index, id] of waiting.entries()) keys.set(id, fresh[index] ?? '');
		waiting = [];
	};
	for (const row of rows) {
		if (!kept.has(row.id)) {
			waiting.push(row.id);
			continue;
		}
		place(row.order);
		lower = row.order;
	}
	place(null);
	return keys;
}

/** Patience sorting over the readable keys; ids of a longest strictly ascending run. */
function longestAscending(rows: readonly Placed[]): Set<string> {
	const tails: number[] = [];
	const previous = new Map<number, number | undefined>();
	for (const [index, { order }] of rows.entries()) {
		if (order === null) continue;
		let low = 0;
		let high = tails.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const key = rows[tails[middle] ?? -1]?.order ?? '';
			if (key < order) low = middle + 1;
			else high = middle;
		}
		previous.set(index, tails[low - 1]);
		tails[low] = index;
	}
	const kept = new Set<string>();
	for (let at = tails.at(-1); at !== undefined; at = previous.get(at)) {
		const row = rows[at];
		if (row) kept.add(row.id);
	}
	return kept;
}
