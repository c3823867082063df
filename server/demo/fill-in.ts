// Fills the blanks of a demo text. `{-6 Tue}` is a day as people write it, `{-6 Tue iso}` the same as 'YYYY-MM-DD'
// (weeks as in demo-dates.ts), `{@maya}` mentions somebody of the cast. A blank that makes no sense is a mistake in
// the text and stops the demo: nobody should read braces in minutes.

import type { Locale } from '#server/service-types.ts';
import { isWeekday, type DemoDates } from './demo-dates.ts';

const BLANK = /\{([^{}\n]*)\}/g;
const DAY = /^([+-]?\d+) (\w+)( iso)?$/;

export interface Blanks {
	readonly dates: DemoDates;
	readonly locale: Locale;
	/** Undefined for somebody who is not in the cast. */
	person(key: string): { id: string; name: string } | undefined;
}

export function fillIn(text: string, { dates, locale, person }: Blanks): string {
	return text.replace(BLANK, (blank, inside: string) => {
		const named = inside.startsWith('@') ? person(inside.slice(1)) : undefined;
		if (named) return `[@${named.name}](mention:${named.id})`;
		const [, week, weekday = '', iso] = DAY.exec(inside) ?? [];
		if (week === undefined || !isWeekday(weekday)) throw new Error(`a demo text holds "${blank}"`);
		return iso ? dates.iso(Number(week), weekday) : dates.written(Number(week), weekday, locale);
	});
}
