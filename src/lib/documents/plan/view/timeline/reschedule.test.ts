// Moving a bar: checked against the schedule engine itself. What the preview showed while dragging is what the schedule
// says once the values are stored.

import { describe, expect, it } from 'vitest';
import { compileCalendar } from '#lib/core/calendar/compile-calendar.ts';
import { presetCalendar } from '#lib/core/calendar/presets.ts';
import type { WorkingCalendar } from '#lib/core/calendar/working-calendar.ts';
import { dateOf } from '#lib/ui/timeline/date-scale.ts';
import { tasks as taskPart, type Task, type TaskValues } from '../../model/schema.ts';
import { scheduleTaskOf } from '../../model/schedule-input.ts';
import { computeSchedule } from '../../model/schedule/scheduler.ts';
import { gripsOf, previewOf, reschedule, type BarInHand } from './reschedule.ts';

const week: WorkingCalendar = {
	workWeek: [true, true, true, true, true, false, false],
	holidays: [],
	makeUpWorkdays: [],
	minutesPerDay: 480
};

function taskOf(values: TaskValues): Task {
	const blank = Object.fromEntries(
		Object.entries(taskPart.fields).map(([name, field]) => [name, field.fallback])
	);
	return { ...blank, id: 't', parent: null, depth: 0, durationMinutes: 960, ...values } as Task;
}

/** Task t alone, or behind a one-day task that starts on the project's first day, Monday 2 March 2026. */
function inHand(values: TaskValues, { isLinked = false, calendar = week } = {}) {
	const scheduleOf = (task: Task) => {
		const before = { ...taskOf({ durationMinutes: 480 }), id: 'before' };
		const all = [before, task].map((one) => scheduleTaskOf(one, 480));
		const link = { id: 'l', predecessorId: 'before', successorId: 't', type: 'FS' as const, lagMinutes: 0 };
		const found = computeSchedule(all, isLinked ? [link] : [], { calendar, projectStart: '2026-03-02' }).task(
			't'
		);
		if (!found) throw new Error('not scheduled');
		return found;
	};
	const task = taskOf(values);
	const free = task.mode === 'manual' ? null : scheduleOf({ ...task, start: null, constraint: null });
	const bar: BarInHand = {
		task,
		schedule: scheduleOf(task),
		isLinked,
		free,
		calendar: compileCalendar(calendar)
	};
	return { bar, after: (change: TaskValues) => scheduleOf({ ...task, ...change } as Task) };
}

const dates = ({ start, finish }: { start: number; finish: number }) => [dateOf(start), dateOf(finish)];

describe('moving a bar', () => {
	it.each([
		['alone', {}, false, { start: '2026-03-05' }, 'start'],
		['by hand', { mode: 'manual', start: '2026-03-02' }, false, { start: '2026-03-05' }, 'start'],
		['behind another', {}, true, { constraint: { type: 'snet', date: '2026-03-06' } }, 'snet'],
		[
			'that must start',
			{ constraint: { type: 'mso', date: '2026-03-03' } },
			true,
			{ constraint: { type: 'mso', date: '2026-03-06' } },
			'mso'
		],
		[
			'that must finish',
			{ constraint: { type: 'mfo', date: '2026-03-04' } },
			true,
			{ constraint: { type: 'mfo', date: '2026-03-09' } },
			'mfo'
		],
		[
			'that has a latest start',
			{ constraint: { type: 'snlt', date: '2026-03-03' } },
			false,
			{ start: '2026-03-05' },
			'start'
		]
	] as const)('%s sets what holds it there', (_, values, isLinked, expected, bound) => {
		const { bar, after } = inHand(values as TaskValues, { isLinked });
		const outcome = reschedule(bar, 'whole', 3);
		expect(outcome?.values).toEqual(expected);
		expect(outcome?.bound).toBe(bound);
		const now = after(outcome?.values ?? {});
		expect([now.start, now.finish]).toEqual(dates(outcome?.span ?? { start: 0, finish: 0 }));
	});

	it('stops at what it waits for, and is free again there', () => {
		const { bar } = inHand({ constraint: { type: 'snet', date: '2026-03-11' } }, { isLinked: true });
		expect(dates(previewOf(bar, 'whole', -30))).toEqual(['2026-03-03', '2026-03-04']);
		expect(reschedule(bar, 'whole', -30)).toMatchObject({ values: { constraint: null }, bound: 'free' });
	});

	it('that lies as early as it can does not move earlier', () => {
		expect(reschedule(inHand({}, { isLinked: true }).bar, 'whole', -1)).toBeNull();
		expect(reschedule(inHand({}).bar, 'whole', -1)).toBeNull();
	});

	it('steps over the weekend both ways', () => {
		const { bar } = inHand({ mode: 'manual', start: '2026-03-06' });
		expect(dates(previewOf(bar, 'whole', 1))).toEqual(['2026-03-09', '2026-03-10']);
		expect(dates(previewOf(bar, 'whole', 4))).toEqual(['2026-03-10', '2026-03-11']);
		const monday = inHand({ mode: 'manual', start: '2026-03-09' }).bar;
		expect(dates(previewOf(monday, 'whole', -1))).toEqual(['2026-03-06', '2026-03-09']);
	});

	it('works on the make-up workday of the Chinese calendar and rests in its holiday', () => {
		const calendar = presetCalendar('china-mainland', 'en');
		// Saturday 14 February 2026 is worked, the Spring Festival follows until the 23rd.
		const { bar, after } = inHand({ mode: 'manual', start: '2026-02-13' }, { calendar });
		expect(dates(previewOf(bar, 'whole', 1))).toEqual(['2026-02-14', '2026-02-24']);
		const outcome = reschedule(bar, 'whole', 1);
		expect([after(outcome?.values ?? {}).start, after(outcome?.values ?? {}).finish]).toEqual([
			'2026-02-14',
			'2026-02-24'
		]);
	});
});

describe('the ends of a bar', () => {
	it.each([
		['finish', 2, { durationMinutes: 1920 }],
		['finish', 5, { durationMinutes: 2400 }],
		['finish', -1, { durationMinutes: 480 }],
		['finish', -9, { durationMinutes: 480 }],
		['start', 1, { durationMinutes: 480, start: '2026-03-05' }],
		['start', -1, { durationMinutes: 1440, start: '2026-03-03' }]
	] as const)('%s by %i days changes its length', (part, days, expected) => {
		const { bar, after } = inHand({ start: '2026-03-04' });
		const outcome = reschedule(bar, part, days);
		expect(outcome?.values).toEqual(expected);
		const now = after(outcome?.values ?? {});
		expect([now.start, now.finish]).toEqual(dates(outcome?.span ?? { start: 0, finish: 0 }));
	});

	it('keeps the finish that was promised', () => {
		const { bar, after } = inHand({ constraint: { type: 'mfo', date: '2026-03-12' } });
		const longer = reschedule(bar, 'finish', 1);
		expect(after(longer?.values ?? {})).toMatchObject({ finish: '2026-03-13', start: '2026-03-11' });
		const earlier = reschedule(bar, 'start', -1);
		expect(after(earlier?.values ?? {})).toMatchObject({ finish: '2026-03-12', start: '2026-03-10' });
	});
});

describe('what may be taken in hand', () => {
	it('keeps the start of what has begun, and everything of what is over', () => {
		expect(gripsOf(taskOf({}), false)).toContain('start');
		expect(gripsOf(taskOf({ actualStart: '2026-03-02' }), false)).toEqual(['finish', 'progress', 'link']);
		expect(gripsOf(taskOf({ actualStart: '2026-03-02', actualFinish: '2026-03-03' }), false)).toEqual([
			'link'
		]);
		expect(gripsOf(taskOf({ kind: 'milestone' }), false)).toEqual(['whole', 'link']);
		expect(gripsOf(taskOf({}), true)).toEqual(['whole', 'link']);
	});
});
