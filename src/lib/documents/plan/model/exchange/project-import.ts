// Microsoft Project XML (MSPDI) as a plan. Tolerant: elements may be missing, in any order, with or without the namespace.
// Dates that Project computed are left to our own schedule; what we have no place for is counted and reported.

import { AppError } from '#lib/core/errors.ts';
import type { PersonMatcher } from '#lib/core/exchange/match-people.ts';
import type { ImportLoss } from '#lib/core/schema/define-kind.ts';
import { jsonToText } from '#lib/core/rich-text/text-writer.ts';
import type { RichTextJson } from '#lib/core/rich-text/schema.ts';
import { type PlanContent } from '../content.ts';
import { DEPTH_MAX, LAG_MINUTES_MAX, MINUTES_MAX, TITLE_MAX_LENGTH } from '../limits.ts';
import { isPlanDay } from '../plan-fields.ts';
import type { TaskValues } from '../schema.ts';
import { effectiveStatuses, firstOf, statusOf } from '../statuses.ts';
import type { DependencyRow, ImportedPlan, TaskRow } from './imported-plan.ts';
import { knownRows, placeKey } from './known-rows.ts';
import { readPerson } from '#lib/core/exchange/member-text.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { readProjectBaselines } from './project-baselines.ts';
import { readProjectCalendar } from './project-calendar.ts';
import {
	CONSTRAINTS,
	LINK_TYPES,
	dayOf,
	isElapsed,
	isPercent,
	isYes,
	minutesOf,
	priorityOf
} from './project-values.ts';
import { childNamed, childrenNamed, readXml, textIn, type XmlElement } from './xml-text.ts';

type ContentTask = PlanContent['tasks'][number];

export interface ReadProject {
	imported: ImportedPlan;
	lost: ImportLoss[];
}

/** `present`: the plan it goes into. Throws AppError('invalid') for a text that is no XML, or no project. */
export function importProject(
	text: string,
	present: PlanContent,
	newId: () => string,
	matchPerson: PersonMatcher
): ReadProject {
	const project = readXml(text.trim());
	const found = project.name;
	if (found !== 'Project') {
		const message = `Not a Microsoft Project file: the root element is “${found}”`;
		throw new AppError('invalid', { found }, [
			{ path: '', code: 'not-a-project', message, params: { found } }
		]);
	}
	const losses = new Losses();
	const elements = childrenNamed(childNamed(project, 'Tasks'), 'Task').filter(isTask);
	const assignees = assigneesByTask(project, matchPerson);
	const known = knownRows(present.tasks, ({ parent, title }) => placeKey(parent, title));
	const statuses = effectiveStatuses(present.statuses);
	const ids = new Map<string, string>();
	const above: string[] = [];
	const tasks = elements.map((element): TaskRow => {
		const level = Number(textIn(element, 'OutlineLevel')) || 1;
		if (level > DEPTH_MAX) losses.count('OutlineLevel');
		above.length = Math.max(0, Math.min(level - 1, DEPTH_MAX - 1, above.length));
		const parent = above.at(-1) ?? null;
		const name = oneLine(textIn(element, 'Name'));
		if (name.length > TITLE_MAX_LENGTH) losses.count('Name');
		const title = name.slice(0, TITLE_MAX_LENGTH);
		const same = known.take(placeKey(parent, title));
		const id = same?.id ?? newId();
		ids.set(textIn(element, 'UID'), id);
		above.push(id);
		countForeign(element, project, losses);
		const uid = textIn(element, 'UID');
		const values = {
			title,
			assignees: assignees.get(uid) ?? [],
			...taskValues(element, same, statuses, losses)
		};
		return { id, parent, values };
	});
	const title =
		childNamed(project, 'Title')?.text ?? childNamed(project, 'Name')?.text.replace(/\.xml\s*$/i, '');
	const imported: ImportedPlan = {
		...(title !== undefined && { title: oneLine(title).slice(0, TITLE_MAX_LENGTH) }),
		tasks,
		dependencies: readLinks(elements, ids, present, newId, losses),
		baselines: readProjectBaselines(elements, ids, present, newId),
		...readSettings(project, present, newId)
	};
	return { imported, lost: losses.list() };
}

/** UID 0 is the summary of the whole project; a null task is an empty line. */
function isTask(element: XmlElement): boolean {
	return textIn(element, 'UID') !== '0' && !isYes(textIn(element, 'IsNull'));
}

function taskValues(
	element: XmlElement,
	same: ContentTask | undefined,
	statuses: Parameters<typeof statusOf>[1],
	losses: Losses
): TaskValues {
	const day = (name: string): string | null => {
		const text = textIn(element, name);
		const date = dayOf(text);
		if (isPlanDay(date)) return date;
		if (text !== '') losses.count(name);
		return null;
	};
	const minutes = (name: string): number | null => {
		const text = textIn(element, name);
		const read = minutesOf(text);
		if (text !== '' && (read === null || read > MINUTES_MAX)) losses.count(name);
		return read !== null && read <= MINUTES_MAX ? read : null;
	};
	if (isElapsed(textIn(element, 'DurationFormat'))) losses.count('DurationFormat (elapsed)');
	const isManual = isYes(textIn(element, 'Manual'));
	const progress = Math.round(Math.min(100, Math.max(0, Number(textIn(element, 'PercentComplete')) || 0)));
	const constraintType = CONSTRAINTS[Number(textIn(element, 'ConstraintType') || 0)] ?? null;
	const constraintDate = constraintType === null || constraintType === 'alap' ? null : day('ConstraintDate');
	const hasConstraint = constraintType !== null && (constraintType === 'alap' || constraintDate !== null);
	const notes = textIn(element, 'Notes');
	const isNoted = notes === (same?.description ? jsonToText(same.description).trim() : '');
	return {
		mode: isManual ? 'manual' : 'auto',
		kind: isYes(textIn(element, 'Milestone'))
			? 'milestone'
			: same?.kind === 'deliverable'
				? 'deliverable'
				: 'task',
		start: isManual ? (day('ManualStart') ?? day('Start')) : null,
		due: isManual ? (day('ManualFinish') ?? day('Finish')) : null,
		durationMinutes: minutes('Duration'),
		// Project writes zero for work that nobody estimated.
		effortMinutes: minutes('Work') || null,
		priority: priorityOf(Number(textIn(element, 'Priority') || 500)),
		progress,
		constraint: hasConstraint ? { type: constraintType, date: constraintDate } : null,
		deadline: day('Deadline'),
		actualStart: day('ActualStart'),
		actualFinish: day('ActualFinish'),
		...statusFor(progress, same, statuses),
		...(isNoted ? {} : { description: notes === '' ? null : paragraphs(notes) })
	};
}

/** Project has no status: it follows from the progress, where the task is not in a fitting one already. */
function statusFor(
	progress: number,
	same: ContentTask | undefined,
	statuses: Parameters<typeof statusOf>[1]
): TaskValues {
	const category = progress === 100 ? 'done' : progress > 0 ? 'doing' : 'todo';
	const present = statusOf({ status: same?.status ?? null }, statuses).category;
	if (present === category || (category === 'todo' && present === 'doing')) return {};
	const status = firstOf(statuses, category);
	return status ? { status: status.id } : {};
}

function paragraphs(text: string): RichTextJson {
	const content = text
		.split(/\r?\n/)
		.map((line) =>
			line.trim() === ''
				? { type: 'paragraph' }
				: { type: 'paragraph', content: [{ type: 'text', text: line }] }
		);
	return { type: 'doc', content };
}

/** A resource is whoever its address says, else its name. */
function assigneesByTask(project: XmlElement, matchPerson: PersonMatcher): Map<string, string[]> {
	const names = new Map(
		childrenNamed(childNamed(project, 'Resources'), 'Resource').map((resource) => [
			textIn(resource, 'UID'),
			matchPerson(readPerson(textIn(resource, 'Name')), textIn(resource, 'EmailAddress'))
		])
	);
	const found = new Map<string, string[]>();
	for (const assignment of childrenNamed(childNamed(project, 'Assignments'), 'Assignment')) {
		const name = names.get(textIn(assignment, 'ResourceUID'));
		if (!name) continue;
		const task = textIn(assignment, 'TaskUID');
		found.set(task, [...new Set([...(found.get(task) ?? []), name])].slice(0, 50));
	}
	return found;
}

function readLinks(
	elements: readonly XmlElement[],
	ids: ReadonlyMap<string, string>,
	present: PlanContent,
	newId: () => string,
	losses: Losses
): DependencyRow[] {
	const known = knownRows(present.dependencies, ({ from, to }) => `${from} ${to}`);
	return elements.flatMap((element) =>
		childrenNamed(element, 'PredecessorLink').flatMap((link): DependencyRow[] => {
			const from = ids.get(textIn(link, 'PredecessorUID'));
			const to = ids.get(textIn(element, 'UID'));
			if (!from || !to || from === to || isYes(textIn(link, 'CrossProject'))) {
				losses.count('PredecessorLink');
				return [];
			}
			const format = textIn(link, 'LagFormat');
			const tenths = Number(textIn(link, 'LinkLag')) || 0;
			if (tenths !== 0 && (isPercent(format) || isElapsed(format))) losses.count('LagFormat');
			const lag = isPercent(format) ? 0 : Math.round(tenths / 10);
			const lagMinutes = Math.min(LAG_MINUTES_MAX, Math.max(-LAG_MINUTES_MAX, lag));
			const type = LINK_TYPES[Number(textIn(link, 'Type') || 1)] ?? 'FS';
			return [{ id: known.take(`${from} ${to}`)?.id ?? newId(), values: { from, to, type, lagMinutes } }];
		})
	);
}

function readSettings(
	project: XmlElement,
	present: PlanContent,
	newId: () => string
): Pick<ImportedPlan, 'settings' | 'holidays'> {
	const { workingDays, holidays } = readProjectCalendar(project);
	const known = knownRows(
		present.holidays,
		({ from, to, isWorking }) => `${from} ${to ?? from} ${isWorking}`
	);
	const projectStart = dayOf(textIn(project, 'StartDate'));
	const minutesPerDay = Number(textIn(project, 'MinutesPerDay') || Number.NaN);
	const newTasks = textIn(project, 'NewTasksAreManual');
	const isDay = Number.isInteger(minutesPerDay) && minutesPerDay >= 30 && minutesPerDay <= 1_440;
	return {
		settings: {
			...(isPlanDay(projectStart) && { projectStart }),
			...(isDay && { minutesPerDay }),
			...(workingDays !== null && { workingDays }),
			...(newTasks !== '' && { defaultMode: isYes(newTasks) ? ('manual' as const) : ('auto' as const) })
		},
		holidays: holidays.map((holiday) => ({
			id: known.take(`${holiday.from} ${holiday.to} ${holiday.isWorking}`)?.id ?? newId(),
			values: holiday
		}))
	};
}

/** What of a task Project knows and we do not. */
function countForeign(element: XmlElement, project: XmlElement, losses: Losses): void {
	const calendar = textIn(element, 'CalendarUID');
	if (calendar !== '' && calendar !== '-1' && calendar !== textIn(project, 'CalendarUID'))
		losses.count('CalendarUID');
	if (textIn(element, 'Active') !== '' && !isYes(textIn(element, 'Active'))) losses.count('Active');
	if (Number(textIn(element, 'FixedCost')) > 0) losses.count('FixedCost');
	if (textIn(element, 'Hyperlink') !== '') losses.count('Hyperlink');
	for (const name of ['ExtendedAttribute', 'OutlineCode'] as const) {
		for (const _ of childrenNamed(element, name)) losses.count(name);
	}
}

class Losses {
	readonly #counts = new Map<string, number>();

	count(what: string): void {
		this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
	}

	list(): ImportLoss[] {
		return [...this.#counts].map(([what, count]) => ({ what, count }));
	}
}
