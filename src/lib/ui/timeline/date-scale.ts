// Days on a line: where a date lies in pixels and which date a pixel is. Days are whole numbers since 1970-01-01, so that
// arithmetic knows no time zone and no change of clocks; dates are 'YYYY-MM-DD' at the edges. Pure.

export type Zoom = 'day' | 'week' | 'month' | 'quarter';
export const zooms: readonly Zoom[] = ['day', 'week', 'month', 'quarter'];

/** Pixels of one day at the named zooms; anything between `narrowestDay` and `widestDay` is possible. */
export const dayWidths: Readonly<Record<Zoom, number>> = { day: 32, week: 14, month: 4.5, quarter: 1.6 };
export const narrowestDay = 0.15;
export const widestDay = 64;
/** Pixels before the first and after the last bar: room for arrows on the left, for names on the right. */
export const marginBefore = 96;
export const marginAfter = 240;

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

/** What the divisions of the scale are at this width: the named zoom that it is nearest to. */
export function zoomOf(dayWidth: number): Zoom {
	if (dayWidth >= 20) return 'day';
	if (dayWidth >= 7) return 'week';
	return dayWidth >= 2.2 ? 'month' : 'quarter';
}
export function boundDayWidth(dayWidth: number): number {
	return Math.min(widestDay, Math.max(narrowestDay, dayWidth));
}
/** The width at which so many days, margins included, fill `room` pixels. */
export function fittingDayWidth(days: number, room: number): number {
	const free = Math.max(room / 2, room - marginBefore - marginAfter);
	return Math.min(dayWidths.day, boundDayWidth(free / (days + 7)));
}

/** A line with room before and after what it shows, beginning on a Monday, and at least `leastWidth` pixels wide. */
export function scaleFor(
	shown: { start: number; finish: number },
	dayWidth: number,
	leastWidth = 0
): DateScale {
	const start = shown.start - Math.max(7, Math.ceil(marginBefore / dayWidth));
	const first = start - weekdayOf(start);
	const finish = shown.finish + Math.max(7, Math.ceil(marginAfter / dayWidth));
	return { first, last: Math.max(finish, first + Math.ceil(leastWidth / dayWidth) - 1), dayWidth };
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
