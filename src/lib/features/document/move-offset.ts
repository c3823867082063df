// Where a caret belongs after somebody else changed the text around it.

/** `offset` in `before`, carried over to `after`: what stands left of the change stays, what stands right moves along. */
export function moveOffset(before: string, after: string, offset: number): number {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start++;
	if (offset <= start) return offset;
	let end = 0;
	while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
	if (offset >= before.length - end) return after.length - (before.length - offset);
	return Math.min(offset, after.length - end);
}
