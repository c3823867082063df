// What a drag or a key makes of a bar: moved as a whole, or one of its ends. It never becomes shorter than a day; a
// milestone is one day and only moves. Pure; days as in date-scale.

export type Span = { readonly start: number; readonly finish: number };
export type BarPart = 'whole' | 'start' | 'finish';
export type BarMove = { readonly part: BarPart; readonly days: number };

export function moveSpan(span: Span, part: BarPart, days: number): Span {
	if (part === 'whole') return { start: span.start + days, finish: span.finish + days };
	if (part === 'start') return { start: Math.min(span.start + days, span.finish), finish: span.finish };
	return { start: span.start, finish: Math.max(span.finish + days, span.start) };
}

/** Arrows move the bar by a day, with Shift its finish, with Alt its start; Page Up and Down move it by a week. */
export function moveOfKey(
	event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>
): BarMove | null {
	if (event.ctrlKey || event.metaKey) return null;
	if (event.key === 'PageDown' || event.key === 'PageUp') {
		return { part: 'whole', days: event.key === 'PageDown' ? 7 : -7 };
	}
	if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return null;
	const part = event.shiftKey ? 'finish' : event.altKey ? 'start' : 'whole';
	return { part, days: event.key === 'ArrowRight' ? 1 : -1 };
}
