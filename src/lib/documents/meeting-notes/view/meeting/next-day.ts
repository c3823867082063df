// When the next meeting of a series is, unless somebody says otherwise.

/** The same weekday a week later, 'YYYY-MM-DD'; null stays null. Calendar days have no clock, so no summer time moves them. */
export function aWeekLater(day: string | null): string | null {
	if (day === null) return null;
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + 7);
	return date.toISOString().slice(0, 10);
}
