// What the server's tables hear of a risk board: its risks, opportunities and issues as items, whose they are, which tasks
// respond to them, the words for search, and the figures that dashboards and reminders read. Dates are days since 1970.

import type * as Y from 'yjs';
import { parsePlainDate } from '#lib/core/calendar/plain-date.ts';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import { nameOfPerson } from '#lib/core/schema/people-and-days.ts';
import type { Projection } from '#lib/core/schema/projection.ts';
import { readContent } from './content.ts';
import { expectedValueOf } from './expected-value.ts';
import { LIVE_STATUSES } from './exposure-history.ts';
import { RISK_RICH_TEXTS, type RiskKind, type RiskStatus } from './schema.ts';
import { exposureOf } from './score.ts';

export function projectBoard(doc: Y.Doc): Projection {
	const { title, settings, scales, risks, actions } = readContent(doc);
	const rows: Projection = { items: [], links: [], texts: [], measures: [] };
	const { items, links, texts, measures } = rows;
	const addText = (itemId: string | null, field: string, text: string) => {
		if (text.trim() !== '') texts.push({ itemId, field, text });
	};
	const addMeasure = (itemId: string | null, name: string, value: number | null, unit: string) => {
		if (value !== null) measures.push({ itemId, name, value, unit });
	};
	addText(null, 'title', title);
	let total = 0;
	for (const risk of risks) {
		const { id, owner, score, status } = risk;
		items.push({ id, type: itemTypeOf(risk), title: risk.title, parentId: null, position: items.length });
		if (owner !== null && nameOfPerson(owner) === null) {
			links.push({ fromItemId: id, relation: 'owner', target: { type: 'user', id: owner }, label: '' });
		}
		addText(id, 'title', risk.title);
		for (const field of ['cause', 'event', 'effect', 'category', 'trigger'] as const) {
			addText(id, field, risk[field]);
		}
		for (const field of RISK_RICH_TEXTS) {
			if (risk[field]) addText(id, field, jsonToText(risk[field]));
		}
		addText(id, 'tags', risk.tags.join(' '));
		const isLive = LIVE_STATUSES.includes(status);
		const exposure = score === null || !isLive ? null : exposureOf(score);
		if (risk.kind === 'risk') total += exposure ?? 0;
		addMeasure(id, 'exposure', exposure, 'score');
		addMeasure(id, 'emv', isLive ? expectedValueOf(risk, scales) : null, settings.currency);
		addMeasure(id, 'next-review', isLive ? parsePlainDate(risk.nextReview) : null, 'day');
	}
	const known = new Set(items.map(({ id }) => id));
	for (const { risk, target, title: label, role } of actions) {
		if (risk === null || target === null || !known.has(risk)) continue;
		const address = { type: 'document' as const, id: target.documentId, itemId: target.itemId };
		links.push({
			fromItemId: risk,
			relation: role === 'issue' ? 'resolution' : role,
			target: address,
			label
		});
	}
	addMeasure(null, 'risks', risks.length, 'count');
	addMeasure(null, 'exposure', total, 'score');
	return rows;
}

/** From the day it happened, a risk is an issue. */
export function itemTypeOf({
	kind,
	status,
	occurredOn
}: {
	kind: RiskKind;
	status: RiskStatus;
	occurredOn: string | null;
}): 'risk' | 'opportunity' | 'issue' {
	return status === 'occurred' || (status === 'closed' && occurredOn !== null) ? 'issue' : kind;
}
