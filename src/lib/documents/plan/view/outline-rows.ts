// Which tasks the outline and the timeline show, in which order: the tree as it is, or narrowed by a filter (a task that
// fits is shown with everything above it), or sorted within each parent, or grouped flat under headings. Pure.

import { fold } from '#lib/ui/combobox/combo-options.ts';
import type { TreeRow } from '#lib/ui/tree-grid/grid-types.ts';
import { flattenTree } from '#lib/ui/tree-grid/tree-shape.ts';
import type { Status, Task } from '../model/schema.ts';
import type { TaskSchedule } from '../model/schedule/types.ts';

export const SORT_KEYS = ['title', 'status', 'priority', 'start', 'finish', 'float'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export const GROUP_KEYS = ['status', 'assignee', 'priority'] as const;
export type GroupKey = (typeof GROUP_KEYS)[number];
/** What a task may be asked for beside its words. */
export const CONDITIONS = ['mine', 'open', 'overdue', 'critical', 'milestones', 'unassigned'] as const;
export type Condition = (typeof CONDITIONS)[number];

export interface OutlineQuery {
	text: string;
	conditions: readonly Condition[];
	sort: { key: SortKey; direction: 'ascending' | 'descending' } | null;
	group: GroupKey | null;
}

export const EVERYTHING: OutlineQuery = { text: '', conditions: [], sort: null, group: null };

/** How this reads a plan. */
export interface OutlineSource {
	childrenOf(id: string | null): readonly string[];
	task(id: string): Task | undefined;
	schedule(id: string): TaskSchedule | undefined;
	statuses: readonly Status[];
	statusOf(task: Task): Status;
	nameOf(member: string): string;
	isOpen(id: string): boolean;
	userId: string;
	/** 'YYYY-MM-DD' */
	today: string;
}

export interface Outline {
	rows: readonly TreeRow[];
	/** Words of each heading, by the row's id. */
	headings: ReadonlyMap<string, { label: string; count: number }>;
	/** Tasks that fit the filter, those above them not counted; null without a filter. */
	matches: number | null;
}

const PRIORITY_ORDER = { urgent: 0, high: 1, normal: 2, low: 3 } as const;
const collator = new Intl.Collator(['zh-CN', 'en'], { numeric: true, sensitivity: 'base' });

export function isFiltered(query: OutlineQuery): boolean {
	return query.text.trim() !== '' || query.conditions.length > 0;
}

export function outlineOf(source: OutlineSource, query: OutlineQuery): Outline {
	return query.group ? grouped(source, query, query.group) : nested(source, query);
}

function nested(source: OutlineSource, query: OutlineQuery): Outline {
	const order = query.sort ? sorter(source, query.sort) : (ids: readonly string[]) => ids;
	if (!isFiltered(query)) {
		const childrenOf = (id: string) => order(source.childrenOf(id));
		const rows = flattenTree({ roots: order(source.childrenOf(null)), childrenOf, isOpen: source.isOpen });
		return { rows, headings: new Map(), matches: null };
	}
	const shown = new Set<string>();
	let matches = 0;
	const fits = matcher(source, query);
	const visit = (ids: readonly string[]): boolean => {
		let any = false;
		for (const id of ids) {
			const isMatch = fits(id);
			if (isMatch) matches++;
			if (visit(source.childrenOf(id)) || isMatch) {
				shown.add(id);
				any = true;
			}
		}
		return any;
	};
	visit(source.childrenOf(null));
	const rows = flattenTree({
		roots: order(source.childrenOf(null)),
		childrenOf: (id) => order(source.childrenOf(id)),
		// What was looked for is not hidden again inside a closed parent.
		isOpen: () => true,
		keep: (id) => shown.has(id)
	});
	return { rows, headings: new Map(), matches };
}

function grouped(source: OutlineSource, query: OutlineQuery, by: GroupKey): Outline {
	const fits = matcher(source, query);
	const groups = new Map<string, { label: string; order: number; ids: string[] }>();
	const add = (key: string, label: string, order: number, id: string) => {
		const group = groups.get(key) ?? { label, order, ids: [] };
		group.ids.push(id);
		groups.set(key, group);
	};
	let matches = 0;
	for (const id of leaves(source)) {
		const task = source.task(id);
		if (!task || !fits(id)) continue;
		matches++;
		if (by === 'priority') add(task.priority, task.priority, PRIORITY_ORDER[task.priority], id);
		else if (by === 'status') {
			const status = source.statusOf(task);
			add(status.id, status.name, source.statuses.indexOf(status), id);
		} else if (task.assignees.length === 0) add('', '', Number.MAX_SAFE_INTEGER, id);
		else for (const member of task.assignees) add(member, source.nameOf(member), 0, id);
	}
	const order = query.sort ? sorter(source, query.sort) : (ids: readonly string[]) => ids;
	const rows: TreeRow[] = [];
	const headings = new Map<string, { label: string; count: number }>();
	const seen = new Set<string>();
	const ordered = [...groups].toSorted(
		([, a], [, b]) => a.order - b.order || collator.compare(a.label, b.label)
	);
	for (const [key, { label, ids }] of ordered) {
		const heading = `group:${key}`;
		headings.set(heading, { label, count: ids.length });
		const isOpen = source.isOpen(heading);
		rows.push({ id: heading, level: 1, children: isOpen ? 'open' : 'closed', isGroup: true });
		// A task of two people stands under the first; a row can be in a grid only once.
		for (const id of order(ids)) {
			if (seen.has(id) || !isOpen) continue;
			seen.add(id);
			rows.push({ id, level: 2, children: 'none' });
		}
	}
	return { rows, headings, matches: isFiltered(query) ? matches : null };
}

function leaves(source: OutlineSource): string[] {
	const found: string[] = [];
	const waiting = [...source.childrenOf(null)].toReversed();
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		const children = source.childrenOf(id);
		if (children.length === 0) found.push(id);
		else waiting.push(...[...children].toReversed());
	}
	return found;
}

function matcher(source: OutlineSource, query: OutlineQuery): (id: string) => boolean {
	const words = fold(query.text).split(/\s+/).filter(Boolean);
	const conditions: Record<Condition, (task: Task) => boolean> = {
		mine: (task) => task.assignees.includes(source.userId),
		open: (task) => source.statusOf(task).category !== 'done',
		overdue(task) {
			const day = lastDay(task, source);
			return day !== null && day < source.today && source.statusOf(task).category !== 'done';
		},
		critical: (task) => source.schedule(task.id)?.isCritical ?? false,
		milestones: (task) => task.kind === 'milestone',
		unassigned: (task) => task.assignees.length === 0
	};
	return (id) => {
		const task = source.task(id);
		if (!task) return false;
		if (!query.conditions.every((condition) => conditions[condition](task))) return false;
		if (words.length === 0) return true;
		const text = fold(
			[task.title, ...task.tags, ...task.assignees.map((member) => source.nameOf(member))].join(' ')
		);
		return words.every((word) => text.includes(word));
	};
}

/** The day by which it was promised: due date, else deadline, else the computed finish. */
export function lastDay(task: Task, source: Pick<OutlineSource, 'schedule'>): string | null {
	return task.due ?? task.deadline ?? source.schedule(task.id)?.finish ?? null;
}

function sorter(
	source: OutlineSource,
	{ key, direction }: NonNullable<OutlineQuery['sort']>
): (ids: readonly string[]) => readonly string[] {
	const sign = direction === 'ascending' ? 1 : -1;
	const value = (id: string): string | number | null => {
		const task = source.task(id);
		if (!task) return null;
		if (key === 'title') return task.title;
		if (key === 'priority') return PRIORITY_ORDER[task.priority];
		if (key === 'status') return source.statuses.indexOf(source.statusOf(task));
		const schedule = source.schedule(id);
		if (key === 'float') return schedule?.totalFloat ?? null;
		return (key === 'start' ? schedule?.start : schedule?.finish) ?? null;
	};
	return (ids) => {
		const keyed = ids.map((id) => ({ id, value: value(id) }));
		return keyed.toSorted((a, b) => compare(a.value, b.value, sign)).map(({ id }) => id);
	};
}

/** Nothing comes last, whichever way round. Array sorting is stable: equals keep their place in the plan. */
function compare(left: string | number | null, right: string | number | null, sign: 1 | -1): number {
	if (left === null || right === null) return Number(left === null) - Number(right === null);
	if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
	return sign * collator.compare(String(left), String(right));
}
