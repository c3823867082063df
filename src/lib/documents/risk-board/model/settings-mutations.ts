// Title, settings and scales of a board: what holds for all its risks.

import * as v from 'valibot';
import { AppError } from '#lib/core/errors.ts';
import { insertRow, setRow, writableRows } from '#lib/core/schema/collection.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { writeFields } from '#lib/core/schema/record.ts';
import { rootText } from '#lib/core/schema/roots.ts';
import { rowValues } from '#lib/core/schema/row-values.ts';
import { oneLine, replaceText } from '#lib/core/schema/text.ts';
import { SCALES_MAX, TITLE_MAX_LENGTH } from './limits.ts';
import { checkRoom } from '#lib/core/schema/refusal.ts';
import { actor, id } from './risk-mutations.ts';
import { SCALES, SETTINGS, TITLE, scales, settingsFields } from './schema.ts';

export const titleSchema = v.pipe(
	v.string(),
	v.maxLength(
		TITLE_MAX_LENGTH,
		(issue) => `At most ${TITLE_MAX_LENGTH} characters; got ${issue.input.length}`
	)
);

export const setTitle = defineMutation({
	name: 'setTitle',
	args: v.object({ title: titleSchema }),
	run(doc, { title }) {
		const target = rootText(doc, TITLE);
		if (!target) throw new AppError('conflict', { damagedRoot: TITLE });
		replaceText(target, oneLine(title));
	}
});

export const setSettings = defineMutation({
	name: 'setSettings',
	args: rowValues({ fields: settingsFields, texts: [] }),
	run: (doc, changes) => writeFields(settingsFields, writableRows(doc, SETTINGS), changes)
});

const { name, meaning } = scales.fields;

/** The scale for all scores from now on. Those that were given keep the scale they were judged on. Returns its id. */
export const adoptScale = defineMutation({
	name: 'adoptScale',
	args: v.object({
		name: v.optional(name.schema, ''),
		meaning: v.optional(meaning.schema, meaning.fallback),
		by: actor.by
	}),
	run(doc, { name, meaning, by }, { newId, clock }): string {
		checkRoom(doc, SCALES, 1, SCALES_MAX);
		const settings = writableRows(doc, SETTINGS);
		const scale = newId();
		const values = { name: oneLine(name), meaning, madeBy: by, madeAt: Math.round(clock()) };
		insertRow(writableRows(doc, SCALES), scales, scale, values);
		writeFields(settingsFields, settings, { scale });
		return scale;
	}
});

/** A scale's name may change; what its levels mean may not. */
export const renameScale = defineMutation({
	name: 'renameScale',
	args: v.object({ id, values: v.object({ name: v.optional(name.schema) }) }),
	run(doc, { id, values }) {
		setRow(doc, SCALES, scales, id, values.name === undefined ? {} : { name: oneLine(values.name) });
	}
});
