// The terms of goals in the reader's language, and numbers as people type them.

import { m } from '#lib/i18n/compiled/messages.js';
import { formatNumber } from '#lib/i18n/format.ts';
import type { GoalProgress, SmartPart } from '../../model/goal-progress.ts';
import type { Confidence, Goal } from '../../model/schema.ts';

const confidences: Readonly<Record<Confidence, () => string>> = {
	'on-track': m.plan_confidence_on_track,
	'at-risk': m.plan_confidence_at_risk,
	'off-track': m.plan_confidence_off_track
};
export const CONFIDENCE_TONES = { 'on-track': 'ok', 'at-risk': 'warn', 'off-track': 'danger' } as const;

const smartParts: Readonly<Record<SmartPart, () => string>> = {
	specific: m.plan_smart_specific,
	measurable: m.plan_smart_measurable,
	assignable: m.plan_smart_assignable,
	relevant: m.plan_smart_relevant,
	'time-bound': m.plan_smart_time_bound
};
const sources: Readonly<Record<GoalProgress['from'], () => string>> = {
	measure: m.plan_goal_from_measure,
	goals: m.plan_goal_from_goals,
	tasks: m.plan_goal_from_tasks,
	nothing: m.plan_goal_from_nothing
};

export const confidenceText = (confidence: Confidence): string => confidences[confidence]();
export const smartText = (part: SmartPart): string => smartParts[part]();
export const sourceText = (from: GoalProgress['from']): string => sources[from]();

/** "42 of 80 %"; '' where nothing is measured. */
export function measureText({ current, target, unit }: Pick<Goal, 'current' | 'target' | 'unit'>): string {
	if (current === null && target === null) return '';
	const number = (value: number | null) => (value === null ? '—' : formatNumber(value));
	return m.plan_goal_value_of({ current: number(current), target: number(target), unit }).trim();
}

/** null for nothing; a sentence for what is no number. Commas and spaces between digits are the reader's own. */
export function readNumber(text: string): { value: number | null } | { why: string } {
	const plain = text.replace(/[\s,，]/gu, '').replace(/[%％]$/u, '');
	if (plain === '') return { value: null };
	const value = Number(plain);
	return Number.isFinite(value) && /\d/u.test(plain)
		? { value }
		: { why: m.plan_goal_number_refused({ text: text.slice(0, 40) }) };
}
