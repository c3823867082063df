// What a plan of 1,000 and of 10,000 tasks costs without any screen: reading it whole, keeping it open, changing one
// thing. The figure to watch is the last column group: a change must not cost more in a larger plan.

import * as Y from 'yjs';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { mutate, type Mutation } from '#lib/core/schema/mutation.ts';
import { plan } from '#lib/documents/plan/index.ts';
import { LivePlan } from '#lib/documents/plan/model/live-plan.ts';
import { mutations as m } from '#lib/documents/plan/model/mutations.ts';
import { writeResult } from '../write-result.ts';

const RUNS = 41;

function median(values: readonly number[]): number {
	return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

function timeOf(run: () => unknown): number {
	const start = performance.now();
	run();
	return performance.now() - start;
}

function measure(size: number): Record<string, number> {
	const doc = new Y.Doc();
	const input = { title: 'Bench', locale: 'en' as const, clock: manualClock(), random: seededRandom(1) };
	Y.applyUpdate(doc, plan.create(input));
	const change = <Args, Result>(mutation: Mutation<Args, Result>, args: unknown) =>
		mutate(doc, mutation, args as Args, { origin: 'bench' });
	// Phases of 100 tasks, work packages of 10 below them.
	const items = Array.from({ length: size }, (_, index) => ({
		depth: index % 100 === 0 ? 0 : index % 10 === 0 ? 1 : 2,
		values: { title: `Task ${index}`, durationMinutes: 480, tags: ['bench'] }
	}));
	const ids = change(m.addTasks, { items });
	const state = Y.encodeStateAsUpdate(doc);
	const copy = new Y.Doc();
	const apply = timeOf(() => Y.applyUpdate(copy, state));
	const live = new LivePlan(doc);
	const open = timeOf(() => new LivePlan(copy).taskIds);
	// What a view does after each change: look at the row, and at the order of its siblings.
	let seen = 0;
	live.onChange(({ tasks }) => {
		for (const id of tasks) seen += live.task(id)?.title.length ?? 0;
		seen += live.childrenOf(null).length;
	});
	const at = (run: number) => ids[(run * 997) % size] ?? '';
	const changes = {
		retitle: (run: number) => change(m.updateTask, { id: at(run), values: { title: `Renamed ${run}` } }),
		add: (run: number) => change(m.addTask, { values: { title: 'New' }, parent: ids[(run % 9) * 100] }),
		move: (run: number) => change(m.moveTasks, { ids: [at(run)], parent: null }),
		remoteRetitle(run: number) {
			const id = at(run + 3);
			mutate(copy, m.updateTask, { id, values: { title: `Far ${run}` } } as never, { origin: 'far' });
			Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)));
		}
	};
	const medians = Object.entries(changes).map(([name, run]) => [
		`${name}Ms`,
		median(Array.from({ length: RUNS }, (_, index) => timeOf(() => run(index))))
	]);
	if (seen === 0) throw new Error('The live plan heard nothing');
	return {
		bytes: state.length,
		applyMs: apply,
		readWholeMs: median(Array.from({ length: 5 }, () => timeOf(() => plan.read(doc)))),
		openLiveMs: open,
		...(Object.fromEntries(medians) as Record<string, number>)
	};
}

measure(1_000);
const figures = { '1000': measure(1_000), '10000': measure(10_000) };
console.table(figures);
writeResult('plan-model', figures);
