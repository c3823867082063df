// Which risks are shown, and in which order: those that fit the filter, as the register has them or sorted. Pure.

import { fold } from '#lib/ui/combobox/combo-options.ts';
import { LIVE_STATUSES } from '../model/exposure-history.ts';
import { reasonsOf } from '../model/review.ts';
import { RISK_STATUSES, type Risk, type RiskKind } from '../model/schema.ts';
import { bandOf, exposureOf } from '../model/score.ts';

export const SORT_KEYS = [
	'exposure',
	'probability',
	'impact',
	'title',
	'status',
	'owner',
	'category',
	'next-review',
	'value'
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What a risk may be asked for beside its words. */
export const CONDITIONS = ['mine', 'live', 'grave', 'due', 'unscored', 'unowned', 'issues'] as const;
export type Condition = (typeof CONDITIONS)[number];

export interface RegisterQuery {
	text: string;
	/** null = both. */
	kind: RiskKind | null;
	conditions: readonly Condition[];
	sort: { key: SortKey; direction: 'ascending' | 'descending' } | null;
}

export const EVERYTHING: RegisterQuery = { text: '', kind: null, conditions: [], sort: null };

/** How this reads a board. */
export interface RegisterSource {
	/** In the order of the register. */
	risks: readonly Risk[];
	nameOf(member: string): string;
	hasAction(id: string): boolean;
	/** The expected monetary value; null where it is not known. */
	valueOf(risk: Risk): number | null;
	userId: string;
	/** 'YYYY-MM-DD' */
	today: string;
}

const collator = new Intl.Collator(['zh-CN', 'en'], { numeric: true, sensitivity: 'base' });

export function isFiltered({ text, kind, conditions }: RegisterQuery): boolean {
	return text.trim() !== '' || kind !== null || conditions.length > 0;
}

export function registerOf(source: RegisterSource, query: RegisterQuery): readonly Risk[] {
	const fitting = isFiltered(query) ? source.risks.filter(matcher(source, query)) : source.risks;
	return query.sort ? sorted(fitting, source, query.sort) : fitting;
}

function matcher(source: RegisterSource, query: RegisterQuery): (risk: Risk) => boolean {
	const { nameOf, userId, today, hasAction } = source;
	const words = fold(query.text).split(/\s+/).filter(Boolean);
	const conditions: Record<Condition, (risk: Risk) => boolean> = {
		mine: ({ owner }) => owner === userId,
		live: ({ status }) => LIVE_STATUSES.includes(status),
		grave: ({ score }) => score !== null && ['high', 'critical'].includes(bandOf(exposureOf(score))),
		due: (risk) => reasonsOf(risk, today, hasAction).length > 0,
		unscored: ({ score }) => score === null,
		unowned: ({ owner }) => owner === null,
		issues: ({ status }) => status === 'occurred'
	};
	return (risk) => {
		if (query.kind !== null && risk.kind !== query.kind) return false;
		if (!query.conditions.every((condition) => conditions[condition](risk))) return false;
		if (words.length === 0) return true;
		const { title, cause, event, effect, category, tags, owner } = risk;
		const text = fold(
			[title, cause, event, effect, category, ...tags, owner === null ? '' : nameOf(owner)].join(' ')
		);
		return words.every((word) => text.includes(word));
	};
}

function sorted(
	risks: readonly Risk[],
	{ nameOf, valueOf }: RegisterSource,
	{ key, direction }: NonNullable<RegisterQuery['sort']>
): readonly Risk[] {
	const sign = direction === 'ascending' ? 1 : -1;
	const values: Record<SortKey, (risk: Risk) => string | number | null> = {
		exposure: ({ score }) => (score === null ? null : exposureOf(score)),
		probability: ({ score }) => score?.probability ?? null,
		impact: ({ score }) => score?.impact ?? null,
		title: ({ title }) => title || null,
		status: ({ status }) => RISK_STATUSES.indexOf(status),
		owner: ({ owner }) => (owner === null ? null : nameOf(owner)),
		category: ({ category }) => category || null,
		'next-review': ({ nextReview }) => nextReview,
		value: (risk) => valueOf(risk)
	};
	const keyed = risks.map((risk) => ({ risk, value: values[key](risk) }));
	return keyed.toSorted((a, b) => compare(a.value, b.value, sign)).map(({ risk }) => risk);
}

/** Nothing comes last, whichever way round. Array sorting is stable: equals keep their place in the register. */
function compare(left: string | number | null, right: string | number | null, sign: 1 | -1): number {
	if (left === null || right === null) return Number(left === null) - Number(right === null);
	if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
	return sign * collator.compare(String(left), String(right));
}
