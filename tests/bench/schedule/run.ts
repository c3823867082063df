// What a schedule of 10,000 tasks costs: computed from nothing, and after one edit of each kind. Every figure is a median,
// and beside the milliseconds stands how often JSON could have written and read the same plan in that time: machines
// differ, and a busy one is slow at both.

import { presetCalendar } from '../../../src/lib/core/calendar/presets.ts';
import { createScheduler } from '../../../src/lib/documents/plan/model/schedule/scheduler.ts';
import type {
	ScheduleChanges,
	ScheduleDependency,
	ScheduleTask
} from '../../../src/lib/documents/plan/model/schedule/types.ts';
import { writeResult } from '../write-result.ts';

const RUNS = 31;
const TASKS = 10_000;
const DAY = 480;
const options = { calendar: presetCalendar('china-mainland', 'en'), projectStart: '2026-03-02' };

/** The same plan every time: Lehmer's generator (Park & Miller 1988). */
let seed = 20_261_124;
function below(limit: number): number {
	seed = (seed * 48_271) % 2_147_483_647;
	return seed % limit;
}

const idOf = (at: number) => `task-${String(at).padStart(5, '0')}`;
const tasks: ScheduleTask[] = [];
const dependencies: ScheduleDependency[] = [];
/** Phases of 100 tasks, work packages of 10 below them; every leaf but the first ones waits for one or two earlier ones. */
for (let at = 0; at < TASKS; at++) {
	const isPhase = at % 100 === 0;
	const isPackage = !isPhase && at % 10 === 0;
	const parent = isPhase ? null : idOf(isPackage || at % 100 < 10 ? at - (at % 100) : at - (at % 10));
	tasks.push({
		id: idOf(at),
		parentId: parent,
		kind: 'task',
		mode: at % 97 === 0 ? 'manual' : 'auto',
		durationMinutes: (1 + below(8)) * DAY,
		start: null,
		constraint: at % 211 === 0 ? { type: 'snet', date: '2026-05-06' } : null,
		deadline: at % 501 === 1 ? '2029-12-31' : null,
		actualStart: null,
		actualFinish: null,
		progress: 0,
		effortMinutes: DAY
	});
	if (isPhase || isPackage || at < 12) continue;
	for (let count = 1 + below(2); count > 0; count--) {
		const earlier = Math.max(1, at - 1 - below(60));
		const type = (['FS', 'FS', 'FS', 'SS', 'FF'] as const)[below(5)] ?? 'FS';
		const predecessorId = idOf(earlier % 10 === 0 ? earlier + 1 : earlier);
		if (predecessorId === idOf(at)) continue;
		const id = `link-${String(dependencies.length).padStart(5, '0')}`;
		dependencies.push({ id, predecessorId, successorId: idOf(at), type, lagMinutes: below(4) * 120 });
	}
}

function median(times: number[]): number {
	return times.sort((left, right) => left - right)[times.length >> 1] ?? Number.NaN;
}

function measure(work: (run: number) => void): number {
	const times: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		const before = performance.now();
		work(run);
		times.push(performance.now() - before);
	}
	return median(times);
}

const json = measure(() => JSON.parse(JSON.stringify({ tasks, dependencies })));
const full = measure(() => createScheduler(tasks, dependencies, options).schedule.task(idOf(1)));
const fullDescribed = measure(() => createScheduler(tasks, dependencies, options).schedule.tasks());

const scheduler = createScheduler(tasks, dependencies, options);
scheduler.takeChanged();
const changedTasks: Record<string, number> = {};

/** From the edit to the list of tasks to repaint. */
function edit(name: string, change: (run: number) => ScheduleChanges): number {
	const counts: number[] = [];
	const time = measure((run) => {
		scheduler.update(change(run));
		counts.push(scheduler.takeChanged().length);
	});
	changedTasks[name] = median(counts);
	return time;
}

function taskAt(at: number): ScheduleTask {
	const task = tasks[at];
	if (!task) throw new Error(`no task ${at}`);
	return task;
}

const edits: Record<string, number> = {
	'progress of one task': edit('progress of one task', (run) => ({
		tasks: [{ ...taskAt(5_001), progress: run + 1 }]
	})),
	'duration of a late task': edit('duration of a late task', (run) => ({
		tasks: [{ ...taskAt(9_893), durationMinutes: (1 + (run % 5)) * DAY }]
	})),
	'deadline of a task in the middle': edit('deadline of a task in the middle', (run) => ({
		tasks: [{ ...taskAt(5_003), deadline: run % 2 === 0 ? '2026-03-02' : null }]
	})),
	'one link more or less': edit('one link more or less', (run) => ({
		...(run % 2 === 0
			? {
					dependencies: [
						{
							id: 'link-new',
							predecessorId: idOf(9_007),
							successorId: idOf(9_893),
							type: 'FS',
							lagMinutes: 0
						} as const
					]
				}
			: { removedDependencies: ['link-new'] })
	})),
	'one task more': edit('one task more', (run) => ({
		tasks: [{ ...taskAt(5_002), id: `task-new-${run}` }]
	})),
	'one-day slip at the root': edit('one-day slip at the root', (run) => ({
		tasks: [{ ...taskAt(1), durationMinutes: (10 + run) * DAY }]
	}))
};

const round = (number: number) => Number(number.toPrecision(3));
const figures = { 'from nothing': full, 'from nothing, every task described': fullDescribed, ...edits };
writeResult('schedule', {
	tasks: TASKS,
	dependencies: dependencies.length,
	runs: RUNS,
	medianMs: Object.fromEntries(Object.entries(figures).map(([name, time]) => [name, round(time)])),
	timesJsonRoundTrip: Object.fromEntries(
		Object.entries(figures).map(([name, time]) => [name, round(time / json)])
	),
	partOfFull: Object.fromEntries(Object.entries(edits).map(([name, time]) => [name, round(time / full)])),
	jsonRoundTripMs: round(json),
	changedTasks
});
