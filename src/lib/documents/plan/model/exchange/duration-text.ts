// Durations as people write them into a cell: “3”, “3d”, “2 weeks”, “4h”, “90min”, “2 天”. Without a unit they are days.

const UNITS: readonly (readonly [RegExp, (minutesPerDay: number) => number])[] = [
	[/^(min|mins|minute|minutes|m|分|分钟)$/i, () => 1],
	[/^(h|hr|hrs|hour|hours|时|小时)$/i, () => 60],
	[/^(|d|day|days|天|日|工作日)$/i, (minutesPerDay) => minutesPerDay],
	[/^(w|wk|week|weeks|周)$/i, (minutesPerDay) => 5 * minutesPerDay]
];

/** Whole days as “3d”, everything else in minutes, so that nothing is rounded. */
export function writeDuration(minutes: number, minutesPerDay: number): string {
	return minutes % minutesPerDay === 0 ? `${minutes / minutesPerDay}d` : `${minutes}min`;
}

/** Whole working minutes; null where the text says none. A comma may stand for the decimal point. */
export function readDuration(text: string, minutesPerDay: number): number | null {
	const match = /^([+-]?\d+(?:[.,]\d+)?)\s*(\p{L}*)$/u.exec(text.trim());
	if (!match?.[1]) return null;
	const unit = UNITS.find(([pattern]) => pattern.test(match[2] ?? ''));
	return unit ? Math.round(Number(match[1].replace(',', '.')) * unit[1](minutesPerDay)) : null;
}
