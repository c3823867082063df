import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetCalendar } from '#lib/core/calendar/presets.ts';
import { plainTask, somePlan } from '../../../../../../tests/support/plan/random-plans.ts';
import { computeSchedule } from './scheduler.ts';
import type { ScheduleTask } from './types.ts';
import { computeWorkload, workloadLimits, type Assignment, type WorkloadOptions } from './workload.ts';

const HOUR = 60;
const calendar = presetCalendar('china-mainland', 'en');
const task = (id: string, days: number, more: Partial<ScheduleTask> = {}): ScheduleTask => ({
	...plainTask,
	id,
	durationMinutes: days * 8 * HOUR,
	...more
});

function workload(tasks: ScheduleTask[], assignments: Assignment[], more: Partial<WorkloadOptions> = {}) {
	const schedule = computeSchedule(tasks, [], { calendar, projectStart: '2026-09-21' });
	return computeWorkload(assignments, schedule, { calendar, from: '2026-09-21', to: '2026-10-12', ...more });
}

/** Hours of each week. */
const hours = (found: ReturnType<typeof workload>, person: string | null) =>
	found.find((row) => row.person === person)?.weeks.map(({ workMinutes }) => workMinutes / HOUR);

describe('workload', () => {
	it('lies evenly over working days; a week holds what the calendar says', () => {
		// Ten days: 4 before Mid-Autumn, 3 before National Day, then 8, 9 and Saturday 10 October.
		const [lin] = workload(
			[task('a', 10, { effortMinutes: 40 * HOUR })],
			[{ taskId: 'a', assignees: ['lin'] }]
		);
		expect(
			lin?.weeks.map(({ week, workMinutes, capacityMinutes }) => [week, workMinutes, capacityMinutes])
		).toEqual([
			['2026-09-21', 16 * HOUR, 32 * HOUR],
			['2026-09-28', 12 * HOUR, 24 * HOUR],
			['2026-10-05', 12 * HOUR, 24 * HOUR],
			['2026-10-12', 0, 40 * HOUR]
		]);
	});

	it('is shared equally, and is nobody’s where nobody is assigned', () => {
		const tasks = [
			task('a', 4, { effortMinutes: 10 * HOUR + 1 }),
			task('b', 1),
			task('m', 0, { effortMinutes: HOUR })
		];
		const found = workload(tasks, [
			{ taskId: 'a', assignees: ['wei', 'lin', 'lin'] },
			{ taskId: 'b', assignees: [] },
			{ taskId: 'm', assignees: ['wei'] }
		]);
		expect(found.map(({ person }) => person)).toEqual(['lin', 'wei', null]);
		expect(hours(found, 'lin')).toEqual([5, 0, 0, 0]);
		expect(hours(found, 'wei')).toEqual([6 + 1 / HOUR, 0, 0, 0]);
		expect(hours(found, null)).toEqual([8, 0, 0, 0]);
		expect(found[2]?.overAllocatedWeeks).toBe(0);
	});

	it('without an estimate is full time for each; more than a week holds is over-allocated, with its tasks', () => {
		const found = workload(
			[task('a', 2), task('b', 4)],
			[
				{ taskId: 'a', assignees: ['lin', 'wei'] },
				{ taskId: 'b', assignees: ['lin', 'zoe'] }
			]
		);
		expect(found[0]).toMatchObject({ person: 'lin', overAllocatedWeeks: 1 });
		expect(found[0]?.weeks[0]).toEqual({
			week: '2026-09-21',
			capacityMinutes: 32 * HOUR,
			workMinutes: 48 * HOUR,
			isOverAllocated: true,
			tasks: [
				{ taskId: 'b', minutes: 32 * HOUR },
				{ taskId: 'a', minutes: 16 * HOUR }
			]
		});
		expect(found[1]).toMatchObject({ person: 'wei', overAllocatedWeeks: 0 });
		// Exactly full is not too full.
		expect(found[2]?.weeks[0]).toMatchObject({ workMinutes: 32 * HOUR, isOverAllocated: false });
	});

	it('counts against the part of full time that a person has', () => {
		const availability = new Map([['lin', 0.5]]);
		const assignments = [{ taskId: 'a', assignees: ['lin'] }];
		const [lin] = workload([task('a', 3)], assignments, { availability });
		expect(lin?.weeks[0]).toMatchObject({ capacityMinutes: 16 * HOUR, isOverAllocated: true });
		const [broken] = workload([task('a', 3)], assignments, { availability: new Map([['lin', Number.NaN]]) });
		expect(broken?.weeks[0]).toMatchObject({ capacityMinutes: 32 * HOUR, isOverAllocated: false });
	});

	it('loses no minute and counts none twice, whatever the plan', () => {
		const people = fc.array(fc.constantFrom('lin', 'wei', 'ada'), { maxLength: 3 });
		fc.assert(
			fc.property(somePlan, fc.array(people, { minLength: 13, maxLength: 13 }), (plan, teams) => {
				const schedule = computeSchedule(plan.tasks, plan.dependencies, plan.options);
				const assignments = plan.tasks.map(({ id }, at) => ({ taskId: id, assignees: teams[at] ?? [] }));
				const found = computeWorkload(assignments, schedule, {
					calendar: plan.options.calendar,
					from: '2025-01-06',
					to: '2027-12-31'
				});
				for (const { taskId, assignees } of assignments) {
					const { isSummary, effortMinutes, durationMinutes } = schedule.task(taskId) ?? {};
					const count = Math.max(1, new Set(assignees).size);
					const expected = isSummary ? 0 : (effortMinutes ?? (durationMinutes ?? 0) * count);
					const parts = found.flatMap(({ weeks }) => weeks.flatMap(({ tasks }) => tasks));
					const own = parts.filter((part) => part.taskId === taskId);
					expect(own.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(expected);
				}
			}),
			{ numRuns: 150 }
		);
	}, 60_000);

	it('bears dates that are none and spans that are too long', () => {
		const assignments = [
			{ taskId: 'a', assignees: ['lin'] },
			{ taskId: 'gone', assignees: ['lin'] }
		];
		const weeksOf = (from: string, to: string) =>
			workload([task('a', 1)], assignments, { from, to })[0]?.weeks.length;
		expect(weeksOf('2026-09-23', '2199-12-31')).toBe(workloadLimits.weeks);
		expect(weeksOf('soon', '2026-09-23')).toBeUndefined();
		expect(weeksOf('2026-10-23', '2026-09-23')).toBeUndefined();
	});
});
