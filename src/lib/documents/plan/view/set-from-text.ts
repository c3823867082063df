// One value of a task from words: a pasted cell, or '' to clear it. Each column reads its own; what cannot be read is
// refused with a sentence and changes nothing.

import { FIRST_YEAR, LAST_YEAR } from '#lib/core/schema/people-and-days.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import { getLocale } from '#lib/i18n/compiled/runtime.js';
import { fold } from '#lib/ui/combobox/combo-options.ts';
import { readDate } from '#lib/ui/date-picker/date-limits.ts';
import { PRIORITIES } from '../model/schema.ts';
import { parseDuration } from '../model/duration-text.ts';
import type { PlanPage } from './plan-page.svelte.ts';
import { priorityText } from './plan-words.ts';

/** The days that a plan can name. */
export const DATE_LIMITS = { min: `${FIRST_YEAR}-01-01`, max: `${LAST_YEAR}-12-31` };

type Setter = (page: PlanPage, id: string, text: string) => string | undefined;

const dates =
	(field: 'start' | 'due' | 'deadline'): Setter =>
	(page, id, text) => {
		const read =
			text === ''
				? { date: null }
				: readDate(text, { today: page.today, locale: getLocale(), ...DATE_LIMITS });
		return read.refusal ?? page.actions.setTask(id, { [field]: read.date });
	};

const minutes =
	(field: 'durationMinutes' | 'effortMinutes'): Setter =>
	(page, id, text) => {
		const value = text === '' ? null : parseDuration(text, page.store.units);
		if (text !== '' && (value === null || value < 0))
			return m.plan_refused_duration({ text: text.slice(0, 40) });
		return page.actions.setTask(id, { [field]: value });
	};

const members =
	(field: 'assignees' | 'tags'): Setter =>
	(page, id, text) => {
		const names = text
			.split(/[,，、;；]/)
			.map((name) => name.trim())
			.filter(Boolean);
		const wanted = field === 'tags' ? names : names.map((name) => page.personNamed(name));
		return page.actions.setMembers(id, field, page.store.live.task(id)?.[field] ?? [], wanted);
	};

const setters: Readonly<Record<string, Setter>> = {
	title: (page, id, text) => page.actions.setTask(id, { title: text }),
	status(page, id, text) {
		const found = page.store.statuses.find(({ name }) => fold(name) === fold(text));
		if (text !== '' && !found) return m.plan_refused_status({ text: text.slice(0, 60) });
		return page.actions.setTask(id, { status: found?.id ?? null });
	},
	priority(page, id, text) {
		const found = PRIORITIES.find(
			(value) => value === fold(text) || fold(priorityText(value)) === fold(text)
		);
		if (text !== '' && !found) return m.plan_refused_priority({ text: text.slice(0, 60) });
		return page.actions.setTask(id, { priority: found ?? 'normal' });
	},
	progress(page, id, text) {
		const value = Number(text.replace('%', ''));
		if (!Number.isInteger(value) || value < 0 || value > 100)
			return m.plan_refused_progress({ text: text.slice(0, 40) });
		return page.actions.setTask(id, { progress: value });
	},
	start: dates('start'),
	due: dates('due'),
	deadline: dates('deadline'),
	duration: minutes('durationMinutes'),
	effort: minutes('effortMinutes'),
	assignees: members('assignees'),
	tags: members('tags')
};

export function setFromText(page: PlanPage, id: string, column: string, text: string): string | undefined {
	return Object.hasOwn(setters, column)
		? setters[column]?.(page, id, text.trim())
		: m.plan_refused_computed();
}
