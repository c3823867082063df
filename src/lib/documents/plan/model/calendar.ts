// The working calendar that a plan's settings and holidays make: always a valid one, whatever is stored. A row without a
// day, or with its days the wrong way round, is left out.

import { parsePlainDate } from '#lib/core/calendar/plain-date.ts';
import { addDays } from '#lib/core/calendar/plain-date.ts';
import type { WorkingCalendar } from '#lib/core/calendar/working-calendar.ts';
import { HOLIDAYS_MAX, HOLIDAY_DAYS_MAX } from './limits.ts';
import type { Holiday, PlanSettings } from './schema.ts';

export function workingCalendarOf(
	settings: Pick<PlanSettings, 'workingDays' | 'minutesPerDay'>,
	rows: readonly Holiday[]
): WorkingCalendar {
	const workWeek = weekOf(settings.workingDays);
	const daysOff: { name: string; from: string; to: string }[] = [];
	const worked = new Map<string, string>();
	for (const { name, from, to, isWorking } of rows.slice(0, HOLIDAYS_MAX)) {
		if (from === null) continue;
		const last = spanEnd(from, to);
		if (last === null) continue;
		if (!isWorking) daysOff.push({ name, from, to: last });
		else for (const date of daysFrom(from, last)) worked.set(date, name);
	}
	const makeUpWorkdays = [...worked].map(([date, name]) => ({ name, date }));
	return { workWeek, holidays: daysOff, makeUpWorkdays, minutesPerDay: settings.minutesPerDay };
}

/** Seven entries, Monday first, from the bits of the setting. */
export function weekOf(workingDays: number): boolean[] {
	return Array.from({ length: 7 }, (_, weekday) => (workingDays & (1 << weekday)) !== 0);
}

/** null where the span runs backwards or is longer than a holiday may be. */
function spanEnd(from: string, to: string | null): string | null {
	const days = (parsePlainDate(to ?? from) ?? 0) - (parsePlainDate(from) ?? 0);
	return days >= 0 && days < HOLIDAY_DAYS_MAX ? (to ?? from) : null;
}

function* daysFrom(from: string, last: string): Generator<string> {
	for (let date: string | null = from; date !== null && date <= last; date = addDays(date, 1)) yield date;
}
