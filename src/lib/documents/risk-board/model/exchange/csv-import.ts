// CSV as risks. A cell that cannot be read costs that cell only and is reported with its row, its column and what stood
// there; a row is never lost. Columns that are missing leave what a known risk has.

import * as v from 'valibot';
import { readCsv } from '#lib/core/exchange/csv-text.ts';
import { readList, readPerson } from '#lib/core/exchange/member-text.ts';
import { AppError } from '#lib/core/errors.ts';
import { markdownToJson } from '#lib/core/rich-text/markdown-reader.ts';
import type { ImportLoss } from '#lib/core/schema/define-kind.ts';
import { rowValues } from '#lib/core/schema/row-values.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { type BoardContent, type ContentRisk } from '../content.ts';
import { TITLE_MAX_LENGTH } from '../limits.ts';
import { RISK_TEXTS, SCORE_FIELDS, risks, type RiskValues } from '../schema.ts';
import { DIMENSIONS, isSameScore, overallImpact, type Dimension, type Level, type Score } from '../score.ts';
import { COMPUTED, choiceOf, columnNamed, type Column } from './csv-columns.ts';
import type { ImportedBoard, RiskRow } from './imported-board.ts';
import { readScore } from './score-text.ts';

const values = rowValues(risks);
const ID = /^[\w-]{1,64}$/;
const SCORE_COLUMNS: readonly Column[] = ['probability', 'impact', ...DIMENSIONS];
const ACCEPTANCE_COLUMNS: readonly Column[] = [
	'acceptedBy',
	'acceptedOn',
	'acceptanceReason',
	'acceptedUntil'
];

interface Cell {
	text: string;
	header: string;
}
type Cells = ReadonlyMap<Column, Cell>;

export interface ReadCsv {
	imported: ImportedBoard;
	lost: ImportLoss[];
}

/** `present`: the board it goes into. Throws AppError('invalid') where no column holds titles. */
export function importCsv(text: string, present: BoardContent, newId: () => string): ReadCsv {
	const [header = [], ...lines] = readCsv(text);
	const columns = header.map(columnNamed);
	if (!columns.includes('title')) {
		const found = header.slice(0, 8).join(', ');
		throw new AppError('invalid', { found }, [
			{ path: '', code: 'no-title-column', message: `No column “Title”; found: ${found}`, params: { found } }
		]);
	}
	const reader = new CsvReader(present, newId);
	for (const [index, cells] of lines.entries()) {
		const named = new Map<Column, Cell>();
		for (const [at, column] of columns.entries()) {
			if (column !== null && !named.has(column)) {
				named.set(column, { text: cells[at] ?? '', header: header[at] ?? '' });
			}
		}
		reader.readRow(index + 2, named);
	}
	return reader.finish();
}

class CsvReader {
	readonly #present: ReadonlyMap<string, ContentRisk>;
	readonly #scale: string | null;
	readonly #newId: () => string;
	readonly #rows: RiskRow[] = [];
	readonly #taken = new Set<string>();
	readonly #lost: ImportLoss[] = [];

	constructor({ risks, settings }: BoardContent, newId: () => string) {
		this.#present = new Map(risks.map((risk) => [risk.id, risk]));
		this.#scale = settings.scale;
		this.#newId = newId;
	}

	readRow(line: number, cells: Cells): void {
		const own = cells.get('id')?.text.trim() ?? '';
		const id = ID.test(own) && !this.#taken.has(own) ? own : this.#newId();
		this.#taken.add(id);
		const read: Record<string, unknown> = {};
		const take = (name: string, value: unknown, { text, header }: Cell) => {
			if (value !== undefined && v.safeParse(values, { [name]: value }).success) read[name] = value;
			else this.#lose(line, header, text);
		};
		for (const [column, cell] of cells) {
			if (column === 'id' || COMPUTED.includes(column)) continue;
			if (SCORE_COLUMNS.includes(column) || ACCEPTANCE_COLUMNS.includes(column)) continue;
			take(column === 'amount' ? 'cost' : column, this.#valueOf(column, cell, line), cell);
		}
		const scored = cells.get('probability');
		if (scored) take('score', this.#scoreOf(cells), scored);
		const accepted = cells.get('acceptanceReason');
		if (accepted) take('acceptance', acceptanceOf(cells), accepted);
		this.#keepScales(read, this.#present.get(id));
		this.#rows.push({ id, values: read as RiskValues });
	}

	finish(): ReadCsv {
		return { imported: { risks: this.#rows }, lost: this.#lost };
	}

	/** undefined where the text cannot be read. */
	#valueOf(column: Column, { text: cell, header }: Cell, line: number): unknown {
		const text = cell.trim();
		switch (column) {
			case 'title': {
				const title = oneLine(text);
				if (title.length > TITLE_MAX_LENGTH) this.#lose(line, header, title);
				return title.slice(0, TITLE_MAX_LENGTH);
			}
			case 'category':
				return oneLine(text);
			case 'kind':
			case 'status':
			case 'proximity':
			case 'strategy':
				return text === '' ? risks.fields[column].fallback : (choiceOf(column, text) ?? undefined);
			case 'owner':
				return text === '' ? null : readPerson(text);
			case 'target':
			case 'residual':
				return text === '' ? null : (readScore(text) ?? undefined);
			case 'probabilityPercent':
			case 'amount':
				return text === '' ? null : readNumber(text);
			case 'tags':
				return readList(text);
			case 'response':
			case 'contingency':
			case 'notes': {
				if (text === '') return null;
				const { doc, lost } = markdownToJson(text);
				for (const { kind } of lost) this.#lost.push({ what: `${kind} (${line})`, count: 1 });
				return doc;
			}
			case 'nextReview':
			case 'occurredOn':
				return text === '' ? null : readDate(text);
			default:
				// What people write together keeps its spaces and its lines.
				return (RISK_TEXTS as readonly string[]).includes(column) ? cell : text;
		}
	}

	/** The overall impact is the largest of its dimensions, whatever the column says. */
	#scoreOf(cells: Cells): unknown {
		const number = (column: Column) => {
			const text = cells.get(column)?.text.trim() ?? '';
			return text === '' ? null : Number(text);
		};
		const probability = number('probability');
		const impact = number('impact');
		const judged = DIMENSIONS.map((dimension) => [dimension, number(dimension)] as const);
		const impacts = Object.fromEntries(judged) as Record<Dimension, Level | null>;
		const overall = overallImpact(impacts) ?? impact;
		if (probability === null && overall === null) return null;
		return { probability, impact: overall, impacts };
	}

	/** What says the same as before was judged on the scale of before. */
	#keepScales(read: Record<string, unknown>, before: ContentRisk | undefined): void {
		for (const field of SCORE_FIELDS) {
			const given = read[field];
			if (given === undefined || given === null) continue;
			const score: Score = { ...(given as Score), scale: null };
			const known = before?.[field] ?? null;
			const isSame = known !== null && isSameScore({ ...known, scale: null }, score);
			read[field] = { ...score, scale: isSame ? known.scale : this.#scale };
		}
	}

	#lose(line: number, header: string, text: string): void {
		this.#lost.push({ what: `${header} “${text.slice(0, 60)}” (${line})`, count: 1 });
	}
}

function acceptanceOf(cells: Cells): unknown {
	const text = (column: Column) => cells.get(column)?.text ?? '';
	const [by, on, until] = [
		text('acceptedBy').trim(),
		text('acceptedOn').trim(),
		text('acceptedUntil').trim()
	];
	const reason = text('acceptanceReason');
	if ([by, on, until, reason].every((part) => part === '')) return null;
	return {
		by: by === '' ? null : readPerson(by),
		on: on === '' ? null : readDate(on),
		reason,
		until: until === '' ? null : readDate(until)
	};
}

/** `1,250.5`, `12 000`, `25%` */
function readNumber(text: string): number | undefined {
	const value = Number(text.replaceAll(/[\s%,，\u00a0\u202f]/g, ''));
	return Number.isFinite(value) ? value : undefined;
}

/** Slashes and dots are what spreadsheets make of the dashes. */
function readDate(text: string): string {
	const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
	return match ? `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}` : text;
}
