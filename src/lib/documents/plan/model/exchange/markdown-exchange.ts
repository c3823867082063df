// A plan as Markdown: its title and its tasks as nested checklists, done ones ticked, due dates in brackets at the end of
// the line. Read back, a line that stood there before stays the same task, with everything that Markdown cannot say.

import type * as Y from 'yjs';
import { markdownToJson } from '#lib/core/rich-text/markdown-reader.ts';
import { jsonToMarkdown } from '#lib/core/rich-text/markdown-writer.ts';
import type { RichTextNode } from '#lib/core/rich-text/schema.ts';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import type { Exchange, ImportLoss } from '#lib/core/schema/define-kind.ts';
import { mutationContext } from '#lib/core/schema/mutation.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { readContent, type PlanContent } from '../content.ts';
import { DEPTH_MAX, TITLE_MAX_LENGTH } from '../limits.ts';
import { isPlanDay } from '../plan-fields.ts';
import { effectiveStatuses, firstOf, statusOf } from '../statuses.ts';
import { knownRows, placeKey } from './known-rows.ts';
import { appendPlan, replacePlan, type ImportedPlan, type TaskRow } from './imported-plan.ts';

export const markdownExchange: Exchange = {
	mediaType: 'text/markdown',
	extension: 'md',
	export: exportMarkdown,
	import(doc, text, { origin, mode }) {
		const { newId } = mutationContext({});
		const present = readContent(doc);
		const { doc: body, lost } = markdownToJson(text);
		const [first, ...others] = body.content;
		const title = first && isTitleHeading(first) ? textOf(first) : null;
		const lines = linesOf(title === null ? body.content : others);
		const known = mode === 'append' ? [] : present.tasks;
		const imported: ImportedPlan = { tasks: matchTasks(lines, known, present, newId) };
		if (title !== null && title !== '') imported.title = title.slice(0, TITLE_MAX_LENGTH);
		doc.transact(() => {
			if (mode === 'append') appendPlan(doc, imported, newId);
			else replacePlan(doc, imported);
		}, origin);
		return countLosses(lost);
	}
};

function exportMarkdown(doc: Y.Doc): string {
	const { title, tasks, statuses } = readContent(doc);
	const known = effectiveStatuses(statuses);
	const contents = new Map<string | null, RichTextNode[]>();
	const top: RichTextNode[] = [];
	for (const task of tasks) {
		const words = [task.title, task.due === null ? '' : `(${task.due})`]
			.filter((word) => word !== '')
			.join(' ');
		const checked = statusOf(task, known).category === 'done';
		const content = [paragraph(words)];
		contents.set(task.id, content);
		const item: RichTextNode = { type: 'taskItem', attrs: { checked }, content };
		const above = contents.get(task.parent);
		const list = above?.[1]?.content;
		if (!above) top.push(item);
		else if (list) list.push(item);
		else above.push({ type: 'taskList', content: [item] });
	}
	const heading: RichTextNode = { type: 'heading', attrs: { level: 1 } };
	if (title !== '') heading.content = [{ type: 'text', text: title }];
	const content = top.length > 0 ? [heading, { type: 'taskList', content: top }] : [heading];
	return jsonToMarkdown({ type: 'doc', content });
}

function paragraph(words: string): RichTextNode {
	return words === ''
		? { type: 'paragraph' }
		: { type: 'paragraph', content: [{ type: 'text', text: words }] };
}

interface Line {
	text: string;
	/** null in a list without boxes. */
	isChecked: boolean | null;
	depth: number;
}

/** Every item of every list, however deep; headings and paragraphs outside lists are no tasks. */
function linesOf(nodes: readonly RichTextNode[]): Line[] {
	const lines: Line[] = [];
	const walk = (list: readonly RichTextNode[], depth: number): void => {
		for (const node of list) {
			if (node.type.endsWith('List')) walk(node.content ?? [], depth);
			else if (node.type === 'taskItem' || node.type === 'listItem') {
				const [own, ...below] = node.content ?? [];
				const isChecked = node.type === 'taskItem' ? node.attrs?.['checked'] === true : null;
				lines.push({ text: own ? textOf(own) : '', isChecked, depth });
				walk(below, Math.min(depth + 1, DEPTH_MAX - 1));
			}
		}
	};
	walk(nodes, 0);
	return lines;
}

/** A line is the task of the same title that stood under the same parent, the first of them not yet taken. */
function matchTasks(
	lines: readonly Line[],
	tasks: PlanContent['tasks'],
	present: PlanContent,
	newId: () => string
): TaskRow[] {
	const statuses = effectiveStatuses(present.statuses);
	const [todo, done] = [firstOf(statuses, 'todo'), firstOf(statuses, 'done')];
	const known = knownRows(tasks, (task) => placeKey(task.parent, task.title));
	const above: string[] = [];
	return lines.map(({ text, isChecked, depth }) => {
		above.length = Math.min(depth, above.length);
		const parent = above.at(-1) ?? null;
		const { title, due } = splitLine(text);
		const same = known.take(placeKey(parent, title));
		const id = same?.id ?? newId();
		above.push(id);
		const wasDone = same ? statusOf(same, statuses).category === 'done' : false;
		const status = (isChecked ? done : todo)?.id;
		const changes = isChecked !== null && isChecked !== wasDone && status !== undefined ? { status } : {};
		return { id, parent, values: { title, due, ...changes } };
	});
}

function splitLine(text: string): { title: string; due: string | null } {
	const match = /^(.*?)\s?\((\d{4}-\d{2}-\d{2})\)$/su.exec(text);
	const due = match?.[2] ?? null;
	return match && isPlanDay(due)
		? { title: (match[1] ?? '').slice(0, TITLE_MAX_LENGTH), due }
		: { title: text.slice(0, TITLE_MAX_LENGTH), due: null };
}

function isTitleHeading(node: RichTextNode): boolean {
	return node.type === 'heading' && node.attrs?.['level'] === 1;
}

function textOf(node: RichTextNode): string {
	return oneLine(jsonToText({ type: 'doc', content: [node] }));
}

function countLosses(lost: readonly { kind: string }[]): ImportLoss[] {
	const counts = new Map<string, number>();
	for (const { kind } of lost) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return [...counts].map(([what, count]) => ({ what, count }));
}
