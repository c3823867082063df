// The shape of a tiny kind that lives only in the tests: every part of the typed layer once.

import { boolean, choice, date, number, reference, string } from '#lib/core/schema/fields.ts';
import { collection } from '#lib/core/schema/collection.ts';
import { record, richText, text } from '#lib/core/schema/shape.ts';
import { tree } from '#lib/core/schema/tree.ts';

export const settings = {
	open: boolean(true),
	weight: number({ min: 0, max: 10, integer: true, fallback: 5 })
};
export const points = collection(
	{ state: choice(['open', 'done'], 'open'), owner: reference(), due: date() },
	['words']
);
export const places = tree({ name: string({ maxLength: 80 }) });
export const shape = { title: text(), remark: richText(), settings: record(settings), points, places };
