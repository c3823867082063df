// What the server's tables hear of a plan: its tasks and goals as items, who is assigned, the words for search, and the
// figures that dashboards and reminders read. Dates are told as days since 1970-01-01.

import type * as Y from 'yjs';
import { parsePlainDate } from '#lib/core/calendar/plain-date.ts';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import type {
	ProjectedItem,
	ProjectedLink,
	ProjectedMeasure,
	ProjectedText,
	Projection
} from '#lib/core/schema/projection.ts';
import { readContent, type PlanContent } from './content.ts';
import { nameOfPerson } from './plan-fields.ts';
import { effectiveStatuses, statusOf } from './statuses.ts';

export function projectPlan(doc: Y.Doc): Projection {
	const content = readContent(doc);
	const rows: Projection = { items: [], links: [], texts: [], measures: [] };
	addText(rows.texts, null, 'title', content.title);
	addTasks(rows, content);
	addGoals(rows, content);
	return rows;
}

function addTasks({ items, links, texts, measures }: Projection, content: PlanContent): void {
	const known = effectiveStatuses(content.statuses);
	const statusById = new Map(known.map((status) => [status.id, status]));
	let done = 0;
	for (const task of content.tasks) {
		const { id, kind, title, parent, assignees } = task;
		items.push({ id, type: kind, title, parentId: parent, position: items.length });
		for (const member of assignees) addPerson(links, id, 'assignee', member);
		addText(texts, id, 'title', title);
		if (task.description) addText(texts, id, 'description', jsonToText(task.description));
		addText(texts, id, 'acceptance-criteria', task.acceptanceCriteria);
		addText(texts, id, 'tags', task.tags.join(' '));
		const status = statusById.get(task.status ?? '') ?? statusOf(task, known);
		if (status.category === 'done') done++;
		addMeasure(measures, id, 'progress', status.category === 'done' ? 100 : task.progress, 'percent');
		addMeasure(measures, id, 'effort', task.effortMinutes, 'minutes');
		addMeasure(measures, id, 'due', parsePlainDate(task.due ?? task.deadline), 'day');
	}
	addMeasure(measures, null, 'tasks', content.tasks.length, 'count');
	addMeasure(measures, null, 'tasks-done', done, 'count');
}

/** Goals stand after the tasks. A goal that has a task's id (damage) is left out: an address names one thing. */
function addGoals({ items, links, texts, measures }: Projection, { goals }: PlanContent): void {
	const taken = new Set(items.map(({ id }) => id));
	const free = goals.filter(({ id }) => !taken.has(id));
	for (const { id, statement, parent, owner, why, metric, current, target, unit } of free) {
		const parentId = parent !== null && taken.has(parent) ? null : parent;
		items.push({ id, type: 'goal', title: statement, parentId, position: items.length });
		if (owner !== null) addPerson(links, id, 'owner', owner);
		addText(texts, id, 'title', statement);
		addText(texts, id, 'why', why);
		addText(texts, id, 'metric', metric);
		addMeasure(measures, id, 'current', current, unit);
		addMeasure(measures, id, 'target', target, unit);
	}
}

function addPerson(links: ProjectedLink[], fromItemId: string, relation: string, member: string): void {
	if (nameOfPerson(member) !== null) return;
	links.push({ fromItemId, relation, target: { type: 'user', id: member }, label: '' });
}

function addText(
	texts: ProjectedText[],
	itemId: ProjectedItem['id'] | null,
	field: string,
	text: string
): void {
	if (text.trim() !== '') texts.push({ itemId, field, text });
}

function addMeasure(
	measures: ProjectedMeasure[],
	itemId: string | null,
	name: string,
	value: number | null,
	unit: string
): void {
	if (value !== null) measures.push({ itemId, name, value, unit });
}
