import { expect, it } from 'vitest';
import { EVERYTHING, outlineOf, type OutlineSource } from './outline-rows.ts';
import type { Status, Task } from '../model/schema.ts';

const statuses: Status[] = [
	{ id: 'todo', name: 'To do', category: 'todo', tone: 'neutral', wipLimit: null },
	{ id: 'done', name: 'Done', category: 'done', tone: 'ok', wipLimit: null }
];

type Given = Partial<Task> & { id: string };

function source(given: Given[], open = true): OutlineSource {
	const tasks = new Map(
		given.map((task) => [
			task.id,
			{
				parent: null,
				title: task.id,
				status: 'todo',
				kind: 'task',
				priority: 'normal',
				assignees: [],
				tags: [],
				due: null,
				deadline: null,
				...task
			} as unknown as Task
		])
	);
	return {
		childrenOf: (id) => [...tasks.values()].filter((task) => task.parent === id).map((task) => task.id),
		task: (id) => tasks.get(id),
		schedule: () => undefined,
		statuses,
		statusOf: (task) => statuses.find(({ id }) => id === task.status) ?? statuses[0]!,
		nameOf: (member) => member.toUpperCase(),
		isOpen: () => open,
		userId: 'me',
		today: '2026-03-10'
	};
}

const tree: Given[] = [
	{ id: 'phase' },
	{ id: 'design', parent: 'phase', assignees: ['me'], due: '2026-03-01' },
	{ id: 'build', parent: 'phase', assignees: ['lin'], status: 'done', due: '2026-03-01' },
	{ id: 'Übergabe', priority: 'urgent', tags: ['验收'] }
];
const ids = (outline: ReturnType<typeof outlineOf>) => outline.rows.map(({ id }) => id);

it('shows the tree as it is, closed parents closed', () => {
	expect(ids(outlineOf(source(tree), EVERYTHING))).toEqual(['phase', 'design', 'build', 'Übergabe']);
	expect(ids(outlineOf(source(tree, false), EVERYTHING))).toEqual(['phase', 'Übergabe']);
});

it('shows a match with what is above it, also in a closed parent, and counts matches only', () => {
	const found = outlineOf(source(tree, false), { ...EVERYTHING, text: 'DES' });
	expect(ids(found)).toEqual(['phase', 'design']);
	expect(found.matches).toBe(1);
});

it('finds by accentless letters, by tag, by the name of an assignee, all words needed', () => {
	expect(ids(outlineOf(source(tree), { ...EVERYTHING, text: 'ubergabe' }))).toEqual(['Übergabe']);
	expect(ids(outlineOf(source(tree), { ...EVERYTHING, text: '验收' }))).toEqual(['Übergabe']);
	expect(ids(outlineOf(source(tree), { ...EVERYTHING, text: 'lin build' }))).toEqual(['phase', 'build']);
	expect(ids(outlineOf(source(tree), { ...EVERYTHING, text: 'lin design' }))).toEqual([]);
});

it('knows overdue from done, and mine from others', () => {
	expect(ids(outlineOf(source(tree), { ...EVERYTHING, conditions: ['overdue'] }))).toEqual([
		'phase',
		'design'
	]);
	expect(ids(outlineOf(source(tree), { ...EVERYTHING, conditions: ['mine', 'overdue'] }))).toEqual([
		'phase',
		'design'
	]);
});

it('sorts within a parent and keeps equals in the order of the plan', () => {
	const sorted = outlineOf(source(tree), {
		...EVERYTHING,
		sort: { key: 'priority', direction: 'ascending' }
	});
	expect(ids(sorted)).toEqual(['Übergabe', 'phase', 'design', 'build']);
});

it('groups the leaves under headings, each task once', () => {
	const both = [...tree, { id: 'pair', assignees: ['lin', 'me'] }];
	const grouped = outlineOf(source(both), { ...EVERYTHING, group: 'assignee' });
	expect(ids(grouped)).toEqual(['group:lin', 'build', 'pair', 'group:me', 'design', 'group:', 'Übergabe']);
	expect(grouped.headings.get('group:me')).toEqual({ label: 'ME', count: 2 });
});
