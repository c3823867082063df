// The words on the divisions of a date line, in the reader's language.

import { m } from '#lib/i18n/compiled/messages.js';
import { getLocale } from '#lib/i18n/compiled/runtime.js';
import { dateOf } from './date-scale.ts';
import { partsOf, type MarkUnit } from './scale-marks.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(day: number, shape: 'month' | 'month-of-year' | 'day'): string {
	const locale = getLocale();
	const key = `${locale} ${shape}`;
	let formatter = formatters.get(key);
	if (!formatter) {
		const options: Intl.DateTimeFormatOptions =
			shape === 'day'
				? { day: 'numeric', month: locale === 'en' ? 'short' : 'long', weekday: 'short' }
				: { month: shape === 'month' ? 'short' : 'long', ...(shape === 'month' ? {} : { year: 'numeric' }) };
		formatter = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone: 'UTC' });
		formatters.set(key, formatter);
	}
	return formatter.format(new Date(`${dateOf(day)}T00:00:00Z`));
}

/** Short: it stands in the division. In the upper line a month names its year, in the lower it does not. */
export function markLabel(day: number, unit: MarkUnit, isUpper: boolean): string {
	const { year, month, date } = partsOf(day);
	if (unit === 'day' || unit === 'week') return String(date);
	if (unit === 'month') return format(day, isUpper ? 'month-of-year' : 'month');
	if (unit === 'quarter') return m.ui_timeline_quarter({ quarter: month / 3 + 1 });
	return m.ui_timeline_year({ year: String(year) });
}

/** "Mon 2 Mar – Fri 6 Mar", or one day. */
export function spanLabel(span: { start: number; finish: number }): string {
	const start = format(span.start, 'day');
	return span.finish <= span.start ? start : `${start} – ${format(span.finish, 'day')}`;
}
