// Days on which nobody works, side by side ones as one: weekends and holidays, make-up workdays left out. Pure.

import { xOf, type DateScale } from './date-scale.ts';

export type ClosedRun = { /** The first day. */ day: number; x: number; width: number };

/** Narrower days are not shaded: stripes finer than this only flicker. */
const narrowestShown = 3;

export function closedRuns(
	scale: DateScale,
	from: number,
	to: number,
	isWorkday: (day: number) => boolean
): ClosedRun[] {
	const { first, last, dayWidth } = scale;
	if (dayWidth < narrowestShown) return [];
	const begin = Math.max(first, first + Math.floor(from / dayWidth));
	const end = Math.min(last, first + Math.ceil(to / dayWidth));
	const runs: ClosedRun[] = [];
	let start: number | null = null;
	for (let day = begin; day <= end + 1; day++) {
		const isClosed = day <= end && !isWorkday(day);
		if (isClosed) start ??= day;
		else if (start !== null) {
			runs.push({ day: start, x: xOf(scale, start), width: (day - start) * dayWidth });
			start = null;
		}
	}
	return runs;
}
