// Days on a line: where a date lies in pixels and which date a pixel is. Days are whole numbers since 1970-01-01, so that
// arithmetic knows no time zone and no change of clocks; dates are 'YYYY-MM-DD' at the edges. Pure.

export type Zoom = 'day' | 'week' | 'month' | 'quarter';
export const zooms: readonly Zoom[] = ['day', 'week', 'month', 'quarter'];

/** Pixels of one day. */
export const dayWidths: Readonly<Record<Zoom, number>> = { day: 32, week: 14, month: 4.5, quarter: 1.6 };

export type DateScale = {
	/** The first and the last day on the line, both inclusive. */
	readonly first: number;
	readonly last: number;
	readonly dayWidth: number;
};

const dayInMilliseconds = 86_400_000;

/** NaN for what is not a date. */
export function dayOf(date: string): number {
	return Math.floor(Date.parse(`${date}T00:00:00Z`) / dayInMilliseconds);
}
export function dateOf(day: number): string {
	return new Date(day * dayInMilliseconds).toISOString().slice(0, 10);
}
/** 0 is Monday. */
export function weekdayOf(day: number): number {
	return (((day + 3) % 7) + 7) % 7;
}

/** A line with room before and after what it shows, beginning on a Monday, and at least `leastWidth` pixels wide. */
export function scaleFor(shown: { start: number; finish: number }, zoom: Zoom, leastWidth = 0): DateScale {
	const dayWidth = dayWidths[zoom];
	const margin = Math.max(7, Math.ceil(120 / dayWidth));
	const start = shown.start - margin;
	const first = start - weekdayOf(start);
	const last = Math.max(shown.finish + margin, first + Math.ceil(leastWidth / dayWidth) - 1);
	return { first, last, dayWidth };
}
export function widthOf({ first, last, dayWidth }: DateScale): number {
	return (last - first + 1) * dayWidth;
}
/** The left edge of a day. */
export function xOf(scale: DateScale, day: number): number {
	return (day - scale.first) * scale.dayWidth;
}
export function dayAt(scale: DateScale, x: number): number {
	return scale.first + Math.floor(x / scale.dayWidth);
}
/** A span of whole days, both ends inclusive. */
export function boxOf(
	scale: DateScale,
	span: { start: number; finish: number }
): { left: number; width: number } {
	return {
		left: xOf(scale, span.start),
		width: Math.max(1, span.finish - span.start + 1) * scale.dayWidth
	};
}
