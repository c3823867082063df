// Title, calendar and statuses of a plan: what holds for all its tasks.

import * as v from 'valibot';
import type * as Y from 'yjs';
import { AppError } from '#lib/core/errors.ts';
import {
	addRow,
	insertRow,
	moveRow,
	readRows,
	removeRow,
	requireRow,
	setRow,
	writableRows
} from '#lib/core/schema/collection.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { writeFields } from '#lib/core/schema/record.ts';
import { rootText } from '#lib/core/schema/roots.ts';
import { rowValues } from '#lib/core/schema/row-values.ts';
import { oneLine, replaceText } from '#lib/core/schema/text.ts';
import { parsePlainDate } from '#lib/core/calendar/plain-date.ts';
import { calendarPresets, presetCalendar } from '#lib/core/calendar/presets.ts';
import { HOLIDAYS_MAX, HOLIDAY_DAYS_MAX, STATUSES_MAX, TITLE_MAX_LENGTH } from './limits.ts';
import { checkRoom, missing, refusal } from '#lib/core/schema/refusal.ts';
import {
	HOLIDAYS,
	SETTINGS,
	STATUSES,
	TASKS,
	TITLE,
	holidays,
	settingsFields,
	statuses,
	tasks
} from './schema.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const after = v.optional(v.nullable(id));

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

export const addHoliday = defineMutation({
	name: 'addHoliday',
	args: v.object({ values: rowValues(holidays) }),
	run(doc, { values }, { newId }): string {
		checkSpan(values.from ?? null, values.to ?? null);
		checkRoom(doc, HOLIDAYS, 1, HOLIDAYS_MAX);
		const holidayId = newId();
		insertRow(writableRows(doc, HOLIDAYS), holidays, holidayId, values);
		return holidayId;
	}
});

export const updateHoliday = defineMutation({
	name: 'updateHoliday',
	args: v.object({ id, values: rowValues(holidays) }),
	run(doc, { id, values }) {
		const row = requireRow(writableRows(doc, HOLIDAYS), id);
		const from = values.from === undefined ? holidays.fields.from.read(row.get('from')) : values.from;
		const to = values.to === undefined ? holidays.fields.to.read(row.get('to')) : values.to;
		checkSpan(from, to);
		setRow(doc, HOLIDAYS, holidays, id, values);
	}
});

export const removeHoliday = defineMutation({
	name: 'removeHoliday',
	args: v.object({ id }),
	run: (doc, { id }) => removeRow(doc, HOLIDAYS, id)
});

/**
 * Takes over the holidays and make-up workdays of a calendar that comes with the product; those that are there already
 * are not doubled. They are the plan's own from then on.
 */
export const adoptHolidays = defineMutation({
	name: 'adoptHolidays',
	args: v.object({
		calendar: v.picklist(calendarPresets, `One of: ${calendarPresets.join(', ')}`),
		/** The language of their names. */
		locale: v.picklist(['en', 'zh-CN'])
	}),
	run(doc, { calendar, locale }, { newId }): string[] {
		const preset = presetCalendar(calendar, locale);
		const keyOf = (from: string | null, to: string | null, isWorking: boolean) =>
			[from, to ?? from, isWorking].join(' ');
		const known = readRows(doc, HOLIDAYS, holidays).map((row) => keyOf(row.from, row.to, row.isWorking));
		const offered = [
			...preset.holidays.map((holiday) => ({ ...holiday, isWorking: false })),
			...preset.makeUpWorkdays.map(({ name, date }) => ({ name, from: date, to: date, isWorking: true }))
		];
		const added = offered.filter(({ from, to, isWorking }) => !known.includes(keyOf(from, to, isWorking)));
		checkRoom(doc, HOLIDAYS, added.length, HOLIDAYS_MAX);
		return added.map((values) => {
			const holidayId = newId();
			insertRow(writableRows(doc, HOLIDAYS), holidays, holidayId, values);
			return holidayId;
		});
	}
});

export const addStatus = defineMutation({
	name: 'addStatus',
	args: v.object({ values: rowValues(statuses), after }),
	run(doc, row, { newId }): string {
		checkRoom(doc, STATUSES, 1, STATUSES_MAX);
		return addRow(doc, STATUSES, statuses, { ...row, id: newId() });
	}
});

export const updateStatus = defineMutation({
	name: 'updateStatus',
	args: v.object({ id, values: rowValues(statuses) }),
	run: (doc, { id, values }) => setRow(doc, STATUSES, statuses, id, values)
});

export const moveStatus = defineMutation({
	name: 'moveStatus',
	args: v.object({ id, after }),
	run: (doc, { id, after }) => moveRow(doc, STATUSES, id, after)
});

/** Takes a status out; its tasks go to `moveTo`, or to another of the same category, or to the first one. */
export const removeStatus = defineMutation({
	name: 'removeStatus',
	args: v.object({ id, moveTo: v.optional(id) }),
	run(doc, { id, moveTo }) {
		requireRow(writableRows(doc, STATUSES), id);
		const all = readRows(doc, STATUSES, statuses);
		const others = all.filter((status) => status.id !== id);
		if (others.length === 0) throw refusal('id', 'last-status', 'A plan keeps at least one status', { id });
		if (moveTo !== undefined && !others.some((status) => status.id === moveTo))
			throw missing('moveTo', moveTo);
		const category = all.find((status) => status.id === id)?.category;
		const heir = others.find((status) => status.category === category) ?? others[0];
		moveTasksOut(doc, id, moveTo ?? heir?.id ?? null);
		removeRow(doc, STATUSES, id);
	}
});

function moveTasksOut(doc: Y.Doc, from: string, to: string | null): void {
	const rows = writableRows(doc, TASKS);
	for (const taskId of rows.keys()) {
		const row = rows.get(taskId) as Y.Map<unknown> | undefined;
		if (typeof row?.get === 'function' && row.get('status') === from) {
			setRow(doc, TASKS, tasks, taskId, { status: to });
		}
	}
}

function checkSpan(from: string | null, to: string | null): void {
	if (from === null || to === null) return;
	if (from > to)
		throw refusal('to', 'finish-before-start', `${to} is before ${from}`, { start: from, finish: to });
	const value = (parsePlainDate(to) ?? 0) - (parsePlainDate(from) ?? 0) + 1;
	if (value <= HOLIDAY_DAYS_MAX) return;
	const message = `At most ${HOLIDAY_DAYS_MAX} days at a stretch; this is ${value}`;
	throw refusal('to', 'too-long', message, { value, limit: HOLIDAY_DAYS_MAX });
}
