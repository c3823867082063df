// A board's register as CSV: one row per risk in the order of the register.

import type * as Y from 'yjs';
import { writeCsv } from '#lib/core/exchange/csv-text.ts';
import { writeList, writePerson } from '#lib/core/exchange/member-text.ts';
import { jsonToMarkdown } from '#lib/core/rich-text/markdown-writer.ts';
import type { Locale } from '#lib/core/schema/define-kind.ts';
import { readContent, type ContentRisk } from '../content.ts';
import { bandOf, exposureOf } from '../score.ts';
import { COLUMNS, choiceWord, columnName, type Column } from './csv-columns.ts';
import { writeScore } from './score-text.ts';

export function exportCsv(doc: Y.Doc, locale: Locale): string {
	const columns = Object.keys(COLUMNS) as Column[];
	const header = columns.map((column) => columnName(column, locale));
	const rows = readContent(doc).risks.map((risk) => columns.map((column) => cellOf(risk, column, locale)));
	return writeCsv([header, ...rows]);
}

export function cellOf(risk: ContentRisk, column: Column, locale: Locale): string {
	const { score, acceptance } = risk;
	switch (column) {
		case 'kind':
		case 'status':
		case 'proximity':
		case 'strategy':
			return choiceWord(column, risk[column], locale);
		case 'owner':
			return personCell(risk.owner);
		case 'probability':
		case 'impact':
			return String(score?.[column] ?? '');
		case 'time':
		case 'cost':
		case 'quality':
		case 'satisfaction':
			return String(score?.impacts[column] ?? '');
		case 'exposure':
			return score === null ? '' : String(exposureOf(score));
		case 'band':
			return score === null ? '' : choiceWord('band', bandOf(exposureOf(score)), locale);
		case 'target':
		case 'residual':
			return writeScore(risk[column]);
		case 'amount':
			return String(risk.cost ?? '');
		case 'acceptedBy':
			return personCell(acceptance?.by ?? null);
		case 'acceptedOn':
			return acceptance?.on ?? '';
		case 'acceptanceReason':
			return acceptance?.reason ?? '';
		case 'acceptedUntil':
			return acceptance?.until ?? '';
		case 'tags':
			return writeList(risk.tags);
		case 'response':
		case 'contingency':
		case 'notes':
			return risk[column] ? jsonToMarkdown(risk[column]) : '';
		default:
			return String(risk[column] ?? '');
	}
}

function personCell(member: string | null): string {
	return member === null ? '' : writePerson(member);
}
