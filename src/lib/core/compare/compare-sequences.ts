// The shortest way from one sequence to another: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986),
// with the common beginning and end cut off first. Work is bounded: two sequences that share next to nothing are told
// as one removal and one addition, which is also what a reader wants to see of them.

export interface Run {
	readonly type: 'same' | 'added' | 'removed';
	/** Places in the old and in the new sequence; of an addition the old place is where it stands. */
	readonly oldStart: number;
	readonly oldEnd: number;
	readonly newStart: number;
	readonly newEnd: number;
}

/** Differences beyond this are not searched for: time and memory grow with its square. */
const MOST_EDITS = 1_500;

export function compareSequences(before: readonly string[], after: readonly string[]): Run[] {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	const oldEnd = before.length - tail;
	const newEnd = after.length - tail;
	const keep = keptPairs(before.slice(head, oldEnd), after.slice(head, newEnd));

	const runs: Run[] = [];
	const add = (type: Run['type'], oldStart: number, oldStop: number, newStart: number, newStop: number) => {
		if (oldStart === oldStop && newStart === newStop) return;
		const last = runs.at(-1);
		if (last?.type === type && type === 'same') {
			runs[runs.length - 1] = { ...last, oldEnd: oldStop, newEnd: newStop };
		} else runs.push({ type, oldStart, oldEnd: oldStop, newStart, newEnd: newStop });
	};
	add('same', 0, head, 0, head);
	let oldAt = head;
	let newAt = head;
	const upTo = (oldNext: number, newNext: number) => {
		add('removed', oldAt, oldNext, newAt, newAt);
		add('added', oldNext, oldNext, newAt, newNext);
	};
	for (const [oldKept, newKept] of keep) {
		upTo(head + oldKept, head + newKept);
		add('same', head + oldKept, head + oldKept + 1, head + newKept, head + newKept + 1);
		oldAt = head + oldKept + 1;
		newAt = head + newKept + 1;
	}
	upTo(oldEnd, newEnd);
	add('same', oldEnd, before.length, newEnd, after.length);
	return runs;
}

/** Pairs of places with equal elements, in order; empty where the two share too little. */
function keptPairs(before: readonly string[], after: readonly string[]): [number, number][] {
	const oldLength = before.length;
	const newLength = after.length;
	if (oldLength === 0 || newLength === 0) return [];
	const most = Math.min(oldLength + newLength, MOST_EDITS);
	const furthest = new Int32Array(2 * most + 3);
	const origin = most + 1;
	const trail: Int32Array[] = [];
	for (let edits = 0; edits <= most; edits++) {
		trail.push(furthest.slice(origin - edits - 1, origin + edits + 2));
		for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
			const left = furthest[origin + diagonal - 1] ?? 0;
			const right = furthest[origin + diagonal + 1] ?? 0;
			let oldAt = diagonal === -edits || (diagonal !== edits && left < right) ? right : left + 1;
			let newAt = oldAt - diagonal;
			while (oldAt < oldLength && newAt < newLength && before[oldAt] === after[newAt]) {
				oldAt++;
				newAt++;
			}
			furthest[origin + diagonal] = oldAt;
			if (oldAt >= oldLength && newAt >= newLength) return walkBack(trail, oldLength, newLength);
		}
	}
	return [];
}

function walkBack(trail: readonly Int32Array[], oldLength: number, newLength: number): [number, number][] {
	const pairs: [number, number][] = [];
	let oldAt = oldLength;
	let newAt = newLength;
	for (let edits = trail.length - 1; edits > 0; edits--) {
		// trail[edits] begins at diagonal -edits - 1.
		const furthest = trail[edits] ?? new Int32Array();
		const at = (diagonal: number) => furthest[diagonal + edits + 1] ?? 0;
		const diagonal = oldAt - newAt;
		const isDown = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
		const from = isDown ? diagonal + 1 : diagonal - 1;
		const oldFrom = at(from);
		const newFrom = oldFrom - from;
		while (oldAt > (isDown ? oldFrom : oldFrom + 1) && newAt > (isDown ? newFrom + 1 : newFrom)) {
			pairs.push([--oldAt, --newAt]);
		}
		oldAt = oldFrom;
		newAt = newFrom;
	}
	while (oldAt > 0 && newAt > 0) pairs.push([--oldAt, --newAt]);
	return pairs.reverse();
}
