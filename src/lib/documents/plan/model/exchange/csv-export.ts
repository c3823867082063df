// A plan's tasks as CSV: one row per task in outline order, predecessors by row number as MS Project writes them.

import type * as Y from 'yjs';
import type { Locale } from '#lib/core/schema/define-kind.ts';
import { jsonToMarkdown } from '#lib/core/rich-text/markdown-writer.ts';
import { readContent, type PlanContent } from '../content.ts';
import { COLUMNS, choiceWord, columnName, type Column } from './csv-columns.ts';
import { writeCsv } from '#lib/core/exchange/csv-text.ts';
import { writeList, writePerson } from '#lib/core/exchange/member-text.ts';
import { writeDuration } from '../duration-text.ts';

type ContentTask = PlanContent['tasks'][number];

export function exportCsv(doc: Y.Doc, locale: Locale): string {
	const content = readContent(doc);
	const columns = Object.keys(COLUMNS) as Column[];
	const cellOf = cellWriter(content, locale);
	const header = columns.map((column) => columnName(column, locale));
	const rows = content.tasks.map((task, index) => columns.map((column) => cellOf(column, task, index)));
	return writeCsv([header, ...rows]);
}

function cellWriter({ settings, statuses, tasks, dependencies }: PlanContent, locale: Locale) {
	const statusNames = new Map(statuses.map(({ id, name }) => [id, name]));
	const numbers = new Map(tasks.map(({ id }, index) => [id, index + 1]));
	const predecessors = new Map<string, string[]>();
	for (const { from, to, type, lagMinutes } of dependencies) {
		const number = numbers.get(from ?? '');
		if (number === undefined || to === null) continue;
		const sign = lagMinutes > 0 ? '+' : '-';
		const lag = lagMinutes === 0 ? '' : sign + writeDuration(Math.abs(lagMinutes), settings);
		const kind = type === 'FS' && lag === '' ? '' : type;
		predecessors.set(to, [...(predecessors.get(to) ?? []), `${number}${kind}${lag}`]);
	}
	return (column: Column, task: ContentTask, index: number): string => {
		switch (column) {
			case 'no':
				return String(index + 1);
			case 'level':
				return String(task.depth + 1);
			case 'status':
				return statusNames.get(task.status ?? '') ?? '';
			case 'assignees':
				return writeList(task.assignees.map(writePerson));
			case 'tags':
				return writeList(task.tags);
			case 'predecessors':
				return writeList((predecessors.get(task.id) ?? []).sort(byNumber));
			case 'constraint':
				return [task.constraint?.type, task.constraint?.date].filter(Boolean).join(' ');
			case 'description':
				return task.description ? jsonToMarkdown(task.description) : '';
			case 'kind':
			case 'mode':
			case 'priority':
			case 'audience':
				return choiceWord(column, task[column], locale);
			case 'durationMinutes':
			case 'effortMinutes': {
				const minutes = task[column];
				return minutes === null ? '' : writeDuration(minutes, settings);
			}
			default:
				return String(task[column] ?? '');
		}
	};
}

function byNumber(left: string, right: string): number {
	return Number.parseInt(left, 10) - Number.parseInt(right, 10) || (left < right ? -1 : 1);
}
