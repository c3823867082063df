// Whether a date that was typed or pressed may stand, and the sentence when it may not.

import { m } from '#lib/i18n/compiled/messages.js';
import { formatDate } from '#lib/i18n/format.ts';
import { parseDateText } from './parse-date-text.ts';

export type DateLimits = {
	/** 'YYYY-MM-DD', inclusive. */
	min?: string;
	max?: string;
};

export type ReadDate = { date: string | null; refusal?: undefined } | { refusal: string };

/** Nothing typed is no date. */
export function readDate(
	text: string,
	context: { today: string; locale: 'en' | 'zh-CN' } & DateLimits
): ReadDate {
	if (text.trim() === '') return { date: null };
	const date = parseDateText(text, context);
	if (date === null) return { refusal: m.ui_date_not_understood({ text: text.trim() }) };
	const { min, max } = context;
	if (min !== undefined && date < min) {
		return { refusal: m.ui_date_too_early({ text: shownDate(date), limit: shownDate(min) }) };
	}
	if (max !== undefined && date > max) {
		return { refusal: m.ui_date_too_late({ text: shownDate(date), limit: shownDate(max) }) };
	}
	return { date };
}

/** 'YYYY-MM-DD' in the reader's words; it is the same day in every time zone. */
export function shownDate(date: string | null): string {
	// Noon local: no zone's change of clocks moves it to another day.
	return date ? formatDate(`${date}T12:00:00`) : '';
}

/** Today where the reader is. */
export function localToday(now: Date): string {
	const two = (part: number) => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
