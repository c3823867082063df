// The columns of the register that are told by their text alone: what stands in them, how it is edited, how wide. Those that
// draw more than words are declared beside their snippets in RegisterView.

import { formatNumber, formatPercent } from '#lib/i18n/format.ts';
import type { ComboOption } from '#lib/ui/combobox/combo-options.ts';
import { shownDate } from '#lib/ui/date-picker/date-limits.ts';
import { PROXIMITIES, RISK_KINDS, RISK_STATUSES, type Risk } from '../model/schema.ts';
import { LEVELS } from '../model/score.ts';
import { strategiesOf, strategyOf } from '../model/strategies.ts';
import type { RiskPage } from './risk-page.svelte.ts';
import {
	impactText,
	kindText,
	probabilityText,
	proximityText,
	statusText,
	statusTones,
	strategyText
} from './risk-words.ts';

/** What one can choose in a column, and what is chosen. */
export interface CellChoice {
	options: readonly ComboOption[];
	value: string | null;
	/** Words that are no option yet may become one. */
	isOpen?: boolean;
}

const optionsOf = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
	values.map((value) => ({ value, label: label(value) }));

const choices: Readonly<Record<string, (page: RiskPage, risk: Risk) => CellChoice>> = {
	kind: (_, { kind }) => ({ options: optionsOf(RISK_KINDS, kindText), value: kind }),
	status: (_, { status }) => ({
		options: RISK_STATUSES.map((value) => ({ value, label: statusText(value), tone: statusTones[value] })),
		value: status
	}),
	strategy: (_, risk) => ({
		options: optionsOf(strategiesOf(risk.kind), strategyText),
		value: strategyOf(risk)
	}),
	proximity: (_, { proximity }) => ({ options: optionsOf(PROXIMITIES, proximityText), value: proximity }),
	category: (page, { category }) => ({
		options: page.optionsOf('category'),
		value: category || null,
		isOpen: true
	}),
	probability: (page, { id }) => ({
		options: LEVELS.map((level) => ({
			value: String(level),
			label: `${level} ${probabilityText(level, page.store.meaning)}`
		})),
		value: String(page.levelsOf(id, 'score').probability ?? '') || null
	}),
	impact: (page, { id }) => ({
		options: LEVELS.map((level) => ({ value: String(level), label: `${level} ${impactText(level)}` })),
		value: String(page.levelsOf(id, 'score').impact ?? '') || null
	})
};

export function choiceIn(column: string, page: RiskPage, risk: Risk): CellChoice {
	return choices[column]?.(page, risk) ?? { options: [], value: null };
}

/** What a cell says, in the reader's words; '' for nothing. */
const texts: Readonly<Record<string, (page: RiskPage, risk: Risk) => string>> = {
	title: (_, { title }) => title,
	kind: (_, { kind }) => kindText(kind),
	status: (_, { status }) => statusText(status),
	strategy: (_, risk) => (strategyOf(risk) === 'none' ? '' : strategyText(strategyOf(risk))),
	proximity: (_, { proximity }) => (proximity === 'unknown' ? '' : proximityText(proximity)),
	category: (_, { category }) => category,
	owner: ({ people }, { owner }) => (owner === null ? '' : people.nameOf(owner)),
	tags: (_, { tags }) => tags.join(', '),
	cause: (_, { cause }) => cause,
	effect: (_, { effect }) => effect,
	probability: (page, { id }) => String(page.levelsOf(id, 'score').probability ?? ''),
	impact: (page, { id }) => String(page.levelsOf(id, 'score').impact ?? ''),
	nextReview: (_, { nextReview }) => shownDate(nextReview),
	cost: (_, { cost }) => (cost === null ? '' : formatNumber(cost)),
	percent: (_, { probabilityPercent: percent }) => (percent === null ? '' : formatPercent(percent / 100)),
	value(page, risk) {
		const value = page.valueOf(risk);
		return value === null ? '' : formatNumber(value);
	}
};

export function textIn(column: string, page: RiskPage, risk: Risk): string {
	return texts[column]?.(page, risk) ?? '';
}

/** The same as it is typed. */
export function typedIn(column: string, risk: Risk): string {
	if (column === 'cost') return String(risk.cost ?? '');
	if (column === 'percent') return String(risk.probabilityPercent ?? '');
	if (column === 'title' || column === 'cause' || column === 'effect') return risk[column];
	return '';
}
