// A preview's values as people read them: names for ids, dates in the reader's language, long texts cut.

import type { CollectionPreview, ContentChange, PreviewField } from '#lib/core/exchange/content-change.ts';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import type { RichTextJson } from '#lib/core/rich-text/schema.ts';
import { nameOfPerson } from '#lib/core/schema/people-and-days.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import { formatDate, formatNumber } from '#lib/i18n/format.ts';
import type { ExchangeWords } from './exchange-words.ts';

const LONGEST = 80;

export interface PreviewReader {
	words: ExchangeWords | null;
	names: ContentChange['names'];
	people: readonly { id: string; name: string }[];
	locale: 'en' | 'zh-CN';
}

export interface FieldText {
	name: string;
	label: string;
	before: string;
	after: string;
}

/** Fields that people need not read are left out. */
export function fieldTexts(
	collection: string,
	fields: readonly PreviewField[],
	reader: PreviewReader
): FieldText[] {
	return fields.flatMap(({ name, type, before, after }) => {
		if (type === 'place') return { name, label: m.exchange_moved(), before: '', after: '' };
		const label = reader.words?.field(collection, name);
		if (label === undefined) return [];
		const text = (value: unknown) => valueText(collection, name, type, value, reader);
		return { name, label, before: text(before), after: text(after) };
	});
}

/** "3 new · 1 changed". */
export function countsText({ added, changed, removed }: CollectionPreview): string {
	return [
		added > 0 && m.exchange_added({ count: added }),
		changed > 0 && m.exchange_changed({ count: changed }),
		removed > 0 && m.exchange_removed({ count: removed })
	]
		.filter((text) => text !== false)
		.join(' · ');
}

export const collectionText = ({ name }: CollectionPreview, words: ExchangeWords | null): string =>
	words?.part(name) ?? m.exchange_entries();

function valueText(
	collection: string,
	name: string,
	type: string,
	value: unknown,
	{ words, names, people, locale }: PreviewReader
): string {
	if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '–';
	const own = words?.value(collection, name, value);
	if (own !== undefined) return own;
	const member = (id: string) => nameOfPerson(id) ?? people.find((person) => person.id === id)?.name ?? id;
	if (type === 'date') return formatDate(String(value), locale);
	if (type === 'person') return member(String(value));
	if (type === 'reference') return names[String(value)] || m.exchange_gone();
	if (type === 'rich-text') return short(jsonToText(value as RichTextJson));
	if (Array.isArray(value)) {
		return new Intl.ListFormat(locale, { type: 'unit' }).format(value.map((one) => member(String(one))));
	}
	if (typeof value === 'number') return formatNumber(value, locale);
	return typeof value === 'string' ? short(value) : m.exchange_more_inside();
}

function short(text: string): string {
	const line = text.replaceAll(/\s+/g, ' ').trim();
	return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
