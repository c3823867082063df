// What every reader of a foreign format makes: rows of a risk board. They take the place of what is there (touching only
// what differs), or are added after it under new ids. Parts that a format does not know stay as they are; a score or a
// status that a format without history changes is remembered as anybody's change is.

import * as Y from 'yjs';
import { insertRow, writableRows, writePlaces, type RowChanges } from '#lib/core/schema/collection.ts';
import { bySourceOrder, placed } from '#lib/core/schema/arrangement.ts';
import type { MutationContext } from '#lib/core/schema/mutation.ts';
import { keysToPlace } from '#lib/core/schema/order.ts';
import { sources } from '#lib/core/schema/places.ts';
import { readFields, writeFields } from '#lib/core/schema/record.ts';
import { replaceRows, type WantedRow } from '#lib/core/schema/replace.ts';
import { rootMap, rootText } from '#lib/core/schema/roots.ts';
import { oneLine, replaceText } from '#lib/core/schema/text.ts';
import { remember, type NewEntry } from '../diary.ts';
import { ACTIONS_MAX, HISTORY_MAX, RISKS_MAX, SCALES_MAX } from '../limits.ts';
import { checkRoom, refusal } from '#lib/core/schema/refusal.ts';
import * as schema from '../schema.ts';
import { isSameScore } from '../score.ts';

export type RiskRow = WantedRow<schema.RiskValues>;

export interface ImportedBoard {
	title?: string;
	settings?: Partial<schema.BoardSettings>;
	scales?: WantedRow<RowChanges<typeof schema.scales.fields, never>>[];
	risks?: RiskRow[];
	actions?: WantedRow<RowChanges<typeof schema.actions.fields, never>>[];
	/** Absent in formats without one: it is then continued. */
	history?: WantedRow<RowChanges<typeof schema.history.fields, never>>[];
}

/** Makes the board hold what was imported. Runs inside a transaction; throws AppError before the first write. */
export function replaceBoard(doc: Y.Doc, imported: ImportedBoard, context: MutationContext): void {
	requireCounts(imported);
	const { title, settings, scales, risks, actions, history } = imported;
	if (title !== undefined) writeTitle(doc, title);
	if (settings) writeFields(schema.settingsFields, writableRows(doc, schema.SETTINGS), settings);
	if (scales) replaceRows(doc, schema.SCALES, schema.scales, scales);
	const news = risks && !history ? newsOf(doc, risks) : null;
	if (risks) replaceRows(doc, schema.RISKS, schema.risks, risks);
	if (actions) replaceRows(doc, schema.ACTIONS, schema.actions, actions);
	if (history) replaceRows(doc, schema.HISTORY, schema.history, history);
	if (news) remember(doc, news, context);
}

/** Adds risks with their links and their history at the end, under new ids. Title and settings stay where they came from. */
export function appendBoard(doc: Y.Doc, imported: ImportedBoard, context: MutationContext): void {
	const { scales = [], risks = [], actions = [], history } = imported;
	checkRoom(doc, schema.RISKS, risks.length, RISKS_MAX);
	checkRoom(doc, schema.ACTIONS, actions.length, ACTIONS_MAX);
	checkRoom(doc, schema.HISTORY, history?.length ?? 0, HISTORY_MAX);
	checkRoom(doc, schema.SCALES, scales.length, SCALES_MAX);
	const { newId } = context;
	const ids = new Map(risks.map(({ id }) => [id, newId()]));
	const scaleIds = new Map(scales.map(({ id }) => [id, newId()]));
	const onOwnScale = <Values extends object>(values: Values): Values => {
		const moved = { ...values } as Record<string, unknown>;
		for (const field of schema.SCORE_FIELDS) {
			const score = moved[field] as schema.Risk['score'] | undefined;
			if (score?.scale) moved[field] = { ...score, scale: scaleIds.get(score.scale) ?? score.scale };
		}
		return moved as Values;
	};
	const rows = risks.map(({ id, values }) => ({ id: ids.get(id) ?? newId(), values: onOwnScale(values) }));
	const news = history ? null : newsOf(doc, rows);
	for (const { id, values } of scales) {
		insertRow(writableRows(doc, schema.SCALES), schema.scales, scaleIds.get(id) ?? newId(), values);
	}
	const stored = writableRows(doc, schema.RISKS);
	const siblings = sources(stored).sort(bySourceOrder).map(placed);
	for (const { id, values } of rows) insertRow(stored, schema.risks, id, values);
	if (rows.length > 0) {
		const added = rows.map(({ id }) => id);
		writePlaces(stored, null, keysToPlace(siblings, added, siblings.length));
	}
	for (const { values } of actions) {
		const risk = ids.get(values.risk ?? '');
		if (risk) insertRow(writableRows(doc, schema.ACTIONS), schema.actions, newId(), { ...values, risk });
	}
	for (const { values } of history ?? []) {
		const risk = ids.get(values.risk ?? '');
		if (!risk) continue;
		insertRow(writableRows(doc, schema.HISTORY), schema.history, newId(), onOwnScale({ ...values, risk }));
	}
	if (news) remember(doc, news, context);
}

/** What the rows change of scores and statuses, for the diary. */
function newsOf(doc: Y.Doc, rows: readonly RiskRow[]): Map<string, NewEntry[]> {
	const stored = rootMap(doc, schema.RISKS);
	return new Map(
		rows.map(({ id, values }) => {
			const row = stored?.get(id);
			const before = readFields(schema.risks.fields, row instanceof Y.Map ? row : null);
			const entries: NewEntry[] = [];
			for (const subject of schema.SCORE_FIELDS) {
				const score = values[subject];
				if (score !== undefined && !isSameScore(score, before[subject])) entries.push({ subject, score });
			}
			const { status } = values;
			if (!row || (status !== undefined && status !== before.status)) {
				entries.unshift({ subject: 'status', status: status ?? before.status });
			}
			return [id, entries];
		})
	);
}

function writeTitle(doc: Y.Doc, title: string): void {
	const target = rootText(doc, schema.TITLE);
	if (target) replaceText(target, oneLine(title));
}

function requireCounts({ risks = [], actions = [], history = [], scales = [] }: ImportedBoard): void {
	const counts = [
		[schema.RISKS, risks.length, RISKS_MAX],
		[schema.ACTIONS, actions.length, ACTIONS_MAX],
		[schema.HISTORY, history.length, HISTORY_MAX],
		[schema.SCALES, scales.length, SCALES_MAX]
	] as const;
	for (const [root, value, limit] of counts) {
		if (value <= limit) continue;
		throw refusal(root, 'too-many', `At most ${limit} in “${root}”; got ${value}`, { value, limit });
	}
}
