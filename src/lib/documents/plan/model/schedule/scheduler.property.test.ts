import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { addDays } from '#lib/core/calendar/plain-date.ts';
import {
	minuteADay,
	plainTask,
	somePlan,
	someDependency,
	someOptions,
	someSoundDependency,
	someSoundPlan,
	someSoundTask,
	someTask,
	type Plan
} from '../../../../../../tests/support/plan/random-plans.ts';
import { computeSlowly } from '../../../../../../tests/support/plan/slow-schedule.ts';
import { computeSchedule, createScheduler } from './scheduler.ts';
import type { Schedule, ScheduleChanges, TaskSchedule } from './types.ts';

vi.setConfig({ testTimeout: 60_000 });

const compute = ({ tasks, dependencies, options }: Plan) => computeSchedule(tasks, dependencies, options);

/** Everything a schedule says, in an order of its own. */
function everything(schedule: Schedule) {
	const { criticalPath, criticalTasks, circles, projectStart, projectFinish, warnings } = schedule;
	const tasks = schedule.tasks().sort((left, right) => (left.id < right.id ? -1 : 1));
	return { tasks, criticalPath, criticalTasks, circles, projectStart, projectFinish, warnings };
}

describe('any plan', () => {
	it('has the dates, floats and left-out links of the slow computation', () => {
		fc.assert(
			fc.property(somePlan, (plan) => {
				const schedule = compute(plan);
				const slow = computeSlowly(plan);
				expect(schedule.circles.map(({ dependencyId }) => dependencyId)).toEqual(slow.leftOut);
				for (const [id, expected] of slow.tasks) expect(schedule.task(id)).toMatchObject(expected);
			}),
			{ numRuns: 500 }
		);
	});

	it('never lets float be negative without naming the date that cannot be kept', () => {
		const reasons = new Set(['negative-float', 'deadline-missed', 'constraint-missed']);
		fc.assert(
			fc.property(somePlan, (plan) => {
				for (const { totalFloat, freeFloat, warnings } of compute(plan).tasks()) {
					expect(freeFloat).toBeGreaterThanOrEqual(0);
					expect(totalFloat < 0 && !warnings.some(({ code }) => reasons.has(code))).toBe(false);
				}
			}),
			{ numRuns: 500 }
		);
	});

	it('comes out the same in whatever order its rows arrive', () => {
		const shuffled = somePlan.chain((plan) =>
			fc.tuple(
				fc.constant(plan),
				fc.shuffledSubarray(plan.tasks, { minLength: plan.tasks.length }),
				fc.shuffledSubarray(plan.dependencies, { minLength: plan.dependencies.length })
			)
		);
		fc.assert(
			fc.property(shuffled, ([plan, tasks, dependencies]) => {
				expect(everything(compute({ ...plan, tasks, dependencies }))).toEqual(everything(compute(plan)));
			}),
			{ numRuns: 500 }
		);
	});

	it('shows, for every circle, tasks that really wait for each other', () => {
		fc.assert(
			fc.property(somePlan, (plan) => {
				for (const { dependencyId, taskIds } of compute(plan).circles) {
					const link = plan.dependencies.find(({ id }) => id === dependencyId);
					expect(taskIds[0]).toBe(link?.predecessorId);
					expect(taskIds).toContain(link?.successorId);
					expect(new Set(taskIds).size).toBe(taskIds.length);
				}
			}),
			{ numRuns: 500 }
		);
	});
});

const someChanges: fc.Arbitrary<ScheduleChanges> = fc.record(
	{
		tasks: fc.array(someTask, { maxLength: 3 }),
		removedTasks: fc.array(
			someTask.map(({ id }) => id),
			{ maxLength: 2 }
		),
		dependencies: fc.array(someDependency, { maxLength: 3 }),
		removedDependencies: fc.array(
			someDependency.map(({ id }) => id),
			{ maxLength: 2 }
		),
		options: someOptions
	},
	{ requiredKeys: [] }
);

const someSmallChange: fc.Arbitrary<ScheduleChanges> = fc.oneof(
	fc.record({ tasks: someSoundTask.map((task) => [task]) }),
	fc.record({ dependencies: someSoundDependency.map((link) => [link]) }),
	fc.record({ removedDependencies: someSoundDependency.map(({ id }) => [id]) }),
	fc.record({ removedTasks: someSoundTask.map(({ id }) => [id]) })
);

const editsOf = (changes: fc.Arbitrary<ScheduleChanges>) => fc.record({ changes, isTaken: fc.boolean() });

function applied(plan: Plan, changes: ScheduleChanges): Plan {
	const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
	const dependencies = new Map(plan.dependencies.map((dependency) => [dependency.id, dependency]));
	for (const id of changes.removedTasks ?? []) tasks.delete(id);
	for (const task of changes.tasks ?? []) tasks.set(task.id, task);
	for (const id of changes.removedDependencies ?? []) dependencies.delete(id);
	for (const dependency of changes.dependencies ?? []) dependencies.set(dependency.id, dependency);
	return {
		tasks: [...tasks.values()],
		dependencies: [...dependencies.values()],
		options: changes.options ?? plan.options
	};
}

describe('a plan under edits', () => {
	/** Plays the edits, and after each compares with a schedule computed from nothing. */
	function play(first: Plan, edits: readonly { changes: ScheduleChanges; isTaken: boolean }[]): void {
		let plan = first;
		const scheduler = createScheduler(plan.tasks, plan.dependencies, plan.options);
		expect(scheduler.takeChanged().sort()).toEqual(plan.tasks.map(({ id }) => id).sort());
		let taken = scheduler.schedule.tasks();
		for (const { changes, isTaken } of edits) {
			plan = applied(plan, changes);
			scheduler.update(changes);
			const after = everything(scheduler.schedule);
			expect(after).toEqual(everything(compute(plan)));
			if (!isTaken) continue;
			expect(scheduler.takeChanged().sort()).toEqual(differing(taken, after.tasks));
			taken = after.tasks;
		}
	}

	it('is after each edit what a fresh computation says, and names exactly the tasks that changed', () => {
		const edits = fc.array(editsOf(someChanges), { minLength: 1, maxLength: 6 });
		fc.assert(fc.property(somePlan, edits, play), { numRuns: 300 });
	});

	it('is so too when one link or task at a time comes or goes and nothing else', () => {
		const edits = fc.array(editsOf(someSmallChange), { minLength: 2, maxLength: 12 });
		fc.assert(fc.property(someSoundPlan, edits, play), { numRuns: 300 });
	});

	it('hands out the same object while nothing in it changes', () => {
		fc.assert(
			fc.property(somePlan, someChanges, (plan, changes) => {
				const scheduler = createScheduler(plan.tasks, plan.dependencies, plan.options);
				const before = new Map(scheduler.schedule.tasks().map((task) => [task.id, task]));
				scheduler.update({ ...changes, removedTasks: [] });
				for (const task of scheduler.schedule.tasks()) {
					const old = before.get(task.id);
					expect(old !== task && JSON.stringify(old) === JSON.stringify(task)).toBe(false);
				}
			}),
			{ numRuns: 300 }
		);
	});
});

function differing(taken: readonly TaskSchedule[], after: readonly TaskSchedule[]): string[] {
	const before = new Map(taken.map((task) => [task.id, task]));
	const changed = after.filter((task) => JSON.stringify(before.get(task.id)) !== JSON.stringify(task));
	const left = new Set(after.map(({ id }) => id));
	return [...changed.map(({ id }) => id), ...[...before.keys()].filter((id) => !left.has(id))].sort();
}

describe('float, by its meaning', () => {
	/**
	 * Nothing but work and links, so that a task may be delayed with a constraint of its own. No links from the start of a
	 * summary: they bind every leaf that starts first, though one of two could slip alone.
	 */
	const soundPlan = somePlan.map(({ tasks, dependencies }): Plan => {
		const parents = new Set(tasks.map(({ parentId }) => parentId));
		return {
			tasks: tasks.map(({ id, parentId, durationMinutes }) => ({
				...plainTask,
				id,
				parentId,
				durationMinutes: durationMinutes / 120 + 1
			})),
			dependencies: dependencies.map((link) => ({
				...link,
				type: parents.has(link.predecessorId) ? 'FS' : link.type,
				lagMinutes: Math.trunc(link.lagMinutes / 120)
			})),
			options: { calendar: minuteADay, projectStart: '2026-03-02' }
		};
	});

	function delayed(plan: Plan, { id, startMinute }: TaskSchedule, minutes: number): Schedule {
		const date = addDays('1970-01-01', startMinute + minutes) ?? '';
		const constraint = { type: 'snet' as const, date };
		return compute({
			...plan,
			tasks: plan.tasks.map((task) => (task.id === id ? { ...task, constraint } : task))
		});
	}

	it('total: by so much a task may slip and the project ends on time, by one minute more it does not', () => {
		fc.assert(
			fc.property(soundPlan, (plan) => {
				const schedule = compute(plan);
				for (const task of schedule.tasks().filter(({ isSummary }) => !isSummary)) {
					expect(delayed(plan, task, task.totalFloat).projectFinish).toBe(schedule.projectFinish);
					expect(delayed(plan, task, task.totalFloat + 1).projectFinish).not.toBe(schedule.projectFinish);
				}
			}),
			{ numRuns: 100 }
		);
	});

	it('free: by so much a task may slip and no other moves, by one minute more another does, or the project', () => {
		fc.assert(
			fc.property(soundPlan, (plan) => {
				const schedule = compute(plan);
				const places = (other: Schedule, but: string) => [
					other.projectFinish,
					...other
						.tasks()
						.filter(({ id, isSummary }) => id !== but && !isSummary)
						.map(({ startMinute }) => startMinute)
				];
				for (const task of schedule.tasks().filter(({ isSummary }) => !isSummary)) {
					const now = places(schedule, task.id);
					expect(places(delayed(plan, task, task.freeFloat), task.id)).toEqual(now);
					expect(places(delayed(plan, task, task.freeFloat + 1), task.id)).not.toEqual(now);
				}
			}),
			{ numRuns: 300 }
		);
	});
});
