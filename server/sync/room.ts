// One open document: what is known of it (a state vector and its deletions, no Y.Doc), who is connected,
// which updates wait for missing predecessors. Decides what an update is worth; stores through the queue.

import * as Y from 'yjs';
import type { Ticket } from './acknowledgements.ts';
import { Backlog } from './backlog.ts';
import { ClockRanges } from './clock-ranges.ts';
import type { Commit, CommitQueue, CommittingRoom, Sender } from './commit-queue.ts';
import { MINIMUM_LOG_BYTES } from './compaction.ts';
import { step1Frame } from './frames.ts';
import { HeldUpdates } from './held-updates.ts';
import { Presence, type PresenceOwner } from './presence.ts';
import { mergedFrames, StoredAnswer } from './stored-answer.ts';
import type { TurnEnd } from './turn-end.ts';
import { advance, isKnown, isOfAnotherHistory, leavesHole, readUpdateFacts } from './update-facts.ts';
import type { StateVector, UpdateFacts } from './update-facts.ts';
import type { StoredDocument, UpdateStore } from './update-store.ts';

export interface Member extends Sender, PresenceOwner {
	/** One or more whole WebSocket frames. */
	send(frames: Buffer): void;
	/** So much waits for it that it gets no more content for now. */
	readonly isSlow: boolean;
	/** It is owed everything since a state: it asks for it when it has room, and is sent no content until then. */
	readonly isOwed: boolean;
	owe(known: StateVector): void;
}

export type Verdict = 'stored' | 'known' | 'held' | 'outdated' | 'too-large' | 'outrun' | 'too-many-held';

export interface RoomLimits {
	documentBytes: number;
	heldBytes: number;
	heldMilliseconds: number;
}

/** A log longer than this share of what a document may hold waits for a snapshot before more is read. */
const LOG_SHARE = 1 / 4;

/** A tail that grows beyond this while the room is open is read from the store when it is needed. */
const TAIL_BYTES = 512 * 1024;

export class Room implements CommittingRoom {
	readonly id: string;
	readonly generation: number;
	readonly members = new Set<Member>();
	readonly presence: Presence;
	readonly #store: UpdateStore;
	readonly #queue: CommitQueue;
	readonly #limits: RoomLimits;
	readonly #retired: StateVector | null;
	readonly #held = new HeldUpdates<Member>();
	/** Slows down who writes faster than the log can be compacted; null = nobody ever did. */
	outrun: Backlog | null = null;
	#known: StateVector = new Map();
	#answer: StoredAnswer | null = null;
	#deleted: ClockRanges | null = null;
	/** The last update that repeated what is known: most who come back repeat the same deletions. */
	#repetition: Uint8Array | null = null;
	#bytes = 0;
	/** Of these, at most: what is not in a snapshot yet. */
	#logBytes = 0;
	#tailBytes = 0;
	#wasAsked = true;

	constructor(
		id: string,
		stored: StoredDocument,
		store: UpdateStore,
		queue: CommitQueue,
		turnEnd: TurnEnd,
		limits: RoomLimits
	) {
		this.id = id;
		this.presence = new Presence(this.members, turnEnd);
		this.generation = stored.generation;
		this.#store = store;
		this.#queue = queue;
		this.#limits = limits;
		this.#retired = stored.retired && Y.decodeStateVector(stored.retired);
		this.#learn(stored);
	}

	/** What is stored is not what this room believed: believes it anew. Throws where it cannot be read. */
	reread(): void {
		this.forgetStored();
		this.#learn(this.#current().stored);
	}

	/** A new snapshot exists: what is kept here is more than needed. */
	compacted(): void {
		this.forgetStored();
		if (this.outrun?.isFull) this.#measureLog(this.outrun);
	}

	forgetStored(): void {
		this.#answer = null;
		this.#tailBytes = 0;
	}

	/** Called now and then: what nobody has asked for since the last time leaves memory. */
	rest(): void {
		// Nobody waits for ever for a snapshot that cannot be made.
		this.outrun?.measure(0);
		if (!this.#wasAsked) {
			this.forgetStored();
			this.#deleted = null;
			this.#repetition = null;
		}
		this.#wasAsked = false;
	}

	/** Everything that was ever seen of this document, as a state vector: also of its former generations. */
	seen(): Uint8Array {
		const seen = new Map(this.#retired ?? []);
		for (const [client, clock] of this.#known) if (clock > (seen.get(client) ?? 0)) seen.set(client, clock);
		return Y.encodeStateVector(seen);
	}

	/** True when the update is the one that last turned out to be known: it need not be taken apart again. */
	repeats(update: Uint8Array): boolean {
		return this.#repetition !== null && Buffer.compare(this.#repetition, update) === 0;
	}

	/** True when storing the update would change nothing. */
	knows(update: Uint8Array, facts: UpdateFacts): boolean {
		if (!isKnown(facts, this.#known, () => this.#deletions())) return false;
		if (facts.deletions.length > 0) this.#repetition = update;
		return true;
	}

	/** `facts` are those of `update`: whoever reads them has refused what is malformed. */
	receive(update: Uint8Array, facts: UpdateFacts, sender: Member, ticket: Ticket, now: number): Verdict {
		if (this.knows(update, facts)) {
			this.settle(sender, ticket);
			return 'known';
		}
		if (this.#retired && isOfAnotherHistory(facts, this.#retired)) return 'outdated';
		if (!this.#hasSpaceFor(update)) return this.#isLogLong() ? 'outrun' : 'too-large';
		if (leavesHole(facts, this.#known)) {
			// One question is enough: its answer brings everything that is missing.
			if (!this.#held.isWaiting(sender)) sender.send(this.step1());
			const until = now + this.#limits.heldMilliseconds;
			const held = this.#held.add({ update, facts, sender, ticket, until }, this.#limits.heldBytes);
			return held ? 'held' : 'too-many-held';
		}
		this.#accept(update, facts, { sender, ticket });
		this.#releaseHeld();
		this.#watchLog();
		return 'stored';
	}

	/** An update of the server itself, `by` whoever it acts for; `done` hears when it is stored. */
	write(update: Uint8Array, done: (error: Error | null) => void, by?: string): void {
		const who = by === undefined ? {} : { by };
		this.#accept(update, readUpdateFacts(update), { sender: null, ticket: null, done, ...who });
		this.#releaseHeld();
	}

	/** Counts an update that stores nothing, after those that were sent before it. */
	settle(sender: Member, ticket: Ticket): void {
		this.#queue.add({ room: this, update: null, sender, ticket });
	}

	/** What a client lacks that knows `known`: any number of updates, a step 2 last. */
	answer(known: StateVector, stateVector: Uint8Array): Buffer[] {
		return this.#current().frames(known, stateVector);
	}

	step1(): Buffer {
		return step1Frame(this.#known);
	}

	leave(member: Member): void {
		this.members.delete(member);
		if (!this.#held.isEmpty) this.#held.forget(member);
		this.presence.leave(member);
	}

	/** Who waited too long for what their updates stand on. */
	expired(now: number): Member[] {
		return this.#held.expired(now);
	}

	committed(commits: readonly Commit<CommittingRoom>[]): void {
		const updates: Uint8Array[] = [];
		let only: Sender | null | undefined;
		for (const { update, sender } of commits) {
			if (update === null) continue;
			updates.push(update);
			if (only === undefined) only = sender;
			else if (only !== sender) only = null;
			this.#tailBytes += update.length;
		}
		if (updates.length === 0) return;
		if (this.#tailBytes > TAIL_BYTES) this.forgetStored();
		else this.#answer?.stored.tail.push(...updates);
		if (this.members.size === 0 || (this.members.size === 1 && this.members.has(only as Member))) return;
		const frames = mergedFrames(updates);
		let before: StateVector | undefined;
		for (const member of this.members) {
			if (member === only || member.isOwed) continue;
			if (member.isSlow) member.owe((before ??= this.#knownBefore(updates)));
			else member.send(frames);
		}
	}

	/** What was known before these updates, which are the last that were accepted. */
	#knownBefore(updates: readonly Uint8Array[]): StateVector {
		const before = new Map(this.#known);
		for (const update of updates) {
			for (const { client, start } of readUpdateFacts(update).runs) {
				if (start < (before.get(client) ?? 0)) before.set(client, start);
			}
		}
		return before;
	}

	#accept(
		update: Uint8Array,
		facts: UpdateFacts,
		rest: Pick<Commit<CommittingRoom>, 'sender' | 'ticket' | 'done' | 'by'>
	): void {
		advance(this.#known, facts);
		for (const { client, clock, length } of facts.deletions) this.#deleted?.add(client, clock, length);
		this.#bytes += update.length;
		this.#logBytes += update.length;
		this.#queue.add({ room: this, update, ...rest });
	}

	#releaseHeld(): void {
		if (this.#held.isEmpty) return;
		this.#held.release(this.#known, ({ update, facts, sender, ticket }) =>
			this.#accept(update, facts, { sender, ticket })
		);
	}

	#watchLog(): void {
		const limit = this.#limits.documentBytes * LOG_SHARE;
		if (this.#logBytes <= limit || this.outrun?.isFull) return;
		this.#recount(); // it may have been compacted since
		if (this.#logBytes > limit) this.#measureLog((this.outrun ??= new Backlog(limit, 'compaction')));
	}

	#measureLog(outrun: Backlog): void {
		this.#current();
		outrun.measure(this.#logBytes);
		if (outrun.isFull) this.#store.compact(this.id);
	}

	/** The document may be full of what a snapshot would drop; a short log holds next to nothing of that. */
	#isLogLong(): boolean {
		if (this.#logBytes < MINIMUM_LOG_BYTES) return false;
		this.#store.compact(this.id);
		return true;
	}

	#hasSpaceFor(update: Uint8Array): boolean {
		const { documentBytes } = this.#limits;
		if (this.#bytes + update.length <= documentBytes) return true;
		this.#recount(); // a compaction since may have made it smaller
		return this.#bytes + update.length <= documentBytes;
	}

	/** What still waits to be stored counts. */
	#recount(): void {
		this.#queue.flush();
		this.forgetStored();
		this.#current();
	}

	/** What is stored now. */
	#current(): StoredAnswer {
		this.#wasAsked = true;
		if (this.#answer) return this.#answer;
		const stored = this.#store.load(this.id);
		if (!stored) throw new Error('the document is gone');
		return this.#keep(stored);
	}

	#keep(stored: StoredDocument): StoredAnswer {
		this.#tailBytes = stored.tail.reduce((sum, { length }) => sum + length, 0);
		this.#logBytes = this.#tailBytes;
		this.#bytes = (stored.snapshot?.length ?? 0) + this.#logBytes;
		return (this.#answer = new StoredAnswer(stored));
	}

	#learn(stored: StoredDocument): void {
		this.#known = stored.stateVector ? Y.decodeStateVector(stored.stateVector) : new Map();
		this.#deleted = null;
		this.#repetition = null;
		for (const update of stored.tail) advance(this.#known, readUpdateFacts(update));
		this.#keep(stored);
	}

	#deletions(): ClockRanges {
		if (this.#deleted) return this.#deleted;
		const ranges = new ClockRanges();
		const { deletions, tail } = this.#current().stored;
		for (const update of deletions ? [deletions, ...tail] : tail) {
			for (const range of readUpdateFacts(update).deletions)
				ranges.add(range.client, range.clock, range.length);
		}
		return (this.#deleted = ranges);
	}
}
