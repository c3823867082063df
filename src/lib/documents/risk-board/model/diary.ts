// What a board remembers of its risks: every score with the scale it was judged on, every status, every review. Entries are
// written by the mutations and never changed afterwards, except that somebody who corrects an own score within two minutes
// amends the last entry: a card carried over four cells is one judgement, not four.

import * as Y from 'yjs';
import { insertRow, setRow, writableRows } from '#lib/core/schema/collection.ts';
import type { MutationContext } from '#lib/core/schema/mutation.ts';
import { rootMap } from '#lib/core/schema/roots.ts';
import { HISTORY_MAX } from './limits.ts';
import { HISTORY, history, type HistoryEntry } from './schema.ts';

const AMENDED_WITHIN = 120_000;

export type NewEntry = Pick<HistoryEntry, 'subject'> &
	Partial<Pick<HistoryEntry, 'score' | 'status' | 'note' | 'until' | 'by'>>;

/** What is new of each risk. Runs inside a transaction. A diary that is full forgets nothing and takes nothing more. */
export function remember(
	doc: Y.Doc,
	news: ReadonlyMap<string, readonly NewEntry[]>,
	context: MutationContext
): void {
	if (![...news.values()].some((entries) => entries.length > 0)) return;
	const rows = writableRows(doc, HISTORY);
	const known = lastEntries(doc, news);
	const now = Math.round(context.clock());
	for (const [riskId, entries] of news) {
		const latest = known.get(riskId);
		let at = Math.max(now, (latest?.at ?? -1) + 1);
		for (const entry of entries) {
			if (latest && isAmendment(latest, entry, at)) {
				setRow(doc, HISTORY, history, latest.id, { score: entry.score ?? null });
			} else if (rows.size < HISTORY_MAX) {
				insertRow(rows, history, context.newId(), { ...entry, risk: riskId, at });
				at++;
			}
		}
	}
}

type Last = Pick<HistoryEntry, 'id' | 'at' | 'by' | 'subject'>;

/** Only a score that is still the newest entry of its risk, and only by whoever gave it. */
function isAmendment(latest: Last, entry: NewEntry, at: number): boolean {
	const by = entry.by ?? null;
	return (
		entry.score !== undefined &&
		(entry.note ?? '') === '' &&
		by !== null &&
		latest.by === by &&
		latest.subject === entry.subject &&
		at - latest.at < AMENDED_WITHIN
	);
}

/** The newest entry of each of these risks. */
function lastEntries(doc: Y.Doc, wanted: ReadonlyMap<string, unknown>): Map<string, Last> {
	const { at, by, subject } = history.fields;
	const last = new Map<string, Last>();
	for (const [id, row] of rootMap(doc, HISTORY)?.entries() ?? []) {
		const risk: unknown = row instanceof Y.Map ? row.get('risk') : null;
		if (!(row instanceof Y.Map) || typeof risk !== 'string' || !wanted.has(risk)) continue;
		const found: Last = {
			id,
			at: at.read(row.get('at')),
			by: by.read(row.get('by')),
			subject: subject.read(row.get('subject'))
		};
		if (isLater(found, last.get(risk))) last.set(risk, found);
	}
	return last;
}

function isLater(entry: Last, than: Last | undefined): boolean {
	if (!than) return true;
	return entry.at !== than.at ? entry.at > than.at : entry.id > than.id;
}

/** Removes what was remembered of these risks. */
export function forget(doc: Y.Doc, riskIds: ReadonlySet<string>): void {
	const rows = rootMap(doc, HISTORY);
	if (!rows) return;
	for (const [id, row] of [...rows.entries()]) {
		const risk: unknown = row instanceof Y.Map ? row.get('risk') : null;
		if (typeof risk === 'string' && riskIds.has(risk)) rows.delete(id);
	}
}
