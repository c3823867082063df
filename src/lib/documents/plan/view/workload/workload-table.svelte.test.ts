import { Awareness } from 'y-protocols/awareness';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mutate } from '#lib/core/schema/mutation.ts';
import { mutations } from '../../model/mutations.ts';
import type { TaskValues } from '../../model/schema.ts';
import { PlanPage } from '../plan-page.svelte.ts';
import { WorkloadTable } from './workload-table.svelte.ts';

const HOUR = 60;
const MONDAYS = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'];

/** Ada has two full weeks at once in the first and the third week; a task of 8 hours is nobody's. */
function open() {
	const doc = new Y.Doc();
	const run = <Args, Result>(mutation: Parameters<typeof mutate<Args, Result>>[1], args: unknown) =>
		mutate(doc, mutation, args, { origin: 'test' });
	const add = (values: TaskValues, ...assignees: string[]) => {
		const id = run(mutations.addTask, { values, parent: null });
		run(mutations.updateTask, { id, addTo: { assignees } });
		return id;
	};
	run(mutations.setSettings, { projectStart: MONDAYS[0] });
	const week = { durationMinutes: 40 * HOUR, effortMinutes: 40 * HOUR };
	add({ ...week, title: 'First' }, 'ada');
	add({ ...week, title: 'Beside it' }, 'ada');
	add({ ...week, title: 'Third', start: MONDAYS[2] }, 'ada');
	const last = add({ ...week, title: 'Beside the third', start: MONDAYS[2] }, 'ada');
	add({ title: 'Loose', durationMinutes: 8 * HOUR, start: MONDAYS[3] });
	const page = new PlanPage({
		documentId: 'plan',
		doc,
		undo: new Y.UndoManager(doc),
		awareness: new Awareness(doc),
		canEdit: () => true,
		user: { id: 'ada', name: 'Ada' },
		people: [
			{ id: 'bo', name: 'Bo' },
			{ id: 'ada', name: 'Ada' },
			{ id: 'cy', name: 'Cy' }
		],
		locale: 'en',
		today: MONDAYS[1] as string,
		report: (sentence) => expect.fail(sentence),
		readOnlyText: () => ''
	});
	const table = new WorkloadTable(page);
	table.room = 2;
	return { page, table, run, last };
}

describe('WorkloadTable', () => {
	it('lists those with work first, the others by name, what is nobody’s last', () => {
		const { table, page } = open();
		expect(table.rows.map(({ person }) => person)).toEqual(['ada', 'bo', 'cy', null]);
		expect(table.weeks).toEqual(MONDAYS);
		expect(table.rows[0]?.weeks.map(({ workMinutes }) => workMinutes / HOUR)).toEqual([80, 0, 80, 0]);
		expect(table.sum(MONDAYS[3] as string)).toEqual({ workMinutes: 480, capacityMinutes: 3 * 40 * HOUR });
		page.destroy();
	});

	it('opens at this week and turns no further than the plan goes', () => {
		const { table, page } = open();
		expect(table.shownWeeks).toEqual(MONDAYS.slice(1, 3));
		table.turn(9);
		expect(table.shownWeeks).toEqual(MONDAYS.slice(2));
		expect(table.isAtEnd).toBe(true);
		table.turn(-9);
		expect(table.shownWeeks).toEqual(MONDAYS.slice(0, 2));
		table.reveal(MONDAYS[2] as string);
		expect(table.shownWeeks).toEqual(MONDAYS.slice(1, 3));
		page.destroy();
	});

	it('walks to people and weeks, past the edge of what is shown, and stays at the edge of what there is', () => {
		const { table, page } = open();
		const at = { who: 'ada', week: MONDAYS[2] as string };
		expect(table.step(at, 1, 0)).toEqual({ who: 'ada', week: MONDAYS[3] });
		expect(table.step(at, 9, 0)).toEqual({ who: 'ada', week: MONDAYS[3] });
		expect(table.step(at, 0, 9)).toEqual({ who: null, week: MONDAYS[2] });
		expect(table.step(at, 0, -1)).toEqual(at);
		expect(table.step({ who: 'ada', week: MONDAYS[0] as string }, -1, 0)).toEqual({ who: 'ada', week: null });
		expect(table.step({ who: 'ada', week: null }, -1, 0)).toEqual({ who: 'ada', week: null });
		// From the name to the first week on screen, not to the first of the plan.
		expect(table.step({ who: 'ada', week: null }, 1, 1)).toEqual({ who: 'bo', week: MONDAYS[1] });
		page.destroy();
	});

	it('goes from one too full week to the next and begins anew', () => {
		const { table, page } = open();
		const over = (week = 0) => ({ who: 'ada', week: MONDAYS[week] });
		expect(table.nextOver()).toEqual(over(0));
		table.asked = { who: 'ada', week: MONDAYS[0] as string };
		expect(table.nextOver()).toEqual(over(2));
		table.asked = { who: 'ada', week: MONDAYS[2] as string };
		expect(table.nextOver()).toEqual(over(0));
		page.destroy();
	});

	it('follows capacities, tasks and the filter', async () => {
		const { table, page, run, last } = open();
		run(mutations.setCapacity, { person: 'cy', percent: 50 });
		expect(table.row('cy')?.weeks[0]?.capacityMinutes).toBe(20 * HOUR);
		run(mutations.updateTask, { id: last, removeFrom: { assignees: ['ada'] }, addTo: { assignees: ['cy'] } });
		await Promise.resolve();
		expect(table.overAllocated.map(({ person }) => person)).toEqual(['ada', 'cy']);
		expect(table.rows.map(({ person }) => person)).toEqual(['ada', 'cy', 'bo', null]);
		page.query = { ...page.query, text: 'loose' };
		expect(table.rows.filter(({ hasWork }) => hasWork).map(({ person }) => person)).toEqual([null]);
		page.destroy();
	});
});
