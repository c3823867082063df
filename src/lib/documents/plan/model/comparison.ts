// Two states of a plan in a planner's words: which tasks came, went and moved, what slipped, what was finished or taken up
// again. A task that did nothing but follow another is told too: its dates are computed, here as in the plan.

import { compareFields, compareRows, type FieldRule, type PlainRow } from '#lib/core/compare/compare-rows.ts';
import { comparisonOf, type Comparison, type RowMark, type Section } from '#lib/core/compare/comparison.ts';
import type { PlanContent } from './content.ts';
import { computeSchedule } from './schedule/scheduler.ts';
import { scheduleDependencyOf, scheduleOptionsOf, scheduleTaskOf } from './schedule-input.ts';
import { effectiveStatuses, statusOf } from './statuses.ts';

/** Where neither state names its start: any one, the same for both, so that a delay shows as one. */
const SOME_MONDAY = '2024-01-01';

interface State {
	readonly plan: PlanContent;
	readonly tasks: readonly PlainRow[];
	readonly links: readonly PlainRow[];
	readonly checkIns: readonly PlainRow[];
}

const text = { format: 'text' } satisfies FieldRule;
const date = { format: 'date' } satisfies FieldRule;
const number = { format: 'number' } satisfies FieldRule;
const minutes = { format: 'minutes' } satisfies FieldRule;
const choice = { format: 'choice' } satisfies FieldRule;
const people = { format: 'people' } satisfies FieldRule;
const list = { format: 'list' } satisfies FieldRule;
const flag = { format: 'flag' } satisfies FieldRule;

const taskFields: Readonly<Record<string, FieldRule>> = {
	title: text,
	statusName: choice,
	assignees: people,
	scheduledStart: date,
	scheduledFinish: date,
	start: date,
	due: date,
	durationMinutes: minutes,
	effortMinutes: minutes,
	progress: { format: 'percent' },
	priority: choice,
	kind: choice,
	mode: choice,
	constraint: { format: 'choice', show: constraintText },
	deadline: date,
	actualStart: date,
	actualFinish: date,
	tags: list,
	audience: choice,
	description: text,
	acceptanceCriteria: text
};
const linkFields = { type: choice, lagMinutes: minutes };
const goalFields = {
	statement: text,
	metric: text,
	unit: text,
	start: number,
	target: number,
	current: number,
	owner: people,
	due: date,
	why: text
};
const checkInFields = { date, value: number, confidence: choice, comment: text, author: people };
const statusFields = { name: text, category: choice, tone: choice, wipLimit: number };
const holidayFields = { name: text, from: date, to: date, isWorking: flag };
const settingFields = {
	title: text,
	projectStart: date,
	projectDeadline: date,
	scheduledFinish: date,
	defaultMode: choice,
	workingDays: { format: 'data' } satisfies FieldRule,
	minutesPerDay: minutes,
	dayStart: choice
};

/** Of two contents as the plan's reader gives them. */
export function comparePlans(before: unknown, after: unknown): Comparison {
	const [earlier, later] = [before as PlanContent, after as PlanContent];
	const start = earlier.settings.projectStart ?? later.settings.projectStart;
	const old = stateOf(earlier, start);
	const now = stateOf(later, start);
	const rows = (name: string, left: unknown, right: unknown, fields: Readonly<Record<string, FieldRule>>) =>
		({ type: 'rows', name, rows: compareRows(left, right, { fields }) }) satisfies Section;
	return comparisonOf([
		{ type: 'fields', name: 'document', fields: compareFields(headOf(old), headOf(now), settingFields) },
		{
			type: 'rows',
			name: 'tasks',
			rows: compareRows(old.tasks, now.tasks, { fields: taskFields, marks: marksOf })
		},
		rows('dependencies', old.links, now.links, linkFields),
		rows('goals', earlier.goals, later.goals, goalFields),
		rows('checkIns', old.checkIns, now.checkIns, checkInFields),
		rows('statuses', earlier.statuses, later.statuses, statusFields),
		rows('holidays', earlier.holidays, later.holidays, holidayFields),
		rows('baselines', earlier.baselines, later.baselines, { name: text })
	]);
}

function stateOf(plan: PlanContent, commonStart: string | null): State {
	const { settings, holidays, tasks, dependencies, goals, checkIns } = plan;
	const schedule = computeSchedule(
		tasks.map((task) => scheduleTaskOf(task, settings.minutesPerDay)),
		dependencies.flatMap((link) => scheduleDependencyOf(link) ?? []),
		scheduleOptionsOf(settings, holidays, commonStart ?? SOME_MONDAY)
	);
	const statuses = effectiveStatuses(plan.statuses);
	const titles = new Map(tasks.map(({ id, title }) => [id, title]));
	const statements = new Map(goals.map(({ id, statement }) => [id, statement]));
	// Dates that hang in the air are compared but not shown.
	const shown = commonStart !== null;
	return {
		plan,
		tasks: tasks.map((task) => {
			const { start, finish } = schedule.task(task.id) ?? { start: null, finish: null };
			const { name, category } = statusOf(task, statuses);
			return {
				...task,
				statusName: name,
				category,
				finish,
				...(shown ? { scheduledStart: start, scheduledFinish: finish } : {})
			};
		}),
		links: dependencies.map((link) => ({
			...link,
			title: `${titles.get(link.from ?? '') ?? '?'} → ${titles.get(link.to ?? '') ?? '?'}`
		})),
		checkIns: checkIns.map((one) => ({ ...one, title: statements.get(one.goal ?? '') ?? '' }))
	};
}

function headOf({ plan, tasks }: State): PlainRow {
	const finishes = tasks.flatMap(({ scheduledFinish }) =>
		typeof scheduledFinish === 'string' ? scheduledFinish : []
	);
	return { ...plan.settings, title: plan.title, scheduledFinish: finishes.sort().at(-1) ?? null };
}

function marksOf(before: PlainRow, after: PlainRow): RowMark[] {
	const marks: RowMark[] = [];
	const [was, is] = [before['finish'], after['finish']];
	if (typeof was === 'string' && typeof is === 'string' && was !== is) {
		marks.push(is > was ? 'slipped' : 'earlier');
	}
	const [wasDone, isDone] = [before['category'] === 'done', after['category'] === 'done'];
	if (wasDone !== isDone) marks.push(isDone ? 'finished' : 'reopened');
	return marks;
}

function constraintText(value: unknown): string | null {
	if (typeof value !== 'object' || value === null) return null;
	const { type, date: on } = value as { type?: unknown; date?: unknown };
	return [type, on].filter((one) => typeof one === 'string').join(' ');
}
