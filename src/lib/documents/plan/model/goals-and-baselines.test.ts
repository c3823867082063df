import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { compileCalendar } from '#lib/core/calendar/compile-calendar.ts';
import { presetCalendar } from '#lib/core/calendar/presets.ts';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { mutate, type Mutation } from '#lib/core/schema/mutation.ts';
import { plan } from '../index.ts';
import { compareWithBaseline } from './baseline-comparison.ts';
import { decodeEntries, encodeEntries } from './baseline-record.ts';
import { readContent } from './content.ts';
import { goalProgress, measuredShare, missingSmartParts } from './goal-progress.ts';
import { mutations as m } from './mutations.ts';

const entry = (taskId: string, start: string | null, finish: string | null, durationMinutes = 480) => ({
	taskId,
	start,
	finish,
	durationMinutes
});

describe('a baseline', () => {
	it('packs and unpacks every date, and reads damage as nothing', () => {
		const entries = [
			entry('a1', '2026-03-02', '2026-03-04', 1_440),
			entry('a12', null, '1950-01-01', 0),
			entry('b', '2199-12-31', null)
		];
		expect(decodeEntries(encodeEntries(entries.toReversed()))).toEqual(entries);
		expect(encodeEntries(entries).length).toBeLessThan(40);
		expect(decodeEntries(new Uint8Array([9, 1, 2]))).toEqual([]);
		expect(decodeEntries(encodeEntries(entries).slice(0, 9))).toEqual([]);
	});

	it('keeps what it was given, and changes nothing but its name', () => {
		const doc = new Y.Doc();
		const clock = manualClock(1_770_000_000_000);
		Y.applyUpdate(doc, plan.create({ title: '', locale: 'en', clock, random: seededRandom(1) }));
		const run = <Args, Result>(mutation: Mutation<Args, Result>, args: unknown) =>
			mutate(doc, mutation, args as Args, { origin: 'test', clock });
		const tasks = [entry('a', '2026-03-02', '2026-03-04')];
		const id = run(m.takeBaseline, { name: ' Signed ', takenBy: 'u1', projectStart: '2026-03-02', tasks });
		run(m.renameBaseline, { id, values: { name: 'Agreed', tasks: [] } });
		expect(readContent(doc).baselines).toEqual([
			{
				id,
				name: 'Agreed',
				takenAt: 1_770_000_000_000,
				takenBy: 'u1',
				projectStart: '2026-03-02',
				projectFinish: null,
				tasks
			}
		]);
		for (let more = 1; more < 50; more++) run(m.takeBaseline, {});
		expect(() => run(m.takeBaseline, {})).toThrowError(
			expect.objectContaining({ code: 'conflict', params: { value: 51, limit: 50 } })
		);
	});

	it('tells slips in working days, over the weekend and over holidays', () => {
		const calendar = compileCalendar(presetCalendar('china-mainland', 'en'));
		const agreed = {
			projectStart: '2026-02-12',
			projectFinish: '2026-03-06',
			tasks: [
				entry('late', '2026-02-13', '2026-02-13'),
				entry('early', '2026-03-06', '2026-03-06'),
				entry('gone', '2026-02-12', '2026-02-12'),
				entry('same', '2026-03-02', '2026-03-03')
			]
		};
		const present = {
			projectStart: '2026-02-12',
			projectFinish: null,
			tasks: [
				// Friday before the Spring Festival → the Wednesday after it; the Saturday between is a make-up workday.
				entry('late', '2026-02-25', '2026-02-25', 960),
				entry('early', '2026-03-04', '2026-03-04'),
				entry('new', '2026-03-02', '2026-03-02'),
				entry('same', '2026-03-02', '2026-03-03')
			]
		};
		const { tasks, ...project } = compareWithBaseline(agreed, present, calendar);
		expect(
			tasks.map(({ taskId, startSlipDays, finishVarianceDays, durationVarianceMinutes }) => [
				taskId,
				startSlipDays,
				finishVarianceDays,
				durationVarianceMinutes
			])
		).toEqual([
			['late', 3, 3, 480],
			['early', -2, -2, 0],
			['new', null, null, null],
			['same', 0, 0, 0],
			['gone', null, null, null]
		]);
		expect(project).toEqual({
			projectStartSlipDays: 0,
			projectFinishVarianceDays: null,
			addedCount: 1,
			removedCount: 1,
			movedCount: 2
		});
	});
});

describe('the progress of a goal', () => {
	const goal = (id: string, parent: string | null, values: object = {}) => ({
		id,
		parent,
		start: null,
		target: null,
		current: null,
		tasks: [],
		...values
	});

	it.each([
		[{ start: 0, target: 10, current: 4 }, 0.4],
		[{ start: 80, target: 20, current: 50 }, 0.5],
		[{ start: null, target: 10, current: 20 }, 1],
		[{ start: 5, target: 10, current: 1 }, 0],
		[{ start: 5, target: 5, current: 5 }, 1],
		[{ start: 5, target: 5, current: 6 }, 0],
		[{ start: 0, target: null, current: 6 }, null],
		[{ start: 0, target: 6, current: null }, null]
	])('of %j is %s of the way', (values, share) => {
		expect(measuredShare(values)).toBe(share);
	});

	it('comes from its measure, else from the goals below, else from the tasks', () => {
		const tasks = {
			t1: { progress: 50, isDone: false, durationMinutes: 960 },
			t2: { progress: 0, isDone: true, durationMinutes: null },
			t3: { progress: 0, isDone: false, durationMinutes: 0 }
		};
		const goals = [
			goal('top', null),
			goal('measured', 'top', { target: 4, current: 1 }),
			goal('worked', 'top', { tasks: ['t1', 't2', 't3', 'gone'] }),
			goal('silent', 'top'),
			goal('milestones', null, { tasks: ['t3'] })
		];
		const progress = goalProgress(goals, (id) => tasks[id as keyof typeof tasks]);
		expect(progress.get('measured')).toEqual({ share: 0.25, from: 'measure' });
		expect(progress.get('worked')?.share).toBeCloseTo(2 / 3);
		expect(progress.get('silent')).toEqual({ share: null, from: 'nothing' });
		expect(progress.get('top')?.share).toBeCloseTo((0.25 + 2 / 3) / 2);
		expect(progress.get('milestones')).toEqual({ share: 0, from: 'tasks' });
	});

	it('names what a goal lacks', () => {
		const full = {
			statement: 'Faster',
			metric: 'Days',
			target: 3,
			owner: 'u1',
			why: 'Promised',
			due: '2026-06-30'
		};
		expect(missingSmartParts(full)).toEqual([]);
		expect(missingSmartParts({ ...full, target: null, why: ' ' })).toEqual(['measurable', 'relevant']);
		expect(
			missingSmartParts({ statement: '', metric: '', target: null, owner: null, why: '', due: null })
		).toHaveLength(5);
	});
});
