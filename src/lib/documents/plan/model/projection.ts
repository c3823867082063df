// What the server's tables hear of a plan: its tasks and goals as items, whose they are, when they are due, the words for
// search, and figures that reports add up. Dates are those of the schedule wherever the plan has one.

import type * as Y from 'yjs';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import type { ItemState, Projection } from '#lib/core/schema/projection.ts';
import { ProjectionWriter } from '#lib/core/schema/projection-writer.ts';
import { scheduleOfContent } from './content-schedule.ts';
import { readContent, type PlanContent } from './content.ts';
import { goalProgress } from './goal-progress.ts';
import type { Schedule, TaskSchedule } from './schedule/types.ts';
import { PRIORITIES, type Priority, type Status, type StatusCategory, type Task } from './schema.ts';
import { effectiveStatuses, statusOf } from './statuses.ts';

export function projectPlan(doc: Y.Doc): Projection {
	const content = readContent(doc);
	const writer = new ProjectionWriter();
	writer.text(null, 'title', content.title);
	const statuses = statusByTask(content);
	addTasks(writer, content, statuses);
	addGoals(writer, content, statuses);
	return writer.rows;
}

const STATES: Record<StatusCategory, ItemState> = { todo: 'open', doing: 'active', done: 'done' };

function statusByTask({ tasks, statuses }: PlanContent): Map<string, Status> {
	const known = effectiveStatuses(statuses);
	const byId = new Map(known.map((status) => [status.id, status]));
	return new Map(tasks.map((task) => [task.id, byId.get(task.status ?? '') ?? statusOf(task, known)]));
}

function addTasks(writer: ProjectionWriter, content: PlanContent, statuses: Map<string, Status>): void {
	const schedule = scheduleOfContent(content);
	const states = stateByTask(content.tasks, statuses);
	const summaries = new Set(content.tasks.map(({ parent }) => parent));
	let leaves = 0;
	let done = 0;
	for (const task of content.tasks) {
		const { id, title, audience } = task;
		const isSummary = summaries.has(id);
		const state = states.get(id) ?? 'open';
		const planned = schedule?.task(id);
		const isAdded = writer.item({
			id,
			type: isSummary ? 'summary' : task.kind,
			title,
			parentId: task.parent,
			state,
			// A summary's own status would be a second truth beside its sub-tasks'.
			...(isSummary ? {} : { status: statuses.get(id)?.name ?? '' }),
			startsOn: task.actualStart ?? planned?.start ?? task.start,
			dueOn: dueOf(task, planned),
			weight: weightOf(task.priority),
			progress: progressOf(task, state, isSummary, schedule),
			audience
		});
		if (!isAdded) continue;
		if (!isSummary) {
			leaves++;
			if (state === 'done') done++;
		}
		for (const member of task.assignees) writer.person(id, 'assignee', member);
		writer.text(id, 'title', title);
		if (task.description) writer.text(id, 'description', jsonToText(task.description));
		writer.text(id, 'acceptance-criteria', task.acceptanceCriteria);
		writer.text(id, 'tags', task.tags.join(' '));
		writer.measure(id, 'effort', task.effortMinutes, 'minutes');
	}
	writer.measure(null, 'tasks', leaves, 'count');
	writer.measure(null, 'tasks-done', done, 'count');
}

/** A task's own, and a summary's from what is below it: done when all is, begun when any is. Children come after parents. */
function stateByTask(tasks: readonly Task[], statuses: Map<string, Status>): Map<string, ItemState> {
	const states = new Map<string, ItemState>();
	const below = new Map<string, ItemState[]>();
	for (const { id, parent } of tasks.toReversed()) {
		const children = below.get(id);
		const own = STATES[statuses.get(id)?.category ?? 'todo'];
		const state = children === undefined ? own : stateOfAll(children);
		states.set(id, state);
		if (parent === null) continue;
		const siblings = below.get(parent);
		if (siblings) siblings.push(state);
		else below.set(parent, [state]);
	}
	return states;
}

function stateOfAll(states: readonly ItemState[]): ItemState {
	if (states.every((state) => state === 'done')) return 'done';
	return states.every((state) => state === 'open') ? 'open' : 'active';
}

/** A milestone is due when the schedule reaches it; other work when it was promised, or else when it is planned to end. */
function dueOf(task: Task, planned: TaskSchedule | undefined): string | null {
	const promised = task.due ?? task.deadline;
	if (task.kind === 'milestone') return task.actualFinish ?? planned?.finish ?? promised;
	return promised ?? planned?.finish ?? null;
}

/** 0 low to 3 urgent. */
function weightOf(priority: Priority): number {
	return PRIORITIES.length - 1 - PRIORITIES.indexOf(priority);
}

function progressOf(task: Task, state: ItemState, isSummary: boolean, schedule: Schedule | null): number {
	if (state === 'done') return 100;
	if (isSummary) return Math.round(schedule?.task(task.id)?.progress ?? 0);
	return task.progress;
}

/** Goals stand after the tasks. A goal that has a task's id (damage) is left out. */
function addGoals(
	writer: ProjectionWriter,
	{ goals, tasks, checkIns }: PlanContent,
	statuses: Map<string, Status>
): void {
	const taskById = new Map(tasks.map((task) => [task.id, task]));
	const progress = goalProgress(goals, (id) => {
		const task = taskById.get(id);
		if (task === undefined) return undefined;
		const isDone = statuses.get(id)?.category === 'done';
		return { progress: task.progress, isDone, durationMinutes: task.durationMinutes };
	});
	const latest = new Map<string, { date: string | null; confidence: string }>();
	for (const { goal, date, confidence } of checkIns) {
		if (goal === null) continue;
		const known = latest.get(goal);
		if (known === undefined || (date ?? '') >= (known.date ?? '')) latest.set(goal, { date, confidence });
	}
	for (const { id, statement, parent, owner, why, metric, current, target, unit, due } of goals) {
		const share = progress.get(id)?.share ?? null;
		const isAdded = writer.item({
			id,
			type: 'goal',
			title: statement,
			parentId: parent !== null && taskById.has(parent) ? null : parent,
			state: share === null || share === 0 ? 'open' : share === 1 ? 'done' : 'active',
			...(latest.has(id) ? { status: latest.get(id)?.confidence ?? '' } : {}),
			dueOn: due,
			progress: share === null ? null : Math.round(share * 100)
		});
		if (!isAdded) continue;
		writer.person(id, 'owner', owner);
		writer.text(id, 'title', statement);
		writer.text(id, 'why', why);
		writer.text(id, 'metric', metric);
		writer.measure(id, 'current', current, unit);
		writer.measure(id, 'target', target, unit);
	}
}
