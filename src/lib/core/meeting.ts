// What the clock of a meeting says and takes: the words that the server, which decides it, and the page, which shows it,
// have in common. Times are ISO 8601 in UTC.

/** Draft: the agenda is being made. In progress: the clock is on. Closed: the minutes stand. */
export const MEETING_STATES = ['draft', 'in-progress', 'closed'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Minutes that one item may be given on top of those the agenda says. */
export const EXTRA_MINUTES_MAX = 240;

/** The topic of the notice that the clock changed (core/protocol, P8). */
export const MEETING_TOPIC = 'meeting';

export interface MeetingView {
	state: MeetingState;
	/** The server's time when this was read: browsers whose clocks differ by hours count from here. */
	now: string;
	startedAt: string | null;
	closedAt: string | null;
	ledBy: { id: string; name: string } | null;
	/** The agenda item that is on; `runningSince` null = a break. */
	current: { itemId: string; runningSince: string | null } | null;
	/** Items that had time so far; `usedSeconds` without the stretch that runs now. */
	items: { itemId: string; usedSeconds: number; extraMinutes: number }[];
	/** The meeting that this one follows, where the reader may see it. */
	previous: { id: string; title: string } | null;
}

export type MeetingAction =
	/** Opens the meeting, or opens a closed one again; the first item comes on where one is named. Twice is once. */
	| { action: 'start'; itemId?: string | undefined }
	/** Puts another item on (null = none). `from` is the item that the caller saw: who comes second is refused. */
	| { action: 'go'; from: string | null; itemId: string | null }
	| { action: 'pause' }
	| { action: 'resume' }
	/** The minutes that an item has on top of its own, all told: sent twice, it is given once. */
	| { action: 'extend'; itemId: string; extraMinutes: number }
	| { action: 'close' };
