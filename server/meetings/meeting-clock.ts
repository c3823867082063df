// What an action makes of a meeting's clock: a pure step from one stored state to the next. Time is the server's alone.

import { AppError } from '#lib/core/errors.ts';
import type { MeetingAction } from '#lib/core/meeting.ts';
import type { StoredMeeting } from '#server/database/repositories/meetings.ts';
import type { MeetingItemRow } from '#server/database/schema/tables.ts';

/** `now` in milliseconds. Throws AppError('conflict') where the meeting stands otherwise than the action needs. */
export function step(
	stored: StoredMeeting,
	action: MeetingAction,
	{ now, userId }: { now: number; userId: string }
): StoredMeeting {
	const { meeting } = stored;
	switch (action.action) {
		case 'start': {
			if (meeting.state === 'in-progress') return stored;
			const itemId = action.itemId ?? meeting.itemId;
			return changed(stored, {
				state: 'in-progress',
				startedAt: meeting.startedAt ?? now,
				closedAt: null,
				ledBy: userId,
				itemId,
				runningSince: itemId === null ? null : now
			});
		}
		case 'go': {
			requireOpen(stored);
			if (action.from !== meeting.itemId) throw new AppError('conflict', { current: meeting.itemId ?? '' });
			return changed(book(stored, now), {
				itemId: action.itemId,
				ledBy: userId,
				runningSince: action.itemId === null ? null : now
			});
		}
		case 'pause':
			requireOpen(stored);
			return changed(book(stored, now), { runningSince: null });
		case 'resume':
			requireOpen(stored);
			if (meeting.itemId === null || meeting.runningSince !== null) return stored;
			return changed(stored, { runningSince: now });
		case 'extend': {
			requireOpen(stored);
			const item = itemOf(stored, action.itemId);
			return withItem(stored, { ...item, extraMinutes: action.extraMinutes });
		}
		case 'close':
			if (meeting.state === 'closed') return stored;
			requireOpen(stored);
			return changed(book(stored, now), {
				state: 'closed',
				closedAt: now,
				itemId: null,
				runningSince: null
			});
	}
}

function requireOpen({ meeting }: StoredMeeting): void {
	if (meeting.state !== 'in-progress') throw new AppError('conflict', { state: meeting.state });
}

/** Writes the stretch that runs now to its item. A clock set back counts as no time. */
function book(stored: StoredMeeting, now: number): StoredMeeting {
	const { itemId, runningSince } = stored.meeting;
	if (itemId === null || runningSince === null) return stored;
	const item = itemOf(stored, itemId);
	return withItem(stored, { ...item, usedMs: item.usedMs + Math.max(0, now - runningSince) });
}

function itemOf({ meeting: { documentId }, items }: StoredMeeting, itemId: string): MeetingItemRow {
	return items.find((item) => item.itemId === itemId) ?? { documentId, itemId, usedMs: 0, extraMinutes: 0 };
}

function withItem(stored: StoredMeeting, item: MeetingItemRow): StoredMeeting {
	const others = stored.items.filter(({ itemId }) => itemId !== item.itemId);
	return { ...stored, items: [...others, item] };
}

function changed(stored: StoredMeeting, changes: Partial<StoredMeeting['meeting']>): StoredMeeting {
	return { ...stored, meeting: { ...stored.meeting, ...changes } };
}
