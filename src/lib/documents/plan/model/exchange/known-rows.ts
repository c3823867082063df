// Rows of a format without our ids are taken for rows that are there already where they look the same, the first that
// is still free first; so importing a file again changes only what the file changed.

/** `take(key)` gives the row of that key that stood there and was not taken yet. */
export function knownRows<Row>(
	rows: readonly Row[],
	keyOf: (row: Row) => string
): { take(key: string): Row | undefined } {
	const free = new Map<string, Row[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const same = free.get(key);
		if (same) same.push(row);
		else free.set(key, [row]);
	}
	return { take: (key) => free.get(key)?.shift() };
}

/** Tasks and goals: the same words under the same parent. */
export function placeKey(parent: string | null, title: string): string {
	return `${parent ?? ''} ${title}`;
}
