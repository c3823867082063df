// Two states of a risk board in a risk manager's words: which risks came, went and were scored anew, higher or lower.

import { compareFields, compareRows, type FieldRule, type PlainRow } from '#lib/core/compare/compare-rows.ts';
import { comparisonOf, type Comparison, type RowMark } from '#lib/core/compare/comparison.ts';
import type { BoardContent } from './content.ts';
import { exposureOf, type Score } from './score.ts';

const text = { format: 'text' } satisfies FieldRule;
const date = { format: 'date' } satisfies FieldRule;
const number = { format: 'number' } satisfies FieldRule;
const choice = { format: 'choice' } satisfies FieldRule;
const people = { format: 'people' } satisfies FieldRule;
const scored = { format: 'choice', show: scoreText } satisfies FieldRule;

const riskFields: Readonly<Record<string, FieldRule>> = {
	title: text,
	status: choice,
	score: scored,
	target: scored,
	residual: scored,
	owner: people,
	category: text,
	kind: choice,
	proximity: choice,
	strategy: choice,
	cause: text,
	event: text,
	effect: text,
	trigger: text,
	response: text,
	contingency: text,
	notes: text,
	probabilityPercent: number,
	cost: number,
	nextReview: date,
	occurredOn: date,
	acceptance: { format: 'data' },
	tags: { format: 'list' }
};
const settingFields = { title: text, currency: choice, reviewEveryDays: number };

/** Of two contents as the board's reader gives them. The diary of scores is left out: it says the same once more. */
export function compareBoards(before: unknown, after: unknown): Comparison {
	const [old, now] = [before as BoardContent, after as BoardContent];
	const head = ({ title, settings }: BoardContent) => ({ ...settings, title });
	return comparisonOf([
		{ type: 'fields', name: 'document', fields: compareFields(head(old), head(now), settingFields) },
		{
			type: 'rows',
			name: 'risks',
			rows: compareRows(old.risks, now.risks, { fields: riskFields, marks: marksOf })
		},
		{
			type: 'rows',
			name: 'actions',
			rows: compareRows(old.actions, now.actions, { fields: { title: text, role: choice } })
		},
		{ type: 'rows', name: 'scales', rows: compareRows(old.scales, now.scales, { fields: { name: text } }) }
	]);
}

function marksOf(before: PlainRow, after: PlainRow): RowMark[] {
	const [was, is] = [before['score'] as Score | null, after['score'] as Score | null];
	if (!was || !is || exposureOf(was) === exposureOf(is)) return [];
	return [exposureOf(is) > exposureOf(was) ? 'raised' : 'lowered'];
}

function scoreText(value: unknown): string | null {
	const score = value as Score | null;
	return score && `${score.probability} × ${score.impact} = ${exposureOf(score)}`;
}
