import { describe, expect, it } from 'vitest';
import type { MeetingAction } from '#lib/core/meeting.ts';
import type { StoredMeeting } from '#server/database/repositories/meetings.ts';
import { step } from './meeting-clock.ts';

const draft: StoredMeeting = {
	meeting: {
		documentId: 'd',
		state: 'draft',
		startedAt: null,
		closedAt: null,
		ledBy: null,
		itemId: null,
		runningSince: null,
		previousId: null
	},
	items: []
};

/** Runs actions, each so many seconds after the start. */
function run(...actions: [second: number, action: MeetingAction][]): StoredMeeting {
	return actions.reduce(
		(stored, [second, action]) => step(stored, action, { now: second * 1000, userId: 'ada' }),
		draft
	);
}

const used = ({ items }: StoredMeeting) =>
	Object.fromEntries(items.map(({ itemId, usedMs }) => [itemId, usedMs / 1000]));

describe('the clock of a meeting', () => {
	it('gives each item the time that it was on, breaks left out', () => {
		const meeting = run(
			[0, { action: 'start', itemId: 'a' }],
			[60, { action: 'pause' }],
			[100, { action: 'resume' }],
			[130, { action: 'go', from: 'a', itemId: 'b' }],
			[190, { action: 'go', from: 'b', itemId: 'a' }],
			[200, { action: 'close' }]
		);
		expect(used(meeting)).toEqual({ a: 100, b: 60 });
		expect(meeting.meeting).toMatchObject({ state: 'closed', startedAt: 0, closedAt: 200_000, itemId: null });
	});

	it('moves on once when two people press next', () => {
		const both: MeetingAction = { action: 'go', from: 'a', itemId: 'b' };
		expect(() => run([0, { action: 'start', itemId: 'a' }], [10, both], [10, both])).toThrowError(
			expect.objectContaining({ code: 'conflict', params: { current: 'b' } })
		);
	});

	it('takes an action that is sent twice as one', () => {
		const twice = (second: number, action: MeetingAction) =>
			[
				[second, action],
				[second + 5, action]
			] as [number, MeetingAction][];
		const meeting = run(
			...twice(0, { action: 'start', itemId: 'a' }),
			...twice(20, { action: 'extend', itemId: 'a', extraMinutes: 5 }),
			...twice(30, { action: 'pause' }),
			...twice(50, { action: 'resume' }),
			...twice(60, { action: 'close' })
		);
		expect(used(meeting)).toEqual({ a: 40 });
		expect(meeting.items[0]?.extraMinutes).toBe(5);
		expect(meeting.meeting.closedAt).toBe(60_000);
	});

	it('does nothing before it began and after it ended, but can be opened again', () => {
		const early: MeetingAction[] = [
			{ action: 'pause' },
			{ action: 'close' },
			{ action: 'go', from: null, itemId: 'a' },
			{ action: 'extend', itemId: 'a', extraMinutes: 1 }
		];
		for (const action of early) {
			expect(() => run([0, action])).toThrowError(
				expect.objectContaining({ code: 'conflict', params: { state: 'draft' } })
			);
		}
		const again = run(
			[0, { action: 'start', itemId: 'a' }],
			[10, { action: 'close' }],
			[20, { action: 'start' }]
		);
		expect(again.meeting).toMatchObject({
			state: 'in-progress',
			startedAt: 0,
			closedAt: null,
			runningSince: null
		});
		expect(used(again)).toEqual({ a: 10 });
	});

	it('never takes time away when the clock of the machine is set back', () => {
		const meeting = run([100, { action: 'start', itemId: 'a' }], [50, { action: 'pause' }]);
		expect(used(meeting)).toEqual({ a: 0 });
	});
});
