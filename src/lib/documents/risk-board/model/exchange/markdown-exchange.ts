// A risk board as Markdown to read and to send on: the register as a table, the gravest first, then what is written about
// each risk. It is a report: the ways back in are CSV and JSON.

import type * as Y from 'yjs';
import { nameOfPerson } from '#lib/core/schema/people-and-days.ts';
import { jsonToMarkdown } from '#lib/core/rich-text/markdown-writer.ts';
import type { RichTextNode } from '#lib/core/rich-text/schema.ts';
import type { Exchange, Locale } from '#lib/core/schema/define-kind.ts';
import { readContent, type ContentRisk } from '../content.ts';
import { RISK_RICH_TEXTS } from '../schema.ts';
import { exposureOf } from '../score.ts';
import { cellOf } from './csv-export.ts';
import { columnName, type Column } from './csv-columns.ts';

const TABLE: readonly Column[] = [
	'title',
	'kind',
	'exposure',
	'band',
	'probability',
	'impact',
	'status',
	'strategy',
	'nextReview'
];
const DETAILS: readonly Column[] = [
	'owner',
	'category',
	'cause',
	'event',
	'effect',
	'trigger',
	'proximity',
	'target',
	'residual',
	'occurredOn',
	'acceptanceReason',
	'acceptedUntil',
	'tags'
];

export const markdownExchange: Exchange = {
	mediaType: 'text/markdown',
	extension: 'md',
	export: (doc, { locale }) => exportMarkdown(doc, locale)
};

function exportMarkdown(doc: Y.Doc, locale: Locale): string {
	const { title, risks } = readContent(doc);
	const graveFirst = risks.toSorted((left, right) => weight(right) - weight(left));
	const content: RichTextNode[] = [heading(1, title)];
	if (graveFirst.length > 0) content.push(table(graveFirst, locale));
	for (const risk of graveFirst) content.push(...section(risk, locale));
	return jsonToMarkdown({ type: 'doc', content });
}

function weight({ score }: ContentRisk): number {
	return score === null ? 0 : exposureOf(score);
}

function table(risks: readonly ContentRisk[], locale: Locale): RichTextNode {
	const row = (type: 'tableHeader' | 'tableCell', cells: readonly string[]): RichTextNode => ({
		type: 'tableRow',
		content: cells.map((text) => ({ type, content: [paragraph(text)] }))
	});
	return {
		type: 'table',
		content: [
			row(
				'tableHeader',
				TABLE.map((column) => columnName(column, locale))
			),
			...risks.map((risk) =>
				row(
					'tableCell',
					TABLE.map((column) => cellOf(risk, column, locale))
				)
			)
		]
	};
}

function section(risk: ContentRisk, locale: Locale): RichTextNode[] {
	const facts = DETAILS.flatMap((column) => {
		const text = column === 'owner' ? ownerName(risk.owner) : cellOf(risk, column, locale).trim();
		return text === '' ? [] : [`${columnName(column, locale)}: ${text}`];
	});
	const nodes: RichTextNode[] = [heading(2, risk.title)];
	if (facts.length > 0) {
		nodes.push({
			type: 'bulletList',
			content: facts.map((text) => ({ type: 'listItem', content: [paragraph(text)] }))
		});
	}
	for (const column of RISK_RICH_TEXTS) {
		const text = risk[column];
		if (text) nodes.push(heading(3, columnName(column, locale)), ...text.content);
	}
	return nodes;
}

/** The id of a user says nothing to a reader. */
function ownerName(owner: string | null): string {
	return owner === null ? '' : (nameOfPerson(owner) ?? '');
}

function heading(level: number, text: string): RichTextNode {
	return { type: 'heading', attrs: { level }, ...(text !== '' && { content: [{ type: 'text', text }] }) };
}

function paragraph(text: string): RichTextNode {
	return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
}
