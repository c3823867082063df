// Networks worked by hand: the tables say what a reader with pencil and paper finds. Days count from the project's start.

import { describe, expect, it } from 'vitest';
import { presetCalendar } from '#lib/core/calendar/presets.ts';
import { plainTask } from '../../../../../../tests/support/plan/random-plans.ts';
import { computeSchedule } from './scheduler.ts';
import type { DependencyType, ScheduleDependency, ScheduleTask } from './types.ts';

const DAY = 480;
const MONDAY = '2026-03-02';
const options = { calendar: presetCalendar('monday-to-friday', 'en'), projectStart: MONDAY };

const task = (id: string, days: number, more: Partial<ScheduleTask> = {}): ScheduleTask => ({
	...plainTask,
	id,
	durationMinutes: days * DAY,
	...more
});

/** 'A>B', 'A>B SS+2', 'A>B FS-1'. */
function links(text: string): ScheduleDependency[] {
	return text.split(', ').map((link, at) => {
		const [, predecessorId = '', successorId = '', type = 'FS', lag = '0'] =
			/^(\w+)>(\w+)(?: (FS|SS|FF|SF)([+-]\d+)?)?$/.exec(link) ?? [];
		return {
			id: `l${String(at).padStart(2, '0')}`,
			predecessorId,
			successorId,
			type: type as DependencyType,
			lagMinutes: Number(lag) * DAY
		};
	});
}

/** Early start, early finish, late start, late finish, total float, free float: days after the project's start. */
function table(tasks: ScheduleTask[], network: string) {
	const schedule = computeSchedule(tasks, links(network), options);
	const zero = schedule.task(tasks[0]?.id ?? '')?.startMinute ?? 0;
	const rows = schedule.tasks().map((found) => {
		const start = (found.startMinute - zero) / DAY;
		const finish = (found.finishMinute - zero) / DAY;
		const total = found.totalFloat / DAY;
		return [found.id, start, finish, start + total, finish + total, total, found.freeFloat / DAY].join(' ');
	});
	return { rows, schedule };
}

describe('a network of finish-to-start links', () => {
	// A 3 → B 4 → D 5 → G 4 → H 3 is the longest way: 19 days. C 2 → E 1 joins at G, C → F 2 joins at H.
	const tasks = [
		task('A', 3),
		task('B', 4),
		task('C', 2),
		task('D', 5),
		task('E', 1),
		task('F', 2),
		task('G', 4),
		task('H', 3)
	];
	const { rows, schedule } = table(tasks, 'A>B, A>C, B>D, C>E, C>F, D>G, E>G, F>H, G>H');

	it('has the early and late days and the floats of the table', () => {
		expect(rows).toEqual([
			'A 0 3 0 3 0 0',
			'B 3 7 3 7 0 0',
			'C 3 5 9 11 6 0',
			'D 7 12 7 12 0 0',
			'E 5 6 11 12 6 6',
			'F 5 7 14 16 9 9',
			'G 12 16 12 16 0 0',
			'H 16 19 16 19 0 0'
		]);
	});

	it('has one critical path, in order, over two weekends and more', () => {
		expect(schedule.criticalPath).toEqual(['A', 'B', 'D', 'G', 'H']);
		expect(schedule.criticalTasks).toEqual(['A', 'B', 'D', 'G', 'H']);
		expect([schedule.projectStart, schedule.projectFinish]).toEqual([MONDAY, '2026-03-26']);
		expect(schedule.task('C')).toMatchObject({
			start: '2026-03-05',
			finish: '2026-03-06',
			lateStart: '2026-03-13',
			lateFinish: '2026-03-16',
			isCritical: false,
			drivenBy: { dependencyId: 'l01', predecessorId: 'A', successorId: 'C' }
		});
	});
});

describe('a network of all four link types with lag and lead', () => {
	it('has the days of the table', () => {
		// B starts 2 after A starts. C finishes 1 after B finishes (9), so starts at 6. D starts 1 before C finishes.
		// E finishes 3 after C starts, so from 5 to 9; it may slip a day to the project's finish at 10.
		const { rows } = table(
			[task('A', 5), task('B', 6), task('C', 3), task('D', 2), task('E', 4)],
			'A>B SS+2, B>C FF+1, C>D FS-1, C>E SF+3'
		);
		expect(rows).toEqual([
			'A 0 5 0 5 0 0',
			'B 2 8 2 8 0 0',
			'C 6 9 6 9 0 0',
			'D 8 10 8 10 0 0',
			'E 5 9 6 10 1 1'
		]);
	});

	it('lets a start-to-start link bind the start only: the predecessor may end after its successor', () => {
		const { rows } = table([task('A', 6), task('B', 2)], 'A>B SS+1');
		expect(rows).toEqual(['A 0 6 0 6 0 0', 'B 1 3 4 6 3 3']);
	});

	it('counts lag in working time: three days after a Thursday is a Tuesday', () => {
		const { schedule } = table([task('A', 4), task('B', 1)], 'A>B FS+3');
		expect(schedule.task('A')?.finish).toBe('2026-03-05');
		expect(schedule.task('B')?.start).toBe('2026-03-11');
	});
});

describe('summaries', () => {
	// S holds A 2 → B 3 and C 1; T waits for all of S; a link to S holds everything below it.
	const tasks = [
		task('K', 2),
		task('S', 99, { progress: 77, effortMinutes: 5 }),
		task('A', 2, { parentId: 'S', progress: 100, effortMinutes: 600 }),
		task('B', 3, { parentId: 'S', effortMinutes: 300 }),
		task('C', 1, { parentId: 'S', progress: 100 }),
		task('T', 1)
	];
	const { rows, schedule } = table(tasks, 'K>S, A>B, S>T, C>T SS');

	it('span their leaves, pass links down and up, and have the smallest float below them', () => {
		expect(rows).toEqual([
			'K 0 2 0 2 0 0',
			'S 2 7 2 7 0 0',
			'A 2 4 2 4 0 0',
			'B 4 7 4 7 0 0',
			'C 2 3 6 7 4 4',
			'T 7 8 7 8 0 0'
		]);
	});

	it('weigh progress by duration and add up effort', () => {
		// A and C are done: 3 of 6 days.
		expect(schedule.task('S')).toMatchObject({
			progress: 50,
			effortMinutes: 900,
			durationMinutes: 5 * DAY
		});
		const flags = [
			task('M', 0, { kind: 'milestone', parentId: 'N', progress: 100 }),
			task('O', 0, { kind: 'milestone', parentId: 'N' }),
			task('N', 1)
		];
		expect(computeSchedule(flags, [], options).task('N')).toMatchObject({
			progress: 50,
			effortMinutes: null
		});
	});

	it('start when their first leaf starts: a link from the start waits for that leaf alone', () => {
		const { rows } = table(
			[
				task('P', 1),
				task('A', 1, { parentId: 'S' }),
				task('B', 5, { parentId: 'S' }),
				task('S', 0),
				task('Z', 9)
			],
			'P>B, S>Z SS'
		);
		expect(rows).toEqual([
			'P 0 1 3 4 3 0',
			'A 0 1 0 1 0 0',
			'B 1 6 4 9 3 3',
			'S 0 6 0 6 0 0',
			'Z 0 9 0 9 0 0'
		]);
	});
});
