// Which members of a list were moved, told from the places that they had before.

/** In today's order, each with its place in the old one. */
export interface Placed {
	readonly id: string;
	readonly place: number;
}

/** The fewest members that must have moved to turn the old order into this: all but a longest ascending run (patience sorting). */
export function outOfOrder(group: readonly Placed[]): string[] {
	const ends: number[] = [];
	const previous: number[] = [];
	for (const [index, { place }] of group.entries()) {
		let low = 0;
		let high = ends.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((group[ends[middle] ?? 0]?.place ?? 0) < place) low = middle + 1;
			else high = middle;
		}
		previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
		ends[low] = index;
	}
	const kept = new Set<number>();
	for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) kept.add(index);
	return group.filter((_, index) => !kept.has(index)).map(({ id }) => id);
}
