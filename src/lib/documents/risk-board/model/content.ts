// A risk board as plain values: the one complete reader that the API, exchange and projection start from. A view that
// stays open reads through view/risk-store.svelte.ts instead, which re-reads only what changed.

import * as Y from 'yjs';
import type { RichTextJson } from '#lib/core/rich-text/schema.ts';
import { readRichText, readRows } from '#lib/core/schema/collection.ts';
import { readRecord } from '#lib/core/schema/record.ts';
import { rootMap } from '#lib/core/schema/roots.ts';
import { oneLine, readText } from '#lib/core/schema/text.ts';
import * as schema from './schema.ts';

export type ContentRisk = schema.Risk & Record<schema.RiskRichText, RichTextJson | null>;

export interface BoardContent {
	title: string;
	settings: schema.BoardSettings;
	scales: schema.Scale[];
	/** In the order of the register. */
	risks: ContentRisk[];
	actions: schema.RiskAction[];
	/** Oldest first. */
	history: schema.HistoryEntry[];
}

/** The title on one line, without outer spaces; '' when there is none. */
export function readTitle(doc: Y.Doc): string {
	return oneLine(readText(doc, schema.TITLE));
}

export function readContent(doc: Y.Doc): BoardContent {
	return {
		title: readTitle(doc),
		settings: readRecord(doc, schema.SETTINGS, schema.settingsFields),
		scales: readRows(doc, schema.SCALES, schema.scales),
		risks: readRows(doc, schema.RISKS, schema.risks).map((risk) =>
			Object.assign(risk, {
				response: readRiskRichText(doc, risk.id, 'response'),
				contingency: readRiskRichText(doc, risk.id, 'contingency'),
				notes: readRiskRichText(doc, risk.id, 'notes')
			})
		),
		actions: readRows(doc, schema.ACTIONS, schema.actions),
		history: readRows(doc, schema.HISTORY, schema.history).sort(byTime)
	};
}

/** One rich text of one risk; null when it says nothing. */
export function readRiskRichText(doc: Y.Doc, id: string, name: schema.RiskRichText): RichTextJson | null {
	const row = rootMap(doc, schema.RISKS)?.get(id);
	return row instanceof Y.Map ? readRichText(row, name) : null;
}

/** By time, then by id: the same on every replica. */
export function byTime(left: { at: number; id: string }, right: { at: number; id: string }): number {
	return left.at - right.at || (left.id < right.id ? -1 : 1);
}
