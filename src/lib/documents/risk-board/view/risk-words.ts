// The board's own terms in the reader's language. Names of columns and choices are those of its CSV.

import { m } from '#lib/i18n/compiled/messages.js';
import { getLocale } from '#lib/i18n/compiled/runtime.js';
import { formatPercent } from '#lib/i18n/format.ts';
import { choiceWord, columnName, type Column } from '../model/exchange/csv-columns.ts';
import type { ReviewReason } from '../model/review.ts';
import { percentOf, type ScaleMeaning } from '../model/scale.ts';
import type { Proximity, RiskKind, RiskStatus, ScoreField, Strategy } from '../model/schema.ts';
import { bandOf, exposureOf, type Band, type Dimension, type Level, type Score } from '../model/score.ts';
import type { Condition, SortKey } from './register-rows.ts';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';

export const columnText = (column: Column): string => columnName(column, getLocale());
export const kindText = (kind: RiskKind): string => choiceWord('kind', kind, getLocale());
export const statusText = (status: RiskStatus): string => choiceWord('status', status, getLocale());
export const strategyText = (strategy: Strategy): string => choiceWord('strategy', strategy, getLocale());
export const proximityText = (proximity: Proximity): string =>
	choiceWord('proximity', proximity, getLocale());

export const statusTones: Readonly<Record<RiskStatus, Tone>> = {
	open: 'neutral',
	responding: 'accent',
	occurred: 'danger',
	accepted: 'ok',
	closed: 'neutral'
};

const probabilities = [
	m.risk_probability_1,
	m.risk_probability_2,
	m.risk_probability_3,
	m.risk_probability_4,
	m.risk_probability_5
] as const;
const impacts = [
	m.risk_impact_1,
	m.risk_impact_2,
	m.risk_impact_3,
	m.risk_impact_4,
	m.risk_impact_5
] as const;
const dimensions: Readonly<Record<Dimension, () => string>> = {
	time: m.risk_dimension_time,
	cost: m.risk_dimension_cost,
	quality: m.risk_dimension_quality,
	satisfaction: m.risk_dimension_satisfaction
};
const scoreFields: Readonly<Record<ScoreField, () => string>> = {
	score: m.risk_score_now,
	target: m.risk_score_target,
	residual: m.risk_score_residual
};

export const dimensionText = (dimension: Dimension): string => dimensions[dimension]();
export const scoreFieldText = (field: ScoreField): string => scoreFields[field]();

/** The scale's own words, or the standard ones. */
export function probabilityText(level: Level, meaning: ScaleMeaning): string {
	return meaning.probability[level - 1] || (probabilities[level - 1]?.() ?? '');
}
export function impactText(level: Level, meaning?: ScaleMeaning, dimension?: Dimension): string {
	return (dimension && meaning?.impact[dimension][level - 1]) || (impacts[level - 1]?.() ?? '');
}
/** "about 40%" */
export function likelihoodText(level: Level, meaning: ScaleMeaning): string {
	return m.risk_about_percent({ percent: formatPercent(percentOf(level, meaning) / 100) });
}

/** Of an opportunity, what weighs most is no danger. */
export function bandText(band: Band, kind: RiskKind): string {
	return band === 'critical' && kind === 'opportunity'
		? m.risk_band_opportunity()
		: choiceWord('band', band, getLocale());
}

/** "3 × 4 = 12, high" */
export function scoreText(score: Pick<Score, 'probability' | 'impact'>, kind: RiskKind): string {
	const exposure = exposureOf(score);
	return m.risk_score_words({
		probability: score.probability,
		impact: score.impact,
		exposure,
		band: bandText(bandOf(exposure), kind)
	});
}

const reasons: Readonly<Record<ReviewReason, () => string>> = {
	'acceptance-expired': m.risk_reason_acceptance_expired,
	'review-due': m.risk_reason_review_due,
	'not-scored': m.risk_reason_not_scored,
	'no-response': m.risk_reason_no_response,
	'no-owner': m.risk_reason_no_owner
};
const conditions: Readonly<Record<Condition, () => string>> = {
	mine: m.risk_condition_mine,
	live: m.risk_condition_live,
	grave: m.risk_condition_grave,
	due: m.risk_condition_due,
	unscored: m.risk_condition_unscored,
	unowned: m.risk_condition_unowned,
	issues: m.risk_condition_issues
};

export const reasonText = (reason: ReviewReason): string => reasons[reason]();
export const conditionText = (condition: Condition): string => conditions[condition]();

export function sortText(key: SortKey): string {
	if (key === 'value') return m.risk_expected_value();
	return columnText(key === 'next-review' ? 'nextReview' : key);
}
