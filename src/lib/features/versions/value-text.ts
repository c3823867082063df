// A field's value before and after, as one line of words.

import { m } from '#lib/i18n/compiled/messages.js';
import type { FieldChange } from '#lib/core/compare/comparison.ts';
import { formatDate, formatNumber } from '#lib/i18n/format.ts';
import { valueText } from './vocabulary.ts';

export type PersonNames = ReadonlyMap<string, string>;

/** '' = nothing was there. */
export function shownValue(value: unknown, format: FieldChange['format'], people: PersonNames): string {
	if (value === null || value === undefined || value === '') return '';
	if (Array.isArray(value)) return value.map((one) => shownValue(one, format, people)).join(', ');
	switch (format) {
		case 'date':
			return typeof value === 'string' ? formatDate(value) : String(value);
		case 'number':
			return typeof value === 'number' ? formatNumber(value) : String(value);
		case 'percent':
			return `${String(value)} %`;
		case 'minutes':
			return typeof value === 'number' ? hours(value) : String(value);
		case 'flag':
			return value === true ? m.versions_value_yes() : m.versions_value_no();
		case 'people':
			return personName(String(value), people);
		case 'choice':
			return valueText(String(value));
		default:
			return typeof value === 'object' ? JSON.stringify(value) : String(value);
	}
}

/** Working time; days depend on the plan's own calendar and are not guessed. */
function hours(minutes: number): string {
	return m.versions_value_hours({ hours: formatNumber(minutes / 60) });
}

function personName(id: string, people: PersonNames): string {
	return id.startsWith('name:') ? id.slice('name:'.length) : (people.get(id) ?? m.versions_somebody());
}
