// Figures that change although no date in their neighbourhood does: what random edits meet too seldom.

import { describe, expect, it } from 'vitest';
import { presetCalendar } from '#lib/core/calendar/presets.ts';
import { plainTask } from '../../../../../../tests/support/plan/random-plans.ts';
import { createScheduler } from './scheduler.ts';
import type { ScheduleTask } from './types.ts';

const DAY = 480;
const options = { calendar: presetCalendar('monday-to-friday', 'en'), projectStart: '2026-03-02' };
const task = (id: string, days: number, more: Partial<ScheduleTask> = {}): ScheduleTask => ({
	...plainTask,
	id,
	durationMinutes: days * DAY,
	...more
});
const link = (predecessorId: string, successorId: string, type: 'FS' | 'SS' = 'FS') => ({
	id: `${predecessorId}-${successorId}`,
	predecessorId,
	successorId,
	type,
	lagMinutes: 0
});

describe('after an edit', () => {
	it('a leaf that has become the first of its summary is bound by what waits for the start', () => {
		const tasks = [
			task('p', 2),
			task('s', 0),
			task('a', 1, { parentId: 's' }),
			task('b', 1, { parentId: 's' }),
			task('z', 1, { mode: 'manual', start: '2026-03-16' }),
			task('long', 20)
		];
		const scheduler = createScheduler(tasks, [link('p', 'b'), link('s', 'z', 'SS')], options);
		expect(scheduler.schedule.task('b')?.totalFloat).toBe(17 * DAY);
		scheduler.update({ tasks: [task('a', 1, { parentId: 's', start: '2026-03-09' })] });
		// b starts on day 2 and z stands on day 10.
		expect(scheduler.schedule.task('b')?.totalFloat).toBe(8 * DAY);
		expect(scheduler.takeChanged()).toContain('b');
	});

	it('the date that cannot be kept is named anew where only its name changed', () => {
		const late = (deadline: string) => task('c', 3, { deadline });
		const manual = task('b', 1, { mode: 'manual', start: '2026-03-06' });
		const scheduler = createScheduler([manual, late('2026-03-07')], [link('b', 'c')], options);
		const causeOf = (id: string) => scheduler.schedule.task(id)?.warnings[0];
		expect(causeOf('b')).toMatchObject({ code: 'negative-float', cause: { date: '2026-03-07' } });
		// Saturday or Sunday: the same last working minute.
		scheduler.update({ tasks: [late('2026-03-08')] });
		expect(causeOf('b')).toMatchObject({ code: 'negative-float', cause: { date: '2026-03-08' } });
	});

	it('nothing is said to have changed where nothing did', () => {
		const scheduler = createScheduler([task('a', 2), task('b', 1)], [link('a', 'b')], options);
		scheduler.takeChanged();
		scheduler.update({ tasks: [task('a', 2)], dependencies: [link('a', 'b')] });
		scheduler.update({ removedTasks: ['b'] });
		scheduler.update({ tasks: [task('b', 1)] });
		expect(scheduler.takeChanged()).toEqual([]);
	});
});
