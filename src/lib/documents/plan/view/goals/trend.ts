// The line that the check-ins of a goal draw: days across, values up, both as shares of the picture (0…1, up = 1), with the
// straight way from where it began to the target beside it. Pure.

import { parsePlainDate } from '#lib/core/calendar/plain-date.ts';
import type { CheckIn, Goal } from '../../model/schema.ts';

export interface TrendPoint {
	x: number;
	y: number;
	date: string;
	value: number;
}

export interface Trend {
	/** Oldest first, those with a day and a value. */
	points: readonly TrendPoint[];
	/** Height of the target; null without one. */
	target: number | null;
	/** From the first check-in to the target on the due day; null where one of them is missing or the day is past. */
	ideal: readonly [{ x: number; y: number }, { x: number; y: number }] | null;
}

/** null without a check-in that has a value. */
export function trendOf(
	goal: Pick<Goal, 'start' | 'target' | 'due'>,
	checkIns: readonly Pick<CheckIn, 'date' | 'value'>[]
): Trend | null {
	const measured = checkIns.flatMap(({ date, value }) => {
		const day = parsePlainDate(date);
		return date === null || day === null || value === null ? [] : [{ date, day, value }];
	});
	const first = measured[0];
	if (!first) return null;
	const due = parsePlainDate(goal.due);
	const bounds = [goal.start, goal.target].filter((bound) => bound !== null);
	const across = scale([...measured.map(({ day }) => day), ...(due === null ? [] : [due])]);
	const up = scale([...measured.map(({ value }) => value), ...bounds]);
	const points = measured.map(({ date, day, value }) => ({ x: across(day), y: up(value), date, value }));
	const begin = goal.start ?? first.value;
	return {
		points,
		target: goal.target === null ? null : up(goal.target),
		ideal:
			goal.target === null || due === null || due <= first.day
				? null
				: [
						{ x: across(first.day), y: up(begin) },
						{ x: across(due), y: up(goal.target) }
					]
	};
}

/** Everything alike stands in the middle. */
function scale(values: readonly number[]): (value: number) => number {
	const low = Math.min(...values);
	const high = Math.max(...values);
	return (value) => (high === low ? 0.5 : (value - low) / (high - low));
}
