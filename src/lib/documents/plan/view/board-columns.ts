// The board's columns: by status, by assignee or by priority, each with its cards in the order of the plan. Only leaves are
// cards; a parent is told by them. Pure.

import type { Priority, Status, Task } from '../model/schema.ts';
import { PRIORITIES } from '../model/schema.ts';

export const BOARD_AXES = ['status', 'assignee', 'priority'] as const;
export type BoardAxis = (typeof BOARD_AXES)[number];

export interface BoardColumn {
	/** A status id, a member, a priority; '' = nobody. */
	key: string;
	label: string;
	tone: Status['tone'];
	/** The most cards that should be here; null = no limit. */
	limit: number | null;
	cards: string[];
}

export interface BoardSource {
	statuses: readonly Status[];
	statusOf(task: Task): Status;
	priorityText(priority: Priority): string;
	nameOf(member: string): string;
	nobody: string;
	/** Everybody who gets a column even without a card. */
	people: readonly string[];
}

export function boardColumns(tasks: readonly Task[], axis: BoardAxis, source: BoardSource): BoardColumn[] {
	const columns = new Map(emptyColumns(axis, source).map((column) => [column.key, column]));
	const put = (key: string, id: string) => {
		let column = columns.get(key);
		if (!column) {
			column = { key, label: source.nameOf(key), tone: 'neutral', limit: null, cards: [] };
			columns.set(key, column);
		}
		column.cards.push(id);
	};
	for (const task of tasks) {
		if (axis === 'status') put(source.statusOf(task).id, task.id);
		else if (axis === 'priority') put(task.priority, task.id);
		// A task of two people is a card under each: both see their work.
		else for (const member of task.assignees.length > 0 ? task.assignees : ['']) put(member, task.id);
	}
	return [...columns.values()];
}

function emptyColumns(axis: BoardAxis, source: BoardSource): BoardColumn[] {
	if (axis === 'status') {
		return source.statuses.map(({ id, name, tone, wipLimit }) => ({
			key: id,
			label: name,
			tone,
			limit: wipLimit,
			cards: []
		}));
	}
	if (axis === 'priority') {
		return PRIORITIES.map((key) => ({
			key,
			label: source.priorityText(key),
			tone: 'neutral',
			limit: null,
			cards: []
		}));
	}
	const people = source.people.map((key) => ({ key, label: source.nameOf(key) }));
	return [{ key: '', label: source.nobody }, ...people].map((column) => ({
		...column,
		tone: 'neutral',
		limit: null,
		cards: []
	}));
}
