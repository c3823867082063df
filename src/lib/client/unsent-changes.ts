// Which of this person's changes the server has not confirmed as durable. It counts exactly as message type 101 does:
// the n-th document update that a connection sent is stored once the server has named n or more.
// It is told what happens and decides nothing; the wire is gated-socket.ts, keeping is offline-database.ts.

import type * as Y from 'yjs';

/** Where unconfirmed work of one client id begins. */
export interface UnsentStart {
	clientId: number;
	fromClock: number;
	count: number;
}

export interface UnsentChanges {
	/** Number of local changes that are not known to be durable. */
	readonly count: number;
	/** Where the unconfirmed parts begin: this tab's and those found in the offline copy. */
	readonly starts: readonly UnsentStart[];
	/** Takes over what an earlier visit left unconfirmed in the offline copy. */
	adopt(earlier: readonly UnsentStart[]): void;
	/** This tab changed the document; `clock` is the document's own clock before that change. */
	changed(clockBefore: number, clockAfter: number): void;
	/** A new connection begins: nothing of what older ones sent will be confirmed by it. */
	connectionOpened(): void;
	/** One document update left on this connection. A whole state (step 2) carries all there is, also earlier visits' work. */
	sent(whole: boolean): void;
	/** The server showed that it lacks nothing of this document: all of it is known there. */
	settled(): void;
	/** The server named `n`: the first n updates of this connection are durable. True when anything was news. */
	confirmed(n: number): boolean;
}

interface Mark {
	/** Local changes up to this one were on the wire when the update left. */
	change: number;
	clock: number;
	whole: boolean;
}

export function createUnsentChanges(doc: Y.Doc): UnsentChanges {
	let changes = 0;
	let confirmedChanges = 0;
	let clock = 0;
	/** The first clock of this tab that is unconfirmed; null while there is none. */
	let fromClock: number | null = null;
	let earlier: readonly UnsentStart[] = [];
	let marks: Mark[] = [];
	/** How many updates of this connection are confirmed; `marks` holds only those after. */
	let dropped = 0;

	return {
		get count() {
			return changes - confirmedChanges + earlier.reduce((sum, start) => sum + start.count, 0);
		},
		get starts() {
			if (fromClock === null) return earlier;
			return [...earlier, { clientId: doc.clientID, fromClock, count: changes - confirmedChanges }];
		},
		adopt(found) {
			earlier = found.filter(({ clientId, count }) => clientId !== doc.clientID && count > 0);
		},
		changed(clockBefore, clockAfter) {
			changes += 1;
			fromClock ??= clockBefore;
			clock = clockAfter;
		},
		connectionOpened() {
			marks = [];
			dropped = 0;
		},
		sent(whole) {
			marks.push({ change: changes, clock, whole });
		},
		settled() {
			earlier = [];
			confirmedChanges = changes;
			fromClock = null;
		},
		confirmed(n) {
			const fresh = marks.slice(0, n - dropped);
			const last = fresh.at(-1);
			if (!last) return false;
			marks = marks.slice(fresh.length);
			dropped += fresh.length;
			if (fresh.some(({ whole }) => whole)) earlier = [];
			if (last.change > confirmedChanges) {
				confirmedChanges = last.change;
				fromClock = confirmedChanges === changes ? null : last.clock;
			}
			return true;
		}
	};
}
