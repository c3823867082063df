// A live plan says the same as a plan read anew, whatever was done to it and by whom, and re-reads only what was touched.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mutate } from '#lib/core/schema/mutation.ts';
import { plan } from '../index.ts';
import { readContent } from './content.ts';
import { LivePlan } from './live-plan.ts';

function open(template?: string) {
	const doc = new Y.Doc();
	const clock = () => 1_700_000_000_000;
	let state = 1;
	const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
	Y.applyUpdate(
		doc,
		plan.create({ title: 'Plan', locale: 'en', clock, random, ...(template ? { template } : {}) })
	);
	return doc;
}
const run = (doc: Y.Doc, name: keyof typeof plan.mutations, args: unknown) =>
	mutate(doc, plan.mutations[name] as never, args, { origin: 'test' }) as string;

function expectSame(live: LivePlan, doc: Y.Doc) {
	const content = readContent(doc);
	const withoutDescription = content.tasks.map((task) => ({ ...task, description: undefined }));
	expect(live.taskIds.map((id) => live.task(id))).toEqual(withoutDescription);
	expect(live.settings).toEqual(content.settings);
	expect(live.statuses).toEqual(content.statuses);
	expect(live.dependencyIds.map((id) => live.dependency(id))).toEqual(
		expect.arrayContaining(content.dependencies)
	);
	for (const task of content.tasks) expect(live.childrenOf(task.parent)).toContain(task.id);
}

describe('LivePlan', () => {
	it('says the same as a plan read anew after every kind of change, undone or not', () => {
		const doc = open(plan.templates[0]?.id);
		const live = new LivePlan(doc);
		const undo = new Y.UndoManager(doc, { trackedOrigins: new Set(['test']) });
		expectSame(live, doc);
		const phase = run(doc, 'addTask', { values: { title: 'Phase' } });
		const first = run(doc, 'addTask', { values: { title: 'First' }, parent: phase });
		const second = run(doc, 'addTask', { values: { title: 'Second' }, parent: phase, after: null });
		expectSame(live, doc);
		run(doc, 'linkTasks', { from: second, to: first });
		run(doc, 'updateTask', { id: first, values: { progress: 40 }, addTo: { tags: ['x'] } });
		run(doc, 'moveTasks', { ids: [phase], parent: null, after: null });
		expectSame(live, doc);
		expect(live.dependenciesOf(first).incoming).toHaveLength(1);
		run(doc, 'removeTasks', { ids: [phase] });
		run(doc, 'setSettings', { minutesPerDay: 420 });
		expectSame(live, doc);
		expect(live.dependenciesOf(first).incoming).toHaveLength(0);
		undo.undo();
		expectSame(live, doc);
		live.destroy();
	});

	it('tells once per transaction what was touched, and keeps all other rows the same objects', () => {
		const doc = open();
		const live = new LivePlan(doc);
		const a = run(doc, 'addTask', { values: { title: 'a' } });
		const b = run(doc, 'addTask', { values: { title: 'b' } });
		const before = { b: live.task(b), children: live.childrenOf(null) };
		const told: { tasks: string[]; structure: boolean }[] = [];
		const stop = live.onChange(({ tasks, structure }) => told.push({ tasks: [...tasks], structure }));
		run(doc, 'updateTask', { id: a, values: { title: 'A', progress: 10 } });
		expect(told).toEqual([{ tasks: [a], structure: false }]);
		expect(live.task(b)).toBe(before.b);
		expect(live.childrenOf(null)).toBe(before.children);
		run(doc, 'moveTasks', { ids: [b], parent: a });
		expect(told[1]).toEqual({ tasks: [b], structure: true });
		expect(live.task(b)).toMatchObject({ parent: a, depth: 1 });
		stop();
		run(doc, 'removeTasks', { ids: [a] });
		expect(told).toHaveLength(2);
		live.destroy();
	});

	it('follows what comes from another replica', () => {
		const doc = open();
		const other = new Y.Doc();
		Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
		const live = new LivePlan(doc);
		run(other, 'addTask', { values: { title: 'from afar' } });
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'remote');
		expectSame(live, doc);
		expect(live.taskIds.map((id) => live.task(id)?.title)).toContain('from afar');
		live.destroy();
	});
});
