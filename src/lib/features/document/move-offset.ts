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

/**
 * What a person made of `before`, written into `now`, which somebody else made of it meanwhile: both changes stand. The
 * caret belongs behind what the person wrote.
 */
export function carryOver(before: string, written: string, now: string): { text: string; caret: number } {
	const shorter = Math.min(before.length, written.length);
	let start = 0;
	while (start < shorter && before[start] === written[start]) start++;
	let end = 0;
	while (end < shorter - start && before.at(-1 - end) === written.at(-1 - end)) end++;
	const inserted = written.slice(start, written.length - end);
	const from = moveOffset(before, now, start);
	const to = Math.max(from, moveOffset(before, now, before.length - end));
	return { text: now.slice(0, from) + inserted + now.slice(to), caret: from + inserted.length };
}
