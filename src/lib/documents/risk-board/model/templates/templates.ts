// The templates of a risk board, and how one fills a new document.

import type * as Y from 'yjs';
import type { KindTemplate, Locale } from '#lib/core/schema/define-kind.ts';
import type { MutationContext } from '#lib/core/schema/mutation.ts';
import { addRisks } from '../risk-mutations.ts';
import type { RiskValues } from '../schema.ts';
import { movedTo, NOT_JUDGED, overallImpact, type Score } from '../score.ts';
import { clientWebsite } from './client-website.ts';
import { fitOut } from './fit-out.ts';
import { softwareDelivery } from './software-delivery.ts';
import { kindTemplateOf, type BoardTemplate, type TemplateRisk } from './template.ts';

const all: readonly BoardTemplate[] = [softwareDelivery, clientWebsite, fitOut];

export const templates: readonly KindTemplate[] = all.map(kindTemplateOf);

export function templateNamed(id: string | undefined): BoardTemplate | undefined {
	return all.find((template) => template.id === id);
}

export function fillFromTemplate(
	doc: Y.Doc,
	template: BoardTemplate,
	locale: Locale,
	context: MutationContext
): void {
	const items = template.risks.map((risk) => valuesOf(risk, locale));
	addRisks.run(doc, { items, by: null }, context);
}

function valuesOf(risk: TemplateRisk, locale: Locale): RiskValues {
	const impacts = { ...NOT_JUDGED, ...risk.impacts };
	const score: Score = {
		probability: risk.probability,
		impact: overallImpact(impacts) ?? 1,
		impacts,
		scale: null
	};
	const target = risk.target && movedTo(score, { probability: risk.target[0], impact: risk.target[1] }, null);
	const contingency = risk.contingency && {
		type: 'doc',
		content: [{ type: 'paragraph', content: [{ type: 'text', text: risk.contingency[locale] }] }]
	};
	return {
		title: risk.title[locale],
		kind: risk.kind ?? 'risk',
		category: risk.category[locale],
		cause: risk.cause[locale],
		event: risk.event[locale],
		effect: risk.effect[locale],
		strategy: risk.strategy ?? 'none',
		proximity: risk.proximity ?? 'unknown',
		score,
		...(target && { target }),
		...(risk.trigger && { trigger: risk.trigger[locale] }),
		...(contingency && { contingency })
	} as RiskValues;
}
