// One value of a risk from words: a choice in a cell, a pasted cell, or '' to clear it. Each column reads its own; what
// cannot be read is refused with a sentence and changes nothing.

import { FIRST_YEAR, LAST_YEAR } from '#lib/core/schema/people-and-days.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import { getLocale } from '#lib/i18n/compiled/runtime.js';
import { readDate } from '#lib/ui/date-picker/date-limits.ts';
import { choiceOf, type ChoiceColumn } from '../model/exchange/csv-columns.ts';
import { readScore } from '../model/exchange/score-text.ts';
import { risks, type RiskStatus, type ScoreField } from '../model/schema.ts';
import { isLevel } from '../model/score.ts';
import type { RiskPage } from './risk-page.svelte.ts';

/** The days that a board can name. */
export const DATE_LIMITS = { min: `${FIRST_YEAR}-01-01`, max: `${LAST_YEAR}-12-31` };

type Setter = (page: RiskPage, id: string, text: string) => string | undefined;

const LONGEST_QUOTE = 60;
const quoted = (text: string) => ({ text: text.slice(0, LONGEST_QUOTE) });

const choice =
	(column: Exclude<ChoiceColumn, 'band' | 'status'>): Setter =>
	(page, id, text) => {
		const value = text === '' ? risks.fields[column].fallback : choiceOf(column, text);
		if (value === null) return m.risk_refused_choice(quoted(text));
		return page.actions.set(id, { [column]: value });
	};

const level =
	(side: 'probability' | 'impact'): Setter =>
	(page, id, text) => {
		if (text === '') return page.setScore(id, 'score', null);
		const value = Number(text);
		return isLevel(value) ? page.setLevel(id, 'score', side, value) : m.risk_refused_level(quoted(text));
	};

const score =
	(field: ScoreField): Setter =>
	(page, id, text) => {
		const value = readScore(text);
		if (text !== '' && value === null) return m.risk_refused_score(quoted(text));
		return page.setScore(id, field, value);
	};

const amount =
	(field: 'cost' | 'probabilityPercent'): Setter =>
	(page, id, text) => {
		const value = text === '' ? null : Number(text.replaceAll(/[\s,，%]/g, ''));
		if (value !== null && (!Number.isFinite(value) || value < 0)) return m.risk_refused_number(quoted(text));
		return page.actions.set(id, { [field]: value });
	};

const setters: Readonly<Record<string, Setter>> = {
	title: (page, id, text) => page.actions.set(id, { title: text }),
	category: (page, id, text) => page.actions.set(id, { category: text }),
	cause: (page, id, text) => page.actions.set(id, { cause: text }),
	effect: (page, id, text) => page.actions.set(id, { effect: text }),
	kind: choice('kind'),
	strategy: choice('strategy'),
	proximity: choice('proximity'),
	status(page, id, text) {
		const value = text === '' ? 'open' : choiceOf('status', text);
		if (value === null) return m.risk_refused_choice(quoted(text));
		// Taking a risk on, and its happening, want to be told more.
		if (value === 'accepted' || value === 'occurred') {
			if (page.canEdit) page.dialog = { kind: value === 'accepted' ? 'accept' : 'occurred', id };
			return undefined;
		}
		return page.actions.set(id, { status: value as RiskStatus });
	},
	probability: level('probability'),
	impact: level('impact'),
	exposure: score('score'),
	target: score('target'),
	residual: score('residual'),
	cost: amount('cost'),
	percent: amount('probabilityPercent'),
	nextReview(page, id, text) {
		const read = readDate(text, { today: page.today, locale: getLocale(), ...DATE_LIMITS });
		return read.refusal ?? page.actions.set(id, { nextReview: read.date });
	},
	owner: (page, id, text) => page.actions.set(id, { owner: text === '' ? null : page.people.named(text) }),
	tags(page, id, text) {
		const wanted = text
			.split(/[,，、;；]/)
			.map((tag) => tag.trim())
			.filter(Boolean);
		return page.actions.setTags(id, page.store.riskNow(id)?.tags ?? [], wanted);
	}
};

export function setFromText(page: RiskPage, id: string, column: string, text: string): string | undefined {
	return Object.hasOwn(setters, column)
		? setters[column]?.(page, id, text.trim())
		: m.risk_refused_computed();
}
