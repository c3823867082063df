// Group commit: everything that arrived in one turn of the event loop, in whatever room, becomes one append.
// Nobody sees an update before `append` has returned, and nobody is promised it before it is flushed.

import type { Ticket } from './acknowledgements.ts';
import type { Task, TurnEnd } from './turn-end.ts';
import type { StoreEntry, UpdateStore } from './update-store.ts';

/** Who sent an update and is told what became of it. */
export interface Sender {
	readonly userId: string;
	tellDurable(): void;
	/** What it sent is not stored: it must come back and send it again. */
	failed(): void;
}

export interface Commit<Room> {
	room: Room;
	/** null = nothing to store, but the sender's ticket settles in turn. */
	update: Uint8Array | null;
	sender: Sender | null;
	ticket: Ticket | null;
	/** Who wrote it, where nobody sent it. */
	by?: string;
	/** Called once, with the error when nothing was stored. */
	done?: (error: Error | null) => void;
}

export interface CommittingRoom {
	readonly id: string;
	/** Stored: show these to everybody else. */
	committed(commits: readonly Commit<CommittingRoom>[]): void;
}

export interface CommitObserver {
	onCommit(seconds: number, updates: number): void;
	onFlush(seconds: number): void;
	/** This document has new durable content, written by these as far as is known. */
	onCommitted(documentId: string, writers: readonly string[]): void;
	/** What these rooms believe is stored is not: they must be read anew. */
	onFailure(error: Error, rooms: ReadonlySet<CommittingRoom>): void;
}

/** So many bytes do not wait for the end of the turn: bounds what one turn can hold in memory. */
const BYTES_AT_ONCE = 4 * 1024 * 1024;

export class CommitQueue implements Task {
	readonly #store: UpdateStore;
	readonly #observer: CommitObserver;
	#queue: Commit<CommittingRoom>[] = [];
	#bytes = 0;
	#isScheduled = false;
	readonly #turnEnd: TurnEnd;
	#unsettled = new Set<Promise<void>>();

	constructor(store: UpdateStore, turnEnd: TurnEnd, observer: CommitObserver) {
		this.#store = store;
		this.#turnEnd = turnEnd;
		this.#observer = observer;
	}

	add(commit: Commit<CommittingRoom>): void {
		this.#queue.push(commit);
		this.#bytes += commit.update?.length ?? 0;
		if (this.#bytes > BYTES_AT_ONCE) return this.flush();
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		this.#turnEnd.do('store', this);
	}

	/** The end of the turn. */
	run(): void {
		this.#isScheduled = false;
		this.flush();
	}

	/** Stores what waits, now. */
	flush(): void {
		const commits = this.#queue;
		if (commits.length === 0) return;
		this.#queue = [];
		this.#bytes = 0;
		const entries: StoreEntry[] = [];
		const byRoom = new Map<CommittingRoom, Commit<CommittingRoom>[]>();
		for (const commit of commits) {
			const known = byRoom.get(commit.room);
			if (known) known.push(commit);
			else byRoom.set(commit.room, [commit]);
			if (commit.update) {
				entries.push({ kind: 'update', documentId: commit.room.id, update: commit.update });
			}
		}
		const started = performance.now();
		try {
			if (entries.length > 0) this.#store.append(entries);
		} catch (thrown) {
			return this.#fail(thrown instanceof Error ? thrown : new Error(String(thrown)), commits, byRoom);
		}
		if (entries.length > 0) this.#observer.onCommit((performance.now() - started) / 1000, entries.length);
		for (const [room, list] of byRoom) {
			room.committed(list);
			const written = list.filter(({ update }) => update !== null);
			if (written.length > 0) {
				this.#observer.onCommitted(
					room.id,
					written.flatMap(({ sender, by }) => sender?.userId ?? by ?? [])
				);
			}
		}
		for (const { done } of commits) done?.(null);
		this.#settle(commits);
	}

	/** Resolves when everybody who waits for an acknowledgement has heard. */
	async settled(): Promise<void> {
		await Promise.all(this.#unsettled);
	}

	#settle(commits: readonly Commit<CommittingRoom>[]): void {
		const waiting = commits.filter(({ ticket }) => ticket !== null);
		if (waiting.length === 0) return;
		const started = performance.now();
		const settling = this.#store
			.flush()
			.then(
				() => {
					this.#observer.onFlush((performance.now() - started) / 1000);
					const senders = new Set<Sender>();
					for (const { ticket, sender } of waiting) {
						if (ticket) ticket.isSettled = true;
						if (sender) senders.add(sender);
					}
					for (const sender of senders) sender.tellDurable();
				},
				(error: Error) => {
					this.#observer.onFailure(error, new Set());
					for (const sender of new Set(waiting.map(({ sender }) => sender))) sender?.failed();
				}
			)
			.finally(() => this.#unsettled.delete(settling));
		this.#unsettled.add(settling);
	}

	#fail(
		error: Error,
		commits: readonly Commit<CommittingRoom>[],
		byRoom: ReadonlyMap<CommittingRoom, unknown>
	): void {
		this.#observer.onFailure(error, new Set(byRoom.keys()));
		for (const sender of new Set(commits.map(({ sender }) => sender))) sender?.failed();
		for (const { done } of commits) done?.(error);
	}
}
