// Each rule of types.ts with the smallest plan that shows it. Days are dates: people read dates.

import { describe, expect, it } from 'vitest';
import { presetCalendar } from '#lib/core/calendar/presets.ts';
import { plainTask } from '../../../../../../tests/support/plan/random-plans.ts';
import { CIRCLES_SORTED_OUT } from './order-steps.ts';
import { computeSchedule } from './scheduler.ts';
import type { ConstraintType, ScheduleDependency, ScheduleOptions, ScheduleTask } from './types.ts';

const DAY = 480;
const options: ScheduleOptions = {
	calendar: presetCalendar('china-mainland', 'en'),
	projectStart: '2026-09-21'
};

const task = (id: string, days: number, more: Partial<ScheduleTask> = {}): ScheduleTask => ({
	...plainTask,
	id,
	durationMinutes: days * DAY,
	...more
});
const milestone = (id: string, more: Partial<ScheduleTask> = {}) =>
	task(id, 0, { kind: 'milestone', ...more });
const link = (
	predecessorId: string,
	successorId: string,
	more: Partial<ScheduleDependency> = {}
): ScheduleDependency => ({
	id: `${predecessorId}-${successorId}`,
	predecessorId,
	successorId,
	type: 'FS',
	lagMinutes: 0,
	...more
});

function days(tasks: ScheduleTask[], links: ScheduleDependency[] = [], more: Partial<ScheduleOptions> = {}) {
	const schedule = computeSchedule(tasks, links, { ...options, ...more });
	return schedule.tasks().map(({ id, start, finish }) => `${id} ${start.slice(5)} ${finish.slice(5)}`);
}

function warnings(id: string, tasks: ScheduleTask[], links: ScheduleDependency[] = [], more = {}) {
	return computeSchedule(tasks, links, { ...options, ...more }).task(id)?.warnings;
}

describe('the calendar', () => {
	it('is worked on make-up days and not on holidays', () => {
		// 25–27 September is Mid-Autumn, 1–7 October National Day; Saturday 10 October is worked.
		expect(days([task('a', 4), task('b', 5), task('c', 1)], [link('a', 'b'), link('b', 'c')])).toEqual([
			'a 09-21 09-24',
			'b 09-28 10-09',
			'c 10-10 10-10'
		]);
	});

	it('puts a milestone on the day its predecessor ends, and the next task on the next working day', () => {
		const tasks = [task('a', 8), milestone('m'), task('b', 1), milestone('first')];
		expect(days(tasks, [link('a', 'm'), link('m', 'b')])).toEqual([
			'a 09-21 10-08',
			'm 10-08 10-08',
			'b 10-09 10-09',
			'first 09-21 09-21'
		]);
	});

	it('moves no date of another project start than its own', () => {
		expect(days([task('a', 1)], [], { projectStart: '2026-10-01' })).toEqual(['a 10-08 10-08']);
	});
});

describe('what drives a task', () => {
	it('is the link that decides, also where its own date would do; of two the smaller id', () => {
		const tasks = [milestone('go'), milestone('kick-off'), task('a', 1), task('b', 1)];
		const links = [
			link('go', 'kick-off'),
			link('kick-off', 'a'),
			link('go', 'a'),
			link('go', 'b', { lagMinutes: -DAY })
		];
		const schedule = computeSchedule(tasks, links, options);
		const drivers = schedule.tasks().map(({ drivenBy }) => drivenBy?.dependencyId ?? null);
		expect(drivers).toEqual([null, 'go-kick-off', 'go-a', null]);
	});

	it('leads along the leaf that starts or ends its summary; of equal ends the smaller id', () => {
		const tasks = [
			task('s', 0),
			task('early', 1, { parentId: 's' }),
			task('late', 9, { parentId: 's', constraint: { type: 'snet', date: '2026-09-22' } }),
			task('b', 19),
			task('c', 19)
		];
		const links = [link('s', 'b', { type: 'SS' }), link('s', 'c', { type: 'SS' })];
		expect(computeSchedule(tasks, links, options).criticalPath).toEqual(['early', 'b']);
		expect(computeSchedule(tasks.reverse(), links, options).criticalPath).toEqual(['early', 'b']);
	});
});

describe('what is critical', () => {
	it('is told by start, then finish; a milestone with float is late at the end of a day', () => {
		const tasks = [task('a', 4), task('b', 2), task('c', 2), milestone('m')];
		const schedule = computeSchedule(tasks, [link('b', 'c'), link('b', 'm')], options);
		expect(schedule.criticalTasks).toEqual(['b', 'a', 'c']);
		expect(schedule.task('m')).toMatchObject({ lateStart: '2026-09-24', lateFinish: '2026-09-24' });
	});
});

describe('constraints', () => {
	const constrained = (type: ConstraintType, date: string | null, days = 2) =>
		task('x', days, { constraint: { type, date } });

	it.each([
		['asap', '2026-09-24', 'x 09-22 09-23'],
		['snet', '2026-09-24', 'x 09-24 09-28'],
		['snet', '2026-09-25', 'x 09-28 09-29'],
		['fnet', '2026-09-25', 'x 09-24 09-28'],
		['mso', '2026-09-24', 'x 09-24 09-28'],
		['mfo', '2026-09-29', 'x 09-28 09-29'],
		['snlt', '2026-09-24', 'x 09-22 09-23'],
		['fnlt', '2026-09-24', 'x 09-22 09-23']
	] as const)('%s %s: %s', (type, date, expected) => {
		const found = days([task('p', 1), constrained(type, date), task('end', 9)], [link('p', 'x')]);
		expect(found[1]).toBe(expected);
	});

	it.each([
		['snlt', '2026-09-21', DAY],
		['fnlt', '2026-09-21', 2 * DAY],
		['mso', '2026-09-21', DAY],
		['mfo', '2026-09-22', DAY]
	] as const)(
		'%s %s that links break is missed by so many minutes, and nothing moves',
		(type, date, minutes) => {
			const tasks = [task('p', 1), constrained(type, date)];
			expect(days(tasks, [link('p', 'x')])).toEqual(['p 09-21 09-21', 'x 09-22 09-23']);
			expect(warnings('x', tasks, [link('p', 'x')])).toEqual([
				{ code: 'constraint-missed', constraint: type, date, minutes }
			]);
			expect(warnings('p', tasks, [link('p', 'x')])).toEqual([
				{
					code: 'negative-float',
					minutes,
					cause: { type: 'constraint', taskId: 'x', constraint: type, date }
				}
			]);
		}
	);

	it.each(['snlt', 'mso'] as const)('%s lets a milestone stand anywhere on the day', (type) => {
		const flag = milestone('m', { constraint: { type, date: '2026-09-22' } });
		expect(warnings('m', [task('a', 2), flag], [link('a', 'm')])).toEqual([]);
		expect(warnings('m', [task('a', 3), flag], [link('a', 'm')])).toMatchObject([{ minutes: DAY }]);
	});

	it('as late as possible takes the free float and moves no successor', () => {
		const tasks = [task('a', 4), constrained('alap', null, 1), task('c', 1)];
		const links = [link('a', 'c'), link('x', 'c')];
		expect(days(tasks, links)).toEqual(['a 09-21 09-24', 'x 09-24 09-24', 'c 09-28 09-28']);
		const found = computeSchedule(tasks, links, options).task('x');
		expect(found).toMatchObject({ earlyStart: '2026-09-21', freeFloat: 0, totalFloat: 0, drivenBy: null });
	});

	it('as late as possible has no driver left, and puts a milestone at the end of a day', () => {
		const tasks = [task('p', 1), task('a', 4), constrained('alap', null, 1), task('c', 1)];
		const links = [link('a', 'c'), link('x', 'c'), link('p', 'x')];
		expect(computeSchedule(tasks, links, options).task('x')?.drivenBy).toBeNull();
		const flag = milestone('x', { constraint: { type: 'alap', date: null } });
		expect(days([task('a', 4), flag, task('c', 1)], links)[1]).toBe('x 09-24 09-24');
	});

	it('of a summary hold for everything below it', () => {
		const summary = (constraint: ScheduleTask['constraint']) => [
			task('s', 0, { constraint }),
			task('a', 1, { parentId: 's' }),
			task('b', 2, { parentId: 's' })
		];
		expect(days(summary({ type: 'snet', date: '2026-09-23' }))).toEqual([
			's 09-23 09-24',
			'a 09-23 09-23',
			'b 09-23 09-24'
		]);
		const late = computeSchedule(summary({ type: 'fnlt', date: '2026-09-21' }), [], options);
		expect(late.task('a')?.totalFloat).toBe(0);
		expect(late.task('b')?.totalFloat).toBe(-DAY);
		expect(late.task('s')?.warnings).toMatchObject([{ code: 'constraint-missed', minutes: DAY }]);
		expect(warnings('s', summary({ type: 'mso', date: '2026-09-21' }))).toEqual([
			{ code: 'summary-constraint-ignored', constraint: 'mso' }
		]);
	});
});

describe('deadlines', () => {
	it('move nothing; what is late says so, and what is before it says which', () => {
		const tasks = [task('a', 2), task('b', 2, { deadline: '2026-09-23' }), task('long', 9)];
		const schedule = computeSchedule(tasks, [link('a', 'b')], options);
		expect(schedule.task('b')).toMatchObject({ finish: '2026-09-24', totalFloat: -DAY, isCritical: true });
		expect(schedule.task('b')?.warnings).toEqual([
			{ code: 'deadline-missed', date: '2026-09-23', minutes: DAY }
		]);
		expect(schedule.task('a')?.warnings).toEqual([
			{
				code: 'negative-float',
				minutes: DAY,
				cause: { type: 'deadline', taskId: 'b', date: '2026-09-23' }
			}
		]);
		expect(schedule.task('long')?.isCritical).toBe(true);
	});
});

describe('tasks that people place', () => {
	it('stand where they are put; the predecessors have float up to there', () => {
		const tasks = [task('a', 1), task('b', 1, { mode: 'manual', start: '2026-09-24' }), task('c', 1)];
		const schedule = computeSchedule(tasks, [link('a', 'b'), link('b', 'c')], options);
		expect(days(tasks, [link('a', 'b'), link('b', 'c')])).toEqual([
			'a 09-21 09-21',
			'b 09-24 09-24',
			'c 09-28 09-28'
		]);
		expect(schedule.task('a')).toMatchObject({ totalFloat: 2 * DAY, freeFloat: 2 * DAY });
	});

	it('before their predecessors are a conflict, said at both ends', () => {
		const tasks = [task('a', 3), task('b', 1, { mode: 'manual', start: '2026-09-22' })];
		expect(warnings('b', tasks, [link('a', 'b')])).toEqual([
			{
				code: 'manual-conflict',
				driver: { dependencyId: 'a-b', predecessorId: 'a', successorId: 'b' },
				minutes: 2 * DAY
			}
		]);
		expect(warnings('a', tasks, [link('a', 'b')])).toEqual([
			{
				code: 'negative-float',
				minutes: 2 * DAY,
				cause: { type: 'manual', taskId: 'b', date: '2026-09-22' }
			}
		]);
	});

	it('name the link that asks for most', () => {
		const tasks = [task('a', 3), task('b', 1, { mode: 'manual', start: '2026-09-22' })];
		const links = [
			link('a', 'b', { type: 'SS', lagMinutes: 2 * DAY }),
			link('a', 'b', { id: 'ff', type: 'FF' })
		];
		const later = [...links.slice(0, 1), link('a', 'b', { id: 'ff', type: 'FF', lagMinutes: DAY })];
		expect(warnings('b', tasks, links)).toMatchObject([{ driver: { dependencyId: 'a-b' }, minutes: DAY }]);
		expect(warnings('b', tasks, later)).toMatchObject([{ driver: { dependencyId: 'ff' }, minutes: 2 * DAY }]);
	});

	it('without duration lie anywhere on their day: after what ends then, before what starts then', () => {
		const flag = milestone('m', { mode: 'manual', start: '2026-09-22' });
		expect(warnings('m', [task('a', 2), flag], [link('a', 'm')])).toEqual([]);
		expect(days([flag, task('b', 1)], [link('m', 'b')])[1]).toBe('b 09-22 09-22');
	});

	it('show the day that was entered, free or not, and say so', () => {
		const tasks = [task('a', 1, { mode: 'manual', start: '2026-10-03' })];
		expect(days(tasks)).toEqual(['a 10-03 10-08']);
		expect(warnings('a', tasks)).toEqual([{ code: 'date-not-working', field: 'start', date: '2026-10-03' }]);
	});

	it('automatic ones keep a start of their own only while no link points at them', () => {
		const tasks = [task('a', 1), task('b', 1, { start: '2026-09-28' })];
		expect(days(tasks)[1]).toBe('b 09-28 09-28');
		expect(days(tasks, [link('a', 'b')])[1]).toBe('b 09-22 09-22');
	});
});

describe('what has happened', () => {
	it('is where it happened; work still ahead moves with it', () => {
		const tasks = [
			task('a', 1, { actualStart: '2026-09-22', actualFinish: '2026-09-24' }),
			task('b', 2, { actualStart: '2026-09-29' }),
			task('c', 1)
		];
		const links = [link('a', 'b'), link('b', 'c')];
		expect(days(tasks, links)).toEqual(['a 09-22 09-24', 'b 09-29 09-30', 'c 10-08 10-08']);
		const found = computeSchedule(tasks, links, options).task('a');
		expect(found).toMatchObject({ progress: 100, isCritical: false, totalFloat: 0, freeFloat: 0 });
	});

	it('with a finish only has lasted as long as was planned; a milestone shows the very day', () => {
		const done = { actualFinish: '2026-09-24' };
		expect(days([task('a', 2, { ...done, mode: 'manual', start: '2026-09-21' })])).toEqual(['a 09-23 09-24']);
		expect(days([task('m', 5, { kind: 'milestone', actualFinish: '2026-10-03' })])).toEqual([
			'm 10-03 10-03'
		]);
	});

	it('before its predecessors allowed is out of sequence, and holds nobody back', () => {
		const tasks = [task('a', 3), task('b', 1, { actualStart: '2026-09-22' }), task('end', 9)];
		expect(warnings('b', tasks, [link('a', 'b')])).toMatchObject([
			{ code: 'out-of-sequence', minutes: 2 * DAY }
		]);
		expect(computeSchedule(tasks, [link('a', 'b')], options).task('a')?.totalFloat).toBe(6 * DAY);
	});

	it('against the status date says what should have started and finished', () => {
		const tasks = [
			task('a', 2),
			task('b', 2, { progress: 10 }),
			task('c', 2, { progress: 100 }),
			task('d', 9)
		];
		const at = (statusDate: string) => {
			const schedule = computeSchedule(tasks, [], { ...options, statusDate });
			return schedule.tasks().map((found) => found.warnings.map(({ code }) => code).join(' '));
		};
		expect(at('2026-09-20')).toEqual(['', '', '', '']);
		expect(at('2026-09-21')).toEqual(['late-to-start', '', '', 'late-to-start']);
		expect(at('2026-09-22')).toEqual(['late-to-start late-to-finish', 'late-to-finish', '', 'late-to-start']);
	});
});

describe('inactive tasks', () => {
	it('are dated and move nothing, with all below them', () => {
		const tasks = [
			task('s', 0, { isInactive: true }),
			task('a', 5, { parentId: 's', deadline: '2026-09-21' }),
			task('b', 1)
		];
		const schedule = computeSchedule(tasks, [link('a', 'b')], options);
		expect(schedule.task('a')).toMatchObject({ finish: '2026-09-28', isCritical: false, warnings: [] });
		expect(schedule.task('b')?.start).toBe('2026-09-21');
		expect(schedule.projectFinish).toBe('2026-09-21');
	});
});

describe('circles', () => {
	it('lose the link with the greatest id; both people see which', () => {
		const tasks = [task('a', 1), task('b', 1), task('c', 1)];
		const links = [link('a', 'b', { id: '1' }), link('c', 'a', { id: '3' }), link('b', 'c', { id: '2' })];
		const schedule = computeSchedule(tasks, links, options);
		expect(schedule.circles).toEqual([{ dependencyId: '3', taskIds: ['c', 'a', 'b'] }]);
		expect(schedule.task('a')?.warnings).toEqual([
			{ code: 'in-circle', dependencyId: '3', taskIds: ['c', 'a', 'b'] }
		]);
		expect(days(tasks, links)).toEqual(['a 09-21 09-21', 'b 09-22 09-22', 'c 09-23 09-23']);
	});

	it('run through summaries too, and through a task that waits for itself', () => {
		const tasks = [task('s', 0), task('a', 1, { parentId: 's' })];
		const circlesOf = (...links: ScheduleDependency[]) => computeSchedule(tasks, links, options).circles;
		expect(circlesOf(link('a', 's'))).toEqual([{ dependencyId: 'a-s', taskIds: ['a', 's'] }]);
		expect(circlesOf(link('s', 'a'))).toEqual([{ dependencyId: 's-a', taskIds: ['s', 'a'] }]);
		expect(circlesOf(link('a', 'a'))).toEqual([{ dependencyId: 'a-a', taskIds: ['a'] }]);
	});

	it('are sorted out up to a limit; beyond it every link in doubt stays out', () => {
		const pairs = Array.from({ length: CIRCLES_SORTED_OUT + 1 }, (_, at) => String(1_000 + at));
		const tasks = pairs.flatMap((id) => [task(`a${id}`, 1), task(`b${id}`, 1)]);
		const links = pairs.flatMap((id) => [
			link(`a${id}`, `b${id}`, { id: `${id}-1` }),
			link(`b${id}`, `a${id}`, { id: `${id}-2` })
		]);
		const { circles } = computeSchedule(tasks, links, options);
		const last = pairs.at(-1);
		expect(circles.slice(-3).map(({ dependencyId }) => dependencyId)).toEqual([
			`${pairs.at(-2)}-2`,
			`${last}-1`,
			`${last}-2`
		]);
		expect(circles).toHaveLength(CIRCLES_SORTED_OUT + 2);
	});

	it('of parents are cut at the smallest id', () => {
		const tasks = [
			task('b', 1, { parentId: 'c' }),
			task('c', 1, { parentId: 'a' }),
			task('a', 1, { parentId: 'b' })
		];
		const schedule = computeSchedule(tasks, [], options);
		expect(schedule.task('a')?.warnings).toEqual([{ code: 'parent-circle', parentId: 'b' }]);
		expect(schedule.tasks().map(({ isSummary }) => isSummary)).toEqual([false, true, true]);
	});
});

describe('bad data', () => {
	it('is left out, held to its limit, and named', () => {
		const broken = {
			...task('x', 1),
			durationMinutes: -480,
			progress: Number.NaN,
			start: '2026-02-30',
			deadline: 'tomorrow',
			constraint: { type: 'snet', date: null },
			parentId: 'gone',
			actualStart: '2026-09-23',
			actualFinish: '2026-09-22'
		} as const;
		const links = [link('nowhere', 'x'), link('x', 'nowhere'), link('y', 'x', { lagMinutes: Infinity })];
		expect(days([broken])).toEqual(['x 09-23 09-23']);
		const codes = warnings('x', [broken, task('y', 1)], links)?.map(({ code }) => code);
		expect(codes).toEqual([
			'invalid-number',
			'invalid-number',
			'finish-before-start',
			'invalid-date',
			'invalid-date',
			'constraint-without-date',
			'parent-missing',
			'predecessor-missing',
			'invalid-number',
			'out-of-sequence'
		]);
		expect(warnings('x', [broken])).toContainEqual({
			code: 'invalid-number',
			field: 'durationMinutes',
			value: '-480',
			limit: '0…4800000'
		});
	});

	it('in the options is named, and the plan still has dates', () => {
		const schedule = computeSchedule([task('a', 1)], [], {
			calendar: { workWeek: [], holidays: [], makeUpWorkdays: [], minutesPerDay: -1 },
			projectStart: 'never',
			statusDate: '31.12.2026'
		});
		expect(schedule.warnings.map(({ code }) => code)).toEqual(['invalid-date', 'invalid-date']);
		expect(schedule.task('a')?.start).toBe('1970-01-01');
	});

	it('of any kind never throws, 5,000 levels deep neither', () => {
		const values: unknown[] = [
			null,
			undefined,
			Number.NaN,
			Infinity,
			-1,
			1e300,
			'',
			'x',
			{},
			[],
			true,
			'2026-99-99'
		];
		const fields = ['parentId', 'kind', 'mode', 'durationMinutes', 'start', 'constraint', 'deadline'];
		fields.push('actualStart', 'actualFinish', 'progress', 'effortMinutes', 'isInactive');
		const tasks = fields.flatMap((field) =>
			values.map((value, at) => ({ ...task(`${field}${at}`, 1), [field]: value }))
		);
		const links = values.map((value, at) => ({
			...link(tasks[at]?.id ?? '', tasks[at + 1]?.id ?? ''),
			type: value as 'FS',
			lagMinutes: value as number
		}));
		expect(computeSchedule(tasks, links, options).tasks()).toHaveLength(tasks.length);
		const deep = Array.from({ length: 5_000 }, (_, at) =>
			task(`t${at}`, 1, { parentId: at ? `t${at - 1}` : null })
		);
		expect(computeSchedule(deep, [], options).task('t0')?.finish).toBe('2026-09-21');
		expect(computeSchedule([], [], options).projectFinish).toBe('2026-09-21');
	});
});
