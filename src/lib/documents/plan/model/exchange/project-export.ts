// A plan as Microsoft Project XML (MSPDI): tasks in their outline, links, people, the calendar and the baselines. Elements
// stand in the order of the schema, which Project insists on.

import type * as Y from 'yjs';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import { workingCalendarOf } from '../calendar.ts';
import { readContent, type PlanContent } from '../content.ts';
import { effectiveStatuses, statusOf } from '../statuses.ts';
import { writePerson } from '#lib/core/exchange/member-text.ts';
import { projectCalendar } from './project-calendar.ts';
import { CONSTRAINTS, LINK_TYPES, durationOf, priorityNumber } from './project-values.ts';
import { writeXml, type XmlTree } from './xml-text.ts';

type ContentTask = PlanContent['tasks'][number];

const MOST_BASELINES = 11;
const DAYS = 7;

export function exportProject(doc: Y.Doc): string {
	const content = readContent(doc);
	const { settings, tasks } = content;
	const people = [...new Set(tasks.flatMap(({ assignees }) => assignees))].sort();
	const resourceUids = new Map(people.map((member, index) => [member, index + 1]));
	const project: XmlTree = [
		'Project xmlns="http://schemas.microsoft.com/project"',
		[
			['SaveVersion', 14],
			['Name', `${content.title}.xml`],
			['Title', content.title],
			['ScheduleFromStart', 1],
			settings.projectStart ? ['StartDate', `${settings.projectStart}T08:00:00`] : null,
			['CalendarUID', 1],
			['MinutesPerDay', settings.minutesPerDay],
			['MinutesPerWeek', settings.minutesPerDay * bitCount(settings.workingDays)],
			['DaysPerMonth', 20],
			['NewTasksAreManual', settings.defaultMode === 'manual' ? 1 : 0],
			['Calendars', [projectCalendar(workingCalendarOf(settings, content.holidays))]],
			['Tasks', taskElements(content)],
			[
				'Resources',
				people.map((member): XmlTree => {
					const uid = resourceUids.get(member) ?? 0;
					return [
						'Resource',
						[
							['UID', uid],
							['ID', uid],
							['Name', writePerson(member)],
							['Type', 1]
						]
					];
				})
			],
			['Assignments', assignments(tasks, resourceUids)]
		]
	];
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writeXml(project)}`;
}

function taskElements(content: PlanContent): XmlTree[] {
	const { tasks, dependencies, statuses, baselines } = content;
	const known = effectiveStatuses(statuses);
	const uids = new Map(tasks.map(({ id }, index) => [id, index + 1]));
	const parents = new Set(tasks.map(({ parent }) => parent));
	const links = new Map<string, XmlTree[]>();
	for (const { from, to, type, lagMinutes } of dependencies) {
		const uid = uids.get(from ?? '');
		if (uid === undefined || to === null) continue;
		const link: XmlTree = [
			'PredecessorLink',
			[
				['PredecessorUID', uid],
				['Type', LINK_TYPES.indexOf(type)],
				['CrossProject', 0],
				['LinkLag', lagMinutes * 10],
				['LagFormat', DAYS]
			]
		];
		links.set(to, [...(links.get(to) ?? []), link]);
	}
	const agreed = baselines
		.slice(0, MOST_BASELINES)
		.map((baseline) => new Map(baseline.tasks.map((entry) => [entry.taskId, entry])));
	const counters: number[] = [];
	return tasks.map((task, index) => {
		counters.length = task.depth + 1;
		counters[task.depth] = (counters[task.depth] ?? 0) + 1;
		const isDone = statusOf(task, known).category === 'done';
		const own = [...(links.get(task.id) ?? [])].sort((left, right) => (uidOf(left) < uidOf(right) ? -1 : 1));
		return [
			'Task',
			[
				['UID', index + 1],
				['ID', index + 1],
				['Name', task.title],
				['Manual', task.mode === 'manual' ? 1 : 0],
				['OutlineNumber', counters.join('.')],
				['OutlineLevel', task.depth + 1],
				['Priority', priorityNumber(task.priority)],
				...dates(task),
				task.effortMinutes ? ['Work', durationOf(task.effortMinutes)] : null,
				['Milestone', task.kind === 'milestone' ? 1 : 0],
				['Summary', parents.has(task.id) ? 1 : 0],
				['PercentComplete', isDone ? 100 : task.progress],
				task.actualStart ? ['ActualStart', `${task.actualStart}T08:00:00`] : null,
				task.actualFinish ? ['ActualFinish', `${task.actualFinish}T17:00:00`] : null,
				...constraint(task),
				...deadline(task),
				task.description ? ['Notes', jsonToText(task.description)] : null,
				...own,
				...agreed.map((entries, number) => baselineElement(entries.get(task.id), number))
			]
		];
	});
}

function uidOf([, content]: XmlTree): string {
	const first = typeof content === 'object' ? content[0] : null;
	return String(first?.[1]).padStart(6, '0');
}

function dates(task: ContentTask): (XmlTree | null)[] {
	const isManual = task.mode === 'manual';
	return [
		isManual && task.start ? ['Start', `${task.start}T08:00:00`] : null,
		isManual && task.due ? ['Finish', `${task.due}T17:00:00`] : null,
		task.durationMinutes === null ? null : ['Duration', durationOf(task.durationMinutes)],
		isManual && task.start ? ['ManualStart', `${task.start}T08:00:00`] : null,
		isManual && task.due ? ['ManualFinish', `${task.due}T17:00:00`] : null,
		task.durationMinutes === null ? null : ['DurationFormat', DAYS]
	];
}

/** The start of an automatic task means "not before". */
function constraint(task: ContentTask): (XmlTree | null)[] {
	const own =
		task.constraint ??
		(task.mode === 'auto' && task.start ? { type: 'snet' as const, date: task.start } : null);
	if (!own) return [['ConstraintType', 0]];
	const time = own.type.startsWith('f') || own.type === 'mfo' ? '17:00:00' : '08:00:00';
	return [
		['ConstraintType', CONSTRAINTS.indexOf(own.type)],
		own.date === null ? null : ['ConstraintDate', `${own.date}T${time}`]
	];
}

/** The date that an automatic task is promised for is a deadline in Project's words. */
function deadline({ deadline, due, mode }: ContentTask): (XmlTree | null)[] {
	const date = deadline ?? (mode === 'auto' ? due : null);
	return [date ? ['Deadline', `${date}T17:00:00`] : null];
}

function baselineElement(
	entry: { start: string | null; finish: string | null; durationMinutes: number } | undefined,
	number: number
): XmlTree | null {
	if (!entry) return null;
	return [
		'Baseline',
		[
			['Number', number],
			entry.start ? ['Start', `${entry.start}T08:00:00`] : null,
			entry.finish ? ['Finish', `${entry.finish}T17:00:00`] : null,
			['Duration', durationOf(entry.durationMinutes)]
		]
	];
}

function assignments(tasks: readonly ContentTask[], resourceUids: ReadonlyMap<string, number>): XmlTree[] {
	const pairs = tasks.flatMap(({ assignees }, index) =>
		assignees.map((member) => ({ task: index + 1, resource: resourceUids.get(member) ?? 0 }))
	);
	return pairs.map(({ task, resource }, index): XmlTree => [
		'Assignment',
		[
			['UID', index + 1],
			['TaskUID', task],
			['ResourceUID', resource],
			['Units', 1]
		]
	]);
}

function bitCount(bits: number): number {
	return bits.toString(2).replaceAll('0', '').length;
}
