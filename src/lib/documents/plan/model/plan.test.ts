// The rules of a plan's mutations: what they bring with them, and what they refuse before writing anything.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { isAppError } from '#lib/core/errors.ts';
import { mutate, type Mutation } from '#lib/core/schema/mutation.ts';
import { applyOperations } from '#lib/core/schema/operations.ts';
import { plan } from '../index.ts';
import { workingCalendarOf } from './calendar.ts';
import { readContent } from './content.ts';
import { mutations as m } from './mutations.ts';

const DAY_ONE = '2026-01-01';
const clock = manualClock();

function newPlan(): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = 5;
	Y.applyUpdate(doc, plan.create({ title: 'Plan', locale: 'en', clock, random: seededRandom(1) }));
	return doc;
}

let count = 0;
const options = { origin: 'test', clock, newId: () => `n${++count}` };
const run = <Args, Result>(doc: Y.Doc, mutation: Mutation<Args, Result>, args: unknown) =>
	mutate(doc, mutation, args as Args, options);

/** What refused: field path, code and parameters; the document must be untouched. */
function refusalOf<Args>(doc: Y.Doc, mutation: Mutation<Args>, args: unknown) {
	let writes = 0;
	const count = () => writes++;
	doc.on('update', count);
	try {
		run(doc, mutation, args);
		return 'taken';
	} catch (error) {
		if (!isAppError(error)) throw error;
		if (writes > 0) throw new Error('Refused after it wrote', { cause: error });
		const [field] = error.fields;
		return field ? [field.path, field.code, field.params ?? {}] : [error.code];
	} finally {
		doc.off('update', count);
	}
}

const task = (doc: Y.Doc, title: string, parent: string | null = null) =>
	run(doc, m.addTask, { values: { title }, parent });
const outline = (doc: Y.Doc) => readContent(doc).tasks.map(({ title, depth }) => '-'.repeat(depth) + title);
const taskNamed = (doc: Y.Doc, title: string) => readContent(doc).tasks.find((one) => one.title === title)!;

describe('tasks', () => {
	it('stand where they are put: indent, outdent, move, copy', () => {
		const doc = newPlan();
		const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((title) => task(doc, title));
		run(doc, m.indentTasks, { ids: [b, c] });
		expect(outline(doc)).toEqual(['a', '-b', '-c', 'd']);
		run(doc, m.indentTasks, { ids: [c] });
		expect(outline(doc)).toEqual(['a', '-b', '--c', 'd']);
		run(doc, m.outdentTasks, { ids: [b] });
		expect(outline(doc)).toEqual(['a', 'b', '-c', 'd']);
		run(doc, m.moveTasks, { ids: [a], parent: d });
		expect(outline(doc)).toEqual(['b', '-c', 'd', '-a']);
		run(doc, m.duplicateTasks, { ids: [b] });
		expect(outline(doc)).toEqual(['b', '-c', 'b', '-c', 'd', '-a']);
	});

	it('are pasted as a list with indentation, a jump of levels counting as one', () => {
		const doc = newPlan();
		const items = [0, 3, 1, 2, 0].map((depth, index) => ({ depth, values: { title: `t${index}` } }));
		run(doc, m.addTasks, { items });
		expect(outline(doc)).toEqual(['t0', '-t1', '-t2', '--t3', 't4']);
	});

	it('follow their status: begun, done, taken up again', () => {
		const doc = newPlan();
		const id = task(doc, 'a');
		const after = (status: string, today: string) => {
			run(doc, m.setStatus, { ids: [id], status, today });
			const { progress, actualStart, actualFinish } = taskNamed(doc, 'a');
			return [progress, actualStart, actualFinish];
		};
		expect(after('doing', '2026-03-02')).toEqual([0, '2026-03-02', null]);
		expect(after('done', '2026-03-05')).toEqual([100, '2026-03-02', '2026-03-05']);
		expect(after('doing', '2026-03-06')).toEqual([0, '2026-03-02', null]);
		expect(after('blocked', '2026-03-07')).toEqual([0, '2026-03-02', null]);
	});

	it('keep what two people change at once in two fields and in two members of a set', () => {
		const left = newPlan();
		const id = task(left, 'a');
		const right = new Y.Doc();
		right.clientID = 6;
		Y.applyUpdate(right, Y.encodeStateAsUpdate(left));
		run(left, m.updateTask, { id, values: { title: 'A' }, addTo: { tags: ['x'] } });
		run(right, m.updateTask, { id, values: { priority: 'high' }, addTo: { tags: ['y'], assignees: ['u1'] } });
		Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
		expect(taskNamed(left, 'A')).toMatchObject({ priority: 'high', tags: ['x', 'y'], assignees: ['u1'] });
	});

	it('go with everything below them and their links, and come back by undo', () => {
		const doc = newPlan();
		const a = task(doc, 'a');
		const b = task(doc, 'b', a);
		const c = task(doc, 'c');
		run(doc, m.linkTasks, { from: b, to: c });
		const undo = new Y.UndoManager(doc, { trackedOrigins: new Set(['test']), captureTimeout: 0 });
		const before = readContent(doc);
		run(doc, m.removeTasks, { ids: [a] });
		expect(outline(doc)).toEqual(['c']);
		expect(readContent(doc).dependencies).toEqual([]);
		undo.undo();
		expect(readContent(doc)).toEqual(before);
	});

	it('refuse impossible values by name and limit', () => {
		const doc = newPlan();
		const id = task(doc, 'a');
		const change = (values: object) => refusalOf(doc, m.updateTask, { id, values });
		expect(change({ title: 'x'.repeat(5_000) })).toEqual(['values.title', 'too-long', { limit: 500 }]);
		expect(change({ durationMinutes: -1 })).toEqual(['values.durationMinutes', 'too-small', { limit: 0 }]);
		expect(change({ progress: 101 })).toEqual(['values.progress', 'too-big', { limit: 100 }]);
		for (const date of ['2026-02-30', '0206-01-01', 'soon']) {
			expect(change({ start: date })).toEqual(['values.start', 'not-allowed', {}]);
		}
		expect(change({ colour: 'red' })).toEqual(['values.colour', 'unknown', {}]);
		expect(change({ start: '2026-03-05', due: '2026-03-04' })).toEqual([
			'due',
			'finish-before-start',
			{ start: '2026-03-05', finish: '2026-03-04' }
		]);
		expect(change({ constraint: { type: 'snet', date: null } })).toEqual([
			'values.constraint',
			'not-allowed',
			{}
		]);
		expect(refusalOf(doc, m.updateTask, { id: 'nobody', values: {} })).toEqual(['not-found']);
	});

	it('refuse a tree that is too deep, by the level it would reach', () => {
		const doc = newPlan();
		const items = Array.from({ length: 200 }, (_, depth) => ({ depth, values: { title: `t${depth}` } }));
		expect(refusalOf(doc, m.addTasks, { items })).toEqual(['parent', 'too-deep', { value: 200, limit: 50 }]);
		run(doc, m.addTasks, { items: items.slice(0, 50) });
		const deepest = readContent(doc).tasks.at(-1)!.id;
		expect(refusalOf(doc, m.addTask, { parent: deepest })).toEqual([
			'parent',
			'too-deep',
			{ value: 51, limit: 50 }
		]);
		const top = task(doc, 'top');
		expect(refusalOf(doc, m.moveTasks, { ids: [readContent(doc).tasks[0]!.id], parent: top })).toEqual([
			'parent',
			'too-deep',
			{ value: 51, limit: 50 }
		]);
		const before = readContent(doc).tasks;
		run(doc, m.moveTasks, { ids: [before[1]!.id], parent: top });
		expect(readContent(doc).tasks.at(-1)!.depth).toBe(49);
	});

	it('refuse more than a plan may hold', () => {
		const doc = newPlan();
		const rows = doc.getMap('tasks');
		doc.transact(() => {
			for (let row = 0; row < 20_000; row++) rows.set(`row-${row}`, new Y.Map());
		});
		const refused = ['tasks', 'too-many', { value: 20_001, limit: 20_000 }];
		expect(refusalOf(doc, m.addTask, {})).toEqual(refused);
		expect(refusalOf(doc, m.duplicateTasks, { ids: ['row-1'] })).toEqual(refused);
	});
});

describe('links', () => {
	it('are refused when they close a circle, with the circle named', () => {
		const doc = newPlan();
		const [a, b, c] = ['a', 'b', 'c'].map((title) => task(doc, title)) as [string, string, string];
		run(doc, m.linkTasks, { from: a, to: b });
		run(doc, m.linkTasks, { from: b, to: c, type: 'SS' });
		expect(refusalOf(doc, m.linkTasks, { from: c, to: a })).toEqual([
			'to',
			'circle',
			{ circle: 'c → a → b → c', taskIds: `${c} ${a} ${b}` }
		]);
		expect(refusalOf(doc, m.linkTasks, { from: a, to: a })).toMatchObject([
			'to',
			'circle',
			{ circle: 'a → a' }
		]);
	});

	it('count the tree: a summary waits for what is below it', () => {
		const doc = newPlan();
		const s = task(doc, 's');
		const x = task(doc, 'x', s);
		const y = task(doc, 'y');
		expect(refusalOf(doc, m.linkTasks, { from: s, to: x })).toMatchObject(['to', 'circle', {}]);
		expect(refusalOf(doc, m.linkTasks, { from: x, to: s })).toMatchObject(['to', 'circle', {}]);
		run(doc, m.linkTasks, { from: y, to: s });
		expect(refusalOf(doc, m.linkTasks, { from: x, to: y })).toMatchObject(['to', 'circle', {}]);
	});

	it('are one per pair: the second takes the place of the first', () => {
		const doc = newPlan();
		const [a, b] = ['a', 'b'].map((title) => task(doc, title));
		const first = run(doc, m.linkTasks, { from: a, to: b, lagMinutes: 480 });
		expect(run(doc, m.linkTasks, { from: a, to: b, type: 'FF' })).toBe(first);
		expect(readContent(doc).dependencies).toEqual([
			{ id: first, from: a, to: b, type: 'FF', lagMinutes: 480 }
		]);
	});

	it('need both their tasks', () => {
		const doc = newPlan();
		const a = task(doc, 'a');
		expect(refusalOf(doc, m.linkTasks, { from: a, to: 'gone' })).toEqual(['to', 'not-found', { id: 'gone' }]);
		expect(refusalOf(doc, m.linkTasks, { to: a })).toEqual(['from', 'not-found', { id: '' }]);
	});
});

describe('goals', () => {
	it('stand where their latest check-in says', () => {
		const doc = newPlan();
		const goal = run(doc, m.addGoal, { values: { statement: 'Faster', start: 0, target: 10 } });
		run(doc, m.checkIn, { goal, date: '2026-03-02', value: 4 });
		const early = run(doc, m.checkIn, { goal, date: '2026-02-02', value: 1 });
		expect(readContent(doc).goals[0]!.current).toBe(4);
		run(doc, m.updateCheckIn, { id: early, values: { date: '2026-04-01' } });
		expect(readContent(doc).goals[0]!.current).toBe(1);
		run(doc, m.removeCheckIn, { id: early });
		expect(readContent(doc).goals[0]!.current).toBe(4);
		run(doc, m.removeGoals, { ids: [goal] });
		expect(readContent(doc).checkIns).toEqual([]);
	});

	it('take a check-in without a day as of today', () => {
		const doc = newPlan();
		const goal = run(doc, m.addGoal, {});
		run(doc, m.checkIn, { goal, value: 1 });
		expect(readContent(doc).checkIns[0]!.date).toBe(DAY_ONE);
	});
});

describe('statuses and days off', () => {
	it('hand the tasks of a removed status on, and keep the last one', () => {
		const doc = newPlan();
		const id = task(doc, 'a');
		run(doc, m.setStatus, { ids: [id], status: 'blocked' });
		run(doc, m.removeStatus, { id: 'blocked' });
		expect(taskNamed(doc, 'a').status).toBe('doing');
		for (const status of ['todo', 'doing']) run(doc, m.removeStatus, { id: status });
		expect(refusalOf(doc, m.removeStatus, { id: 'done' })).toEqual(['id', 'last-status', { id: 'done' }]);
	});

	it('take over the Chinese calendar once', () => {
		const doc = newPlan();
		run(doc, m.adoptHolidays, { calendar: 'china-mainland', locale: 'zh-CN' });
		const { holidays, settings } = readContent(doc);
		run(doc, m.adoptHolidays, { calendar: 'china-mainland', locale: 'en' });
		expect(readContent(doc).holidays).toEqual(holidays);
		const calendar = workingCalendarOf(settings, holidays);
		expect(calendar.workWeek).toEqual([true, true, true, true, true, false, false]);
		expect(calendar.makeUpWorkdays).toContainEqual({ name: '国庆节调休上班', date: '2026-10-10' });
		expect(calendar.holidays).toContainEqual({ name: '国庆节', from: '2026-10-01', to: '2026-10-07' });
	});

	it('refuse days off that run backwards or for more than a year', () => {
		const doc = newPlan();
		const add = (from: string, to: string) => refusalOf(doc, m.addHoliday, { values: { from, to } });
		expect(add('2026-05-05', '2026-05-01')).toMatchObject(['to', 'finish-before-start', {}]);
		expect(add('2026-01-01', '2027-01-02')).toEqual(['to', 'too-long', { value: 367, limit: 366 }]);
	});

	it('leave a calendar valid whatever is stored', () => {
		const rows = [
			{ id: '1', name: 'no day', from: null, to: null, isWorking: false },
			{ id: '2', name: 'backwards', from: '2026-02-02', to: '2026-02-01', isWorking: false },
			{ id: '3', name: 'two days', from: '2026-02-07', to: '2026-02-08', isWorking: true }
		];
		expect(workingCalendarOf({ workingDays: 0b0111111, minutesPerDay: 450 }, rows)).toEqual({
			workWeek: [true, true, true, true, true, true, false],
			holidays: [],
			makeUpWorkdays: [
				{ name: 'two days', date: '2026-02-07' },
				{ name: 'two days', date: '2026-02-08' }
			],
			minutesPerDay: 450
		});
	});
});

describe('the change list of the API', () => {
	it('names the operation and the field that was refused, and applies nothing', () => {
		const doc = newPlan();
		const id = task(doc, 'a');
		const before = Y.encodeStateAsUpdate(doc);
		const operations = [
			{ op: 'add', collection: 'tasks', value: { title: 'b' } },
			{ op: 'set', collection: 'tasks', id, value: { start: '2026-02-02', due: '2026-02-01' } }
		];
		expect(() => applyOperations(plan, doc, operations, options)).toThrowError(
			expect.objectContaining({
				code: 'conflict',
				fields: [expect.objectContaining({ path: 'operations.1.value.due', code: 'finish-before-start' })]
			})
		);
		expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
	});

	it('changes members of sets one by one', () => {
		const doc = newPlan();
		const id = task(doc, 'a');
		const set = (value: object) =>
			applyOperations(plan, doc, [{ op: 'set', collection: 'tasks', id, value }], options);
		set({ tags: ['x', 'y'] });
		set({ addTo: { tags: ['z'] }, removeFrom: { tags: ['x'] }, title: 'A' });
		expect(taskNamed(doc, 'A').tags).toEqual(['y', 'z']);
	});
});
