import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { isEmptyComparison } from '#lib/core/compare/comparison.ts';
import { applyOperations, type Operation } from '#lib/core/schema/operations.ts';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { plan } from '../index.ts';
import { comparePlans } from './comparison.ts';

function newPlan() {
	const doc = new Y.Doc();
	const clock = manualClock(Date.UTC(2026, 2, 2));
	Y.applyUpdate(doc, plan.create({ title: 'Relaunch', locale: 'en', clock, random: seededRandom(3) }));
	const change = (...operations: Operation[]) =>
		applyOperations(plan, doc, operations, { origin: null, clock }).map(({ id }) => id ?? '');
	/** As a version keeps it. */
	const state = (): unknown => JSON.parse(JSON.stringify(plan.read(doc)));
	change({ op: 'set', collection: 'settings', value: { projectStart: '2026-03-02' } });
	const add = (title: string, days: number) =>
		change({ op: 'add', collection: 'tasks', value: { title, durationMinutes: days * 480 } })[0] ?? '';
	const [design, build, test] = [add('Design', 2), add('Build', 3), add('Test', 1)];
	const link = (from: string, to: string) =>
		change({ op: 'add', collection: 'dependencies', value: { from, to, type: 'FS', lagMinutes: 0 } });
	link(design, build);
	link(build, test);
	return { change, state, design, build, test };
}

const rowsOf = (comparison: ReturnType<typeof comparePlans>, name: string) => {
	const found = comparison.sections.find((section) => section.name === name);
	return found?.type === 'rows' ? found.rows : [];
};

describe('two states of a plan', () => {
	it('that are equal have nothing to tell', () => {
		const { state } = newPlan();
		expect(isEmptyComparison(comparePlans(state(), state()))).toBe(true);
	});

	it('tell who slipped, and who slipped only because of another', () => {
		const { change, state, design, build, test } = newPlan();
		const before = state();
		change({ op: 'set', collection: 'tasks', id: design, value: { durationMinutes: 4 * 480 } });
		const comparison = comparePlans(before, state());
		expect(rowsOf(comparison, 'tasks').map(({ id, marks }) => [id, marks])).toEqual([
			[design, ['slipped']],
			[build, ['slipped']],
			[test, ['slipped']]
		]);
		expect(rowsOf(comparison, 'tasks')[1]?.fields).toMatchObject([
			{ name: 'scheduledStart', before: '2026-03-04', after: '2026-03-06' },
			{ name: 'scheduledFinish', before: '2026-03-06', after: '2026-03-10' }
		]);
		expect(comparison.summary).toContainEqual({ section: 'tasks', what: 'slipped', count: 3 });
		expect(comparison.sections[0]).toMatchObject({
			name: 'document',
			fields: [{ name: 'scheduledFinish', before: '2026-03-09', after: '2026-03-11' }]
		});
		expect(rowsOf(comparePlans(state(), before), 'tasks')[0]?.marks).toEqual(['earlier']);
	});

	it('tell what was added, removed, moved, finished and taken up again', () => {
		const { change, state, design, build, test } = newPlan();
		const before = state();
		const statuses = (before as { statuses: { id: string; category: string }[] }).statuses;
		const finished = statuses.find(({ category }) => category === 'done')?.id ?? 'done';
		change({ op: 'set', collection: 'tasks', id: design, value: { status: finished } });
		change({ op: 'remove', collection: 'tasks', id: test });
		const [added] = change({ op: 'add', collection: 'tasks', value: { title: 'Launch' } });
		change({ op: 'set', collection: 'tasks', id: build, value: { title: 'Build it', priority: 'high' } });
		const rows = rowsOf(comparePlans(before, state()), 'tasks');
		const byId = new Map(rows.map((row) => [row.id, row]));
		expect(byId.get(design)?.marks).toContain('finished');
		expect(byId.get(test)).toMatchObject({ change: 'removed', title: 'Test' });
		expect(byId.get(added ?? '')).toMatchObject({ change: 'added', title: 'Launch' });
		expect(byId.get(build)?.fields.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['title', 'priority'])
		);
		const back = rowsOf(comparePlans(state(), before), 'tasks');
		expect(back.find(({ id }) => id === design)?.marks).toContain('reopened');
	});

	it('name a dependency by the tasks it joins', () => {
		const { change, state, design, test } = newPlan();
		const before = state();
		change({
			op: 'add',
			collection: 'dependencies',
			value: { from: design, to: test, type: 'SS', lagMinutes: 480 }
		});
		expect(rowsOf(comparePlans(before, state()), 'dependencies')).toMatchObject([
			{ change: 'added', title: 'Design → Test' }
		]);
	});
});
