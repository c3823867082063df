// What a change of a risk brings with it, what it leaves in the diary, and which changes are refused. The rules bind the
// board's own mutations; whatever a merge of two people's changes makes of them is read without complaint.

import type * as Y from 'yjs';
import type { Clock } from '#lib/core/clock.ts';
import { readFields } from '#lib/core/schema/record.ts';
import { rootMap } from '#lib/core/schema/roots.ts';
import type { NewEntry } from './diary.ts';
import { refusal } from '#lib/core/schema/refusal.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import {
	SCORE_FIELDS,
	SETTINGS,
	risks,
	settingsFields,
	type BoardSettings,
	type RiskValues
} from './schema.ts';
import { isSameScore, type Score } from './score.ts';
import { strategiesOf } from './strategies.ts';

export interface Change {
	readonly values: RiskValues;
	readonly entries: readonly NewEntry[];
}

export interface Circumstances {
	/** The day where the person is. */
	readonly today: string;
	readonly by: string | null;
	readonly note?: string | undefined;
	readonly settings: BoardSettings;
}

type Stored = { get(name: string): unknown } | null;

/** `values` with all that follows from them; null = a new risk. Throws AppError before anything is written. */
export function consequences(stored: Stored, values: RiskValues, about: Circumstances): Change {
	const before = readFields(risks.fields, stored);
	const after: Record<string, unknown> = { ...values };
	const entries: NewEntry[] = [];
	const { by, note } = about;
	if (values.title !== undefined) after['title'] = oneLine(values.title);
	if (values.category !== undefined) after['category'] = oneLine(values.category);
	for (const field of SCORE_FIELDS) {
		const given = values[field];
		if (given === undefined) continue;
		const next = onScale(given, before[field], about.settings);
		after[field] = next;
		if (!isSameScore(next, before[field]))
			entries.push({ subject: field, score: next, by, note: note ?? '' });
	}
	followKind(before, values, after);
	const status = values.status ?? before.status;
	const isLeftBare = status === 'accepted' && values.acceptance === null;
	if (status !== before.status || isLeftBare) followStatus(before, { ...values, status }, after, about);
	if (stored === null || status !== before.status) {
		const acceptance = (after['acceptance'] ?? null) as typeof before.acceptance;
		const reason = status === 'accepted' ? (acceptance?.reason ?? '') : '';
		// The first entry of a risk says who raised it, and when.
		entries.unshift({
			subject: 'status',
			status,
			by,
			note: note ?? reason,
			until: status === 'accepted' ? (acceptance?.until ?? null) : null
		});
	}
	return { values: after as RiskValues, entries };
}

/** A score that names no scale was judged on the board's own, or, where it says the same as before, on the one of before. */
function onScale(next: Score | null, before: Score | null, settings: BoardSettings): Score | null {
	if (next === null || next.scale !== null) return next;
	const same = before !== null && isSameScore({ ...before, scale: null }, next);
	return { ...next, scale: same ? before.scale : settings.scale };
}

/** A strategy that does not fit the kind is refused where it is chosen and falls away where the kind changes. */
function followKind(
	before: { kind: 'risk' | 'opportunity'; strategy: NonNullable<RiskValues['strategy']> },
	values: RiskValues,
	after: Record<string, unknown>
): void {
	const known = strategiesOf(values.kind ?? before.kind);
	const strategy = values.strategy ?? before.strategy;
	if (known.includes(strategy)) return;
	if (values.strategy !== undefined) {
		const params = { value: values.strategy, known: known.join(', ') };
		throw refusal(
			'strategy',
			'strategy-of-other-kind',
			`One of: ${params.known}; got ${params.value}`,
			params
		);
	}
	after['strategy'] = 'none';
}

function followStatus(
	before: { acceptance: RiskValues['acceptance']; occurredOn: string | null },
	values: RiskValues,
	after: Record<string, unknown>,
	{ today }: Circumstances
): void {
	const { status } = values;
	if (status === 'accepted') {
		const acceptance = values.acceptance === undefined ? before.acceptance : values.acceptance;
		if (!acceptance || acceptance.reason.trim() === '') {
			throw refusal(
				'acceptance',
				'acceptance-missing',
				'An accepted risk says why: {"acceptance": {"reason": …}}',
				{}
			);
		}
		after['acceptance'] = acceptance;
	} else if (values.acceptance === undefined) after['acceptance'] = null;
	if (values.occurredOn !== undefined) return;
	if (status === 'occurred') after['occurredOn'] = before.occurredOn ?? today;
	// A closed issue stays one; a risk that is open again has not happened.
	else if (status !== 'closed') after['occurredOn'] = null;
}

export function settingsOf(doc: Y.Doc): BoardSettings {
	return readFields(settingsFields, rootMap(doc, SETTINGS));
}

/** The day of the clock, UTC; whoever knows the person's own day hands that in instead. */
export function utcDay(clock: Clock): string {
	return new Date(clock()).toISOString().slice(0, 10);
}
