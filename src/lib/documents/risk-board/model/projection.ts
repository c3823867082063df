// What the server's tables hear of a risk board: its risks, opportunities and issues as items, whose they are, which tasks
// respond to them, the words for search, and figures that reports add up.

import type * as Y from 'yjs';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import type { ItemState, Projection } from '#lib/core/schema/projection.ts';
import { ProjectionWriter } from '#lib/core/schema/projection-writer.ts';
import { readContent } from './content.ts';
import { expectedValueOf } from './expected-value.ts';
import { LIVE_STATUSES } from './exposure-history.ts';
import { RISK_RICH_TEXTS, type RiskKind, type RiskStatus } from './schema.ts';
import { exposureOf } from './score.ts';

const STATES: Record<RiskStatus, ItemState> = {
	open: 'open',
	responding: 'active',
	occurred: 'active',
	accepted: 'active',
	closed: 'done'
};

export function projectBoard(doc: Y.Doc): Projection {
	const { title, settings, scales, risks, actions } = readContent(doc);
	const writer = new ProjectionWriter();
	writer.text(null, 'title', title);
	let total = 0;
	for (const risk of risks) {
		const { id, owner, score, status } = risk;
		const isLive = LIVE_STATUSES.includes(status);
		const exposure = score === null || !isLive ? null : exposureOf(score);
		writer.item({
			id,
			type: itemTypeOf(risk),
			title: risk.title,
			parentId: null,
			state: STATES[status],
			status,
			startsOn: risk.occurredOn,
			dueOn: isLive ? risk.nextReview : null,
			weight: exposure
		});
		writer.person(id, 'owner', owner);
		writer.text(id, 'title', risk.title);
		for (const field of ['cause', 'event', 'effect', 'category', 'trigger'] as const) {
			writer.text(id, field, risk[field]);
		}
		for (const field of RISK_RICH_TEXTS) {
			if (risk[field]) writer.text(id, field, jsonToText(risk[field]));
		}
		writer.text(id, 'tags', risk.tags.join(' '));
		if (risk.kind === 'risk') total += exposure ?? 0;
		writer.measure(id, 'emv', isLive ? expectedValueOf(risk, scales) : null, settings.currency);
	}
	for (const { risk, target, title: label, role } of actions) {
		if (risk === null || target === null || !writer.has(risk)) continue;
		const address = { type: 'document' as const, id: target.documentId, itemId: target.itemId };
		writer.link(risk, role === 'issue' ? 'resolution' : role, address, label);
	}
	writer.measure(null, 'risks', risks.length, 'count');
	writer.measure(null, 'exposure', total, 'score');
	return writer.rows;
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
