import { expect, it } from 'vitest';
import type { Status, Task } from '../model/schema.ts';
import { boardColumns, type BoardSource } from './board-columns.ts';

const statuses: Status[] = [
	{ id: 'todo', name: 'To do', category: 'todo', tone: 'neutral', wipLimit: null },
	{ id: 'doing', name: 'Doing', category: 'doing', tone: 'accent', wipLimit: 2 }
];
const source: BoardSource = {
	statuses,
	statusOf: (task) => statuses.find(({ id }) => id === task.status) ?? statuses[0]!,
	priorityText: (priority) => priority,
	nameOf: (member) => member.toUpperCase(),
	nobody: 'Nobody',
	people: ['ada']
};
const task = (id: string, values: Partial<Task>) =>
	({ id, status: null, priority: 'normal', assignees: [], ...values }) as unknown as Task;
const shown = (tasks: Task[], axis: 'status' | 'assignee' | 'priority') =>
	boardColumns(tasks, axis, source).map(({ label, cards }) => `${label}: ${cards.join(' ')}`);

it('has a column for every status, in the order of the plan, and takes an unknown status for the first', () => {
	expect(shown([task('a', { status: 'doing' }), task('b', { status: 'gone' })], 'status')).toEqual([
		'To do: b',
		'Doing: a'
	]);
	expect(boardColumns([], 'status', source).map(({ limit }) => limit)).toEqual([null, 2]);
});

it('shows a task of two people under both, and people whom only the plan knows', () => {
	expect(shown([task('a', { assignees: ['ada', 'name:Lin'] }), task('b', {})], 'assignee')).toEqual([
		'Nobody: b',
		'ADA: a',
		'NAME:LIN: a'
	]);
});

it('has all priorities, the most urgent first', () => {
	expect(shown([task('a', { priority: 'low' })], 'priority')).toEqual([
		'urgent: ',
		'high: ',
		'normal: ',
		'low: a'
	]);
});
