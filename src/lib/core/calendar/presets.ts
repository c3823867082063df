// The calendars that come with the product. A plan keeps its own copy, so that a later correction here never moves dates
// in a plan that people have agreed on.

import { chinaMainlandHolidays, chinaMainlandMakeUpWorkdays } from './china-mainland.ts';
import { mondayToFriday, type WorkingCalendar } from './working-calendar.ts';

export const calendarPresets = ['monday-to-friday', 'china-mainland'] as const;

export type CalendarPreset = (typeof calendarPresets)[number];

/** Eight-hour days; `locale` is the language of the holidays' names. */
export function presetCalendar(preset: CalendarPreset, locale: 'en' | 'zh-CN'): WorkingCalendar {
	const isChina = preset === 'china-mainland';
	return {
		workWeek: mondayToFriday,
		holidays: isChina ? chinaMainlandHolidays(locale) : [],
		makeUpWorkdays: isChina ? chinaMainlandMakeUpWorkdays(locale) : [],
		minutesPerDay: 480
	};
}
