// CSV as tasks. A cell that cannot be read costs that cell only and is reported with its row, its column and what stood
// there; a row is never lost. Columns that are missing leave what a known task has.

import * as v from 'valibot';
import { markdownToJson } from '#lib/core/rich-text/markdown-reader.ts';
import { AppError } from '#lib/core/errors.ts';
import type { PersonMatcher } from '#lib/core/exchange/match-people.ts';
import type { ImportLoss, LossReason } from '#lib/core/schema/define-kind.ts';
import { rowValues } from '#lib/core/schema/row-values.ts';
import { type PlanContent } from '../content.ts';
import { DEPTH_MAX, TITLE_MAX_LENGTH } from '../limits.ts';
import { DEPENDENCY_TYPES, tasks, type DependencyType, type TaskValues } from '../schema.ts';
import { choiceOf, columnNamed, type ChoiceColumn, type Column } from './csv-columns.ts';
import { readCsvRows } from '#lib/core/exchange/csv-text.ts';
import { parseDuration, workUnitsOf } from '../duration-text.ts';
import { knownRows, placeKey } from './known-rows.ts';
import type { DependencyRow, ImportedPlan, StatusRow, TaskRow } from './imported-plan.ts';
import { readList, readPerson } from '#lib/core/exchange/member-text.ts';
import { oneLine } from '#lib/core/schema/text.ts';

const values = rowValues(tasks);
const ID = /^[\w-]{1,64}$/;

export interface ReadCsv {
	imported: ImportedPlan;
	lost: ImportLoss[];
}

/** `present`: the plan it goes into. Throws AppError('invalid') where no column holds titles. */
export function importCsv(
	text: string,
	present: PlanContent,
	newId: () => string,
	matchPerson: PersonMatcher
): ReadCsv {
	const [first, ...rows] = readCsvRows(text);
	const header = first?.cells ?? [];
	const columns = header.map(columnNamed);
	if (!columns.includes('title')) {
		const found = header.slice(0, 8).join(', ');
		throw new AppError('invalid', { found }, [
			{ path: '', code: 'no-title-column', message: `No column “Title”; found: ${found}`, params: { found } }
		]);
	}
	const reader = new CsvReader(present, newId, matchPerson);
	for (const { line, cells } of rows) {
		const named = new Map<Column, { text: string; header: string }>();
		for (const [at, column] of columns.entries()) {
			if (column !== null) named.set(column, { text: (cells[at] ?? '').trim(), header: header[at] ?? '' });
		}
		reader.readRow(line, named);
	}
	return reader.finish(columns.includes('predecessors'));
}

type Cells = ReadonlyMap<Column, { text: string; header: string }>;

class CsvReader {
	readonly #present: PlanContent;
	readonly #newId: () => string;
	readonly #matchPerson: PersonMatcher;
	readonly #known;
	readonly #tasks: TaskRow[] = [];
	readonly #above: string[] = [];
	readonly #taken = new Set<string>();
	readonly #idOfNumber = new Map<string, string>();
	readonly #waiting: { to: string; text: string; line: number; header: string }[] = [];
	readonly #statuses: StatusRow[];
	readonly #lost: ImportLoss[] = [];

	constructor(present: PlanContent, newId: () => string, matchPerson: PersonMatcher) {
		this.#present = present;
		this.#newId = newId;
		this.#matchPerson = matchPerson;
		this.#known = knownRows(present.tasks, ({ parent, title }) => placeKey(parent, title));
		this.#statuses = present.statuses.map(({ id, ...values }) => ({ id, values }));
	}

	readRow(line: number, cells: Cells): void {
		const level = readLevel(cells.get('level')?.text ?? '');
		const parent = this.#parentAt(level);
		const id = this.#idOf(parent, cells);
		this.#taken.add(id);
		this.#idOfNumber.set(cells.get('no')?.text || String(this.#tasks.length + 1), id);
		const read: Record<string, unknown> = {};
		for (const [column, { text, header }] of cells) {
			if (column === 'no' || column === 'id' || column === 'level') continue;
			if (column === 'predecessors') {
				if (text !== '') this.#waiting.push({ to: id, text, line, header });
				continue;
			}
			const value = this.#valueOf(column, text, line, header);
			if (value !== undefined && v.safeParse(values, { [column]: value }).success) read[column] = value;
			else this.#lose(line, header, text, reasonFor(column, text));
		}
		const { text: levelText = '', header: levelHeader = '' } = cells.get('level') ?? {};
		if (level.why) this.#lose(line, levelHeader, levelText, level.why);
		keepLongTitle(read, cells);
		this.#tasks.push({ id, parent, values: read as TaskValues });
		this.#above.push(id);
	}

	/** Without an id of its own a row is the task of the same title in the same place, where there is one. */
	#idOf(parent: string | null, cells: Cells): string {
		const own = cells.get('id')?.text ?? '';
		if (ID.test(own) && !this.#taken.has(own)) return own;
		const title = oneLine(cells.get('title')?.text ?? '').slice(0, TITLE_MAX_LENGTH);
		const same = own === '' ? this.#known.take(placeKey(parent, title))?.id : undefined;
		return same !== undefined && !this.#taken.has(same) ? same : this.#newId();
	}

	finish(hasPredecessors: boolean): ReadCsv {
		const dependencies = this.#waiting.flatMap(({ to, text, line, header }) =>
			readList(text).flatMap(
				(part) => this.#dependencyOf(to, part) ?? this.#lose(line, header, part, 'unknown-task')
			)
		);
		const imported: ImportedPlan = { tasks: this.#tasks };
		if (this.#statuses.length > this.#present.statuses.length) imported.statuses = this.#statuses;
		if (hasPredecessors) imported.dependencies = dependencies;
		return { imported, lost: this.#lost };
	}

	/** A jump of several levels counts as one. */
	#parentAt({ depth }: Level): string | null {
		this.#above.length = Math.min(depth, this.#above.length);
		return this.#above.at(-1) ?? null;
	}

	/** undefined where the text cannot be read. */
	#valueOf(column: Column, text: string, line: number, header: string): unknown {
		switch (column) {
			case 'title': {
				const title = oneLine(text);
				if (title.length > TITLE_MAX_LENGTH) this.#lose(line, header, text, 'too-long');
				return title.slice(0, TITLE_MAX_LENGTH);
			}
			case 'status':
				return text === '' ? null : this.#statusNamed(text);
			case 'assignees':
				return [...new Set(readList(text).map((name) => this.#matchPerson(readPerson(name))))];
			case 'tags':
				return readList(text);
			case 'kind':
			case 'mode':
			case 'priority':
			case 'audience':
				return text === '' ? tasks.fields[column].fallback : this.#choice(column, text);
			case 'durationMinutes':
			case 'effortMinutes':
				return text === '' ? null : (this.#minutes(text) ?? undefined);
			case 'progress':
				return text === '' ? 0 : Number(text.replace('%', ''));
			case 'constraint': {
				const [type, date = null] = text.split(/\s+/);
				return text === '' ? null : { type: type?.toLowerCase(), date };
			}
			case 'description': {
				if (text === '') return null;
				const { doc, lost } = markdownToJson(text);
				for (const { kind } of lost) this.#lost.push({ what: `${kind} (${line})`, count: 1 });
				return doc;
			}
			case 'acceptanceCriteria':
				return text;
			default:
				// A date; slashes and dots are what spreadsheets make of the dashes.
				return text === '' ? null : readDate(text);
		}
	}

	#minutes(text: string): number | null {
		return parseDuration(text, workUnitsOf(this.#present.settings));
	}

	#choice(column: ChoiceColumn, text: string): string | undefined {
		return choiceOf(column, text) ?? undefined;
	}

	/** A status that the plan lacks is added to it. */
	#statusNamed(name: string): string {
		const known = this.#statuses.find(
			({ values }) => values.name?.trim().toLowerCase() === name.toLowerCase()
		);
		if (known) return known.id;
		const id = this.#newId();
		this.#statuses.push({ id, values: { name: name.slice(0, 60), category: 'todo' } });
		return id;
	}

	/** `3`, `3FS+2d`, `7SS-90min`; null where it cannot be read. */
	#dependencyOf(to: string, text: string): DependencyRow | null {
		const match = /^(\d+)\s*(FS|SS|FF|SF)?\s*(?:([+-].+))?$/i.exec(text);
		const from = this.#idOfNumber.get(match?.[1] ?? '');
		if (!match || from === undefined || from === to) return null;
		const type: DependencyType =
			DEPENDENCY_TYPES.find((known) => known === match[2]?.toUpperCase()) ?? DEPENDENCY_TYPES[0];
		const lag = match[3] ? this.#minutes(match[3]) : 0;
		if (lag === null) return null;
		const known = this.#present.dependencies.find((link) => link.from === from && link.to === to);
		return { id: known?.id ?? this.#newId(), values: { from, to, type, lagMinutes: lag } };
	}

	#lose(line: number, column: string, text: string, why: LossReason): [] {
		const value = text.slice(0, 60);
		this.#lost.push({ what: `${column} “${value}” (${line})`, count: 1, at: { line, column, value, why } });
		return [];
	}
}

interface Level {
	depth: number;
	why?: LossReason;
}

function readLevel(text: string): Level {
	const level = text === '' ? 1 : Number(text);
	if (!Number.isInteger(level) || level < 1) return { depth: 0, why: 'unreadable' };
	return level > DEPTH_MAX ? { depth: DEPTH_MAX - 1, why: 'too-deep' } : { depth: level - 1 };
}

/** The whole of a title that is too long stands in the description, where nothing else does. */
function keepLongTitle(read: Record<string, unknown>, cells: Cells): void {
	const title = cells.get('title')?.text ?? '';
	if (oneLine(title).length <= TITLE_MAX_LENGTH || cells.get('description')?.text) return;
	const content = [{ type: 'paragraph', content: [{ type: 'text', text: oneLine(title) }] }];
	read['description'] = { type: 'doc', content };
}

const DATES: ReadonlySet<Column> = new Set(['start', 'due', 'deadline', 'actualStart', 'actualFinish']);
const WORDS: ReadonlySet<Column> = new Set(['kind', 'mode', 'priority', 'audience']);

function reasonFor(column: Column, text: string): LossReason {
	if (WORDS.has(column)) return 'unknown-word';
	if (DATES.has(column)) return /\d/.test(text) ? 'no-such-day' : 'unreadable';
	return text.startsWith('-') ? 'negative' : 'unreadable';
}

function readDate(text: string): string {
	const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
	return match ? `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}` : text;
}
