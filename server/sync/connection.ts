// One socket in one room: checks size, rate and right of what comes in, bounds what waits to go out.
// Whatever is wrong with a message closes this connection with a code and touches nothing else.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { CLOSE, type CloseCode } from '#lib/core/protocol/close-codes.ts';
import type { SyncLimits } from '#lib/core/protocol/limits.ts';
import { Acknowledgements } from './acknowledgements.ts';
import type { Backlog, Wait, Writer } from './backlog.ts';
import { decodeMessage, deniedFrame, durableFrame, eventFrame, isEmptyUpdate } from './frames.ts';
import type { ClientMessage } from './frames.ts';
import { Outlet } from './outlet.ts';
import type { Member, Room } from './room.ts';
import type { Refusal, SyncMetrics } from './sync-metrics.ts';
import type { DocumentAccess, SyncActor } from './sync-service.ts';
import type { TurnEnd } from './turn-end.ts';
import { readUpdateFacts, type StateVector, type UpdateFacts } from './update-facts.ts';

export type GrantedAccess = Extract<DocumentAccess, { outcome: 'granted' }>;

export interface ConnectionSettings {
	socket: WebSocket;
	stream: Duplex;
	request: IncomingMessage;
	actor: SyncActor;
	access: GrantedAccess;
	room: Room;
	limits: SyncLimits;
	metrics: SyncMetrics;
	backlog: Backlog;
	turnEnd: TurnEnd;
	clock: () => number;
}

/** Why a connection is not read from: its right is in question, or the background work cannot keep up. */
type Pause = 'rights' | Wait;

type Step1 = Extract<ClientMessage, { type: 'step1' }>;

/** How long a socket may take to say goodbye before it is cut. */
const GOODBYE_MILLISECONDS = 2000;

export class Connection implements Member, Writer {
	readonly request: IncomingMessage;
	readonly actor: SyncActor;
	readonly #settings: ConnectionSettings;
	readonly #acknowledgements = new Acknowledgements();
	#access: GrantedAccess;
	#tokens: number;
	#tokensAt: number;
	#isAlive = true;
	#isClosed = false;
	readonly #pauses = new Set<Pause>();
	readonly #outlet: Outlet;
	/** What it has, when it was too slow for more: the rest is asked of the room when all else is taken. */
	#owed: StateVector | null = null;
	/** Bytes of an answer on its way: one document may be larger than what a slow reader is allowed. */
	#answerBytes = 0;
	/** When the other side was last seen to take something of what waits for it, and what it had taken then. */
	#takenAt = 0;
	#taken = 0;

	constructor(settings: ConnectionSettings) {
		this.#settings = settings;
		this.request = settings.request;
		this.actor = settings.actor;
		this.#access = settings.access;
		this.#tokens = settings.limits.messageBurst;
		this.#tokensAt = settings.clock();
		this.#outlet = new Outlet(settings.stream, settings.turnEnd, () => this.#hasRoom());
		settings.socket.on('message', (data, isBinary) => this.#receive(data as Buffer, isBinary));
		settings.socket.on('pong', () => (this.#isAlive = true));
	}

	get userId(): string {
		return this.actor.userId;
	}

	get documentId(): string {
		return this.#settings.room.id;
	}

	get projectId(): string {
		return this.#access.projectId;
	}

	/** Says hello: the right, what the server knows, who is here. */
	join(): void {
		const { room } = this.#settings;
		room.members.add(this);
		const hello = [this.#roleFrame(), room.step1()];
		if (!room.presence.isEmpty) hello.push(room.presence.full());
		this.send(Buffer.concat(hello));
		this.#outlet.run(); // along with the answer to the handshake
	}

	/** Whole frames go to the stream as they are: the socket's own sender would build them anew for each receiver. */
	send(frames: Buffer): void {
		if (!this.#maySend(frames)) return;
		// Only what is no content can come to so much: content waits in the store.
		if (this.#outlet.bytes > this.#settings.limits.bufferedBytesHard + this.#answerBytes) {
			return this.#refuse(CLOSE.tooSlow, 'slow', 'too slow');
		}
		this.#outlet.write(frames);
	}

	sendPresence(frame: Buffer): void {
		// The first thing that a slow reader does without: it hears who is there when it is no longer slow.
		if (!this.isSlow && !this.isOwed) this.send(frame);
	}

	/** Bytes that wait for the other side. */
	get outgoingBytes(): number {
		return this.#outlet.bytes;
	}

	get isSlow(): boolean {
		return this.#outlet.bytes > this.#settings.limits.bufferedBytesSoft;
	}

	get isOwed(): boolean {
		return this.#owed !== null;
	}

	owe(known: StateVector): void {
		this.#owed = known;
	}

	/** What it sent stands on updates that never came. */
	waitedTooLong(): void {
		this.#refuse(CLOSE.storageUnavailable, 'held', 'missing predecessors');
	}

	failed(): void {
		this.close(CLOSE.storageUnavailable, 'could not store');
	}

	tellDurable(): void {
		const count = this.#acknowledgements.take();
		if (count === null) return;
		const frame = durableFrame(count);
		if (this.#maySend(frame)) this.#outlet.writeLate(frame);
	}

	/** Takes a changed right into effect. */
	grant(access: GrantedAccess): void {
		const before = this.#access;
		this.#access = access;
		if (before.role === access.role && before.canEdit === access.canEdit) return;
		this.send(this.#roleFrame());
		// What the client could not send so far is asked for now.
		if (access.canEdit && !before.canEdit) this.send(this.#settings.room.step1());
	}

	revoke(code: CloseCode): void {
		this.send(eventFrame({ type: 'access-revoked' }));
		this.close(code, 'access revoked');
	}

	/** Another content from now on: the copy that this client holds must not come back. */
	reload(generation: number): void {
		this.send(eventFrame({ type: 'reload', generation }));
		this.close(CLOSE.restarting, 'reload');
	}

	/** Stops and resumes reading: nothing is accepted meanwhile. */
	setPaused(reason: Pause, isPaused: boolean): void {
		const { socket, metrics } = this.#settings;
		if (isPaused) {
			if (reason !== 'rights') metrics.slowed.inc({ reason });
			this.#pauses.add(reason);
		} else this.#pauses.delete(reason);
		if (this.#isClosed) return;
		if (this.#pauses.size > 0) socket.pause();
		else if (socket.isPaused) {
			this.#isAlive = true; // what it said meanwhile was not heard
			socket.resume();
		}
	}

	close(code: CloseCode, reason: string): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		const { socket, room, metrics, backlog } = this.#settings;
		room.leave(this);
		room.outrun?.forget(this);
		backlog.forget(this);
		metrics.closed.inc({ code: String(code) });
		this.#outlet.end();
		socket.resume(); // a paused socket would not hear the other side's goodbye
		socket.close(code, reason);
		setTimeout(() => socket.terminate(), GOODBYE_MILLISECONDS).unref();
	}

	/** The socket is gone, for whatever reason. */
	gone(): void {
		this.#isClosed = true;
		this.#outlet.end();
		const { room, backlog } = this.#settings;
		room.leave(this);
		room.outrun?.forget(this);
		backlog.forget(this);
	}

	/** Called every ping interval. */
	check(now: number): void {
		const { socket, limits } = this.#settings;
		if (!this.#outlet.isBlocked || this.#outlet.taken !== this.#taken) {
			this.#taken = this.#outlet.taken;
			this.#takenAt = now;
		} else if (now - this.#takenAt > limits.bufferedMilliseconds) {
			return this.#refuse(CLOSE.tooSlow, 'slow', 'takes nothing');
		}
		if (this.#outlet.isBlocked) return; // a ping would have to wait its turn
		if (this.#pauses.size > 0) return; // what it answers would not be heard
		if (!this.#isAlive) return socket.terminate();
		this.#isAlive = false;
		socket.ping();
	}

	#receive(data: Buffer, isBinary: boolean): void {
		if (this.#isClosed) return;
		const { room, metrics } = this.#settings;
		this.#isAlive = true;
		metrics.traffic.messagesReceived++;
		metrics.traffic.bytesReceived += data.length;
		if (!isBinary) return this.#refuse(CLOSE.malformed, 'malformed', 'binary messages only');
		if (!this.#isWithinRate()) return this.#refuse(CLOSE.tooMany, 'rate', 'too many messages');
		let message: ClientMessage;
		try {
			message = decodeMessage(data);
		} catch {
			return this.#refuse(CLOSE.malformed, 'malformed', 'malformed message');
		}
		if (message.type === 'update') this.#receiveUpdate(message.update, message.isStep2);
		else if (message.type === 'step1') this.#answer(message);
		else if (message.type === 'presence') this.#receivePresence(message);
		// Answered even when nobody is here: a stock client takes silence for a dead line.
		else this.sendPresence(room.presence.full());
	}

	#receiveUpdate(update: Uint8Array, isStep2: boolean): void {
		const { room, metrics, backlog, clock } = this.#settings;
		if (isEmptyUpdate(update)) {
			// An empty step 2 says "you lack nothing" and is not counted (P2); an empty update is.
			if (!isStep2) room.settle(this, this.#acknowledgements.open());
			return;
		}
		if (room.repeats(update)) {
			metrics.updates.known++;
			return room.settle(this, this.#acknowledgements.open());
		}
		let facts: UpdateFacts;
		try {
			facts = readUpdateFacts(update);
		} catch {
			metrics.updates.malformed++;
			return this.#refuse(CLOSE.malformed, 'malformed', 'malformed update');
		}
		const ticket = this.#acknowledgements.open();
		try {
			if (!this.#access.canEdit) {
				if (!room.knows(update, facts)) {
					metrics.updates.denied++;
					this.send(deniedFrame('read-only'));
				}
				return room.settle(this, ticket);
			}
			const verdict = room.receive(update, facts, this, ticket, clock());
			metrics.updates[verdict]++;
			if (verdict === 'stored') {
				backlog.wrote(this);
				room.outrun?.wrote(this);
			} else if (verdict === 'too-large') this.#refuse(CLOSE.tooLarge, 'size', 'the document is full');
			else if (verdict === 'outrun') {
				this.#refuse(CLOSE.storageUnavailable, 'outrun', 'faster than it can be compacted');
			} else if (verdict === 'too-many-held') {
				this.#refuse(CLOSE.storageUnavailable, 'held', 'missing predecessors');
			} else if (verdict === 'outdated') {
				this.send(deniedFrame('outdated'));
				this.#refuse(CLOSE.clientTooOld, 'outdated', 'the content was replaced');
			}
		} catch {
			this.close(CLOSE.storageUnavailable, 'the document cannot be read');
		}
	}

	#answer({ known, stateVector }: Pick<Step1, 'known' | 'stateVector'>): void {
		// Who is behind, or asks again before it has taken an answer, is answered when there is room for it.
		if (this.isSlow || this.isOwed) return this.owe(known);
		let frames: Buffer[];
		try {
			frames = this.#settings.room.answer(known, stateVector);
		} catch {
			return this.close(CLOSE.storageUnavailable, 'the document cannot be read');
		}
		for (const frame of frames) {
			this.#answerBytes += frame.length;
			if (this.#maySend(frame)) this.#outlet.write(frame);
		}
	}

	/** All was taken: who was behind gets what it missed, as who comes back does. */
	#hasRoom(): void {
		this.#answerBytes = 0;
		const { room, metrics } = this.#settings;
		const known = this.#owed;
		if (known === null || this.#isClosed) return;
		this.#owed = null;
		metrics.catchUps.inc();
		this.#answer({ known, stateVector: Y.encodeStateVector(known) });
		this.send(room.presence.full());
	}

	#maySend(frames: Buffer): boolean {
		const { socket, metrics } = this.#settings;
		if (this.#isClosed || socket.readyState !== socket.OPEN) return false;
		metrics.traffic.messagesSent++;
		metrics.traffic.bytesSent += frames.length;
		return true;
	}

	#receivePresence({ states }: Extract<ClientMessage, { type: 'presence' }>): void {
		const { room, limits } = this.#settings;
		if (states.some(({ json }) => (json?.length ?? 0) > limits.awarenessBytes)) {
			return this.#refuse(CLOSE.tooLarge, 'awareness', 'awareness state too large');
		}
		if (!room.presence.receive(this, states, limits.awarenessClientsPerConnection)) {
			this.#refuse(CLOSE.malformed, 'awareness', 'too many awareness clients');
		}
	}

	#refuse(code: CloseCode, reason: Refusal, text: string): void {
		if (!this.#isClosed) this.#settings.metrics.refused.inc({ reason });
		this.close(code, text);
	}

	#roleFrame(): Buffer {
		const { role, canEdit } = this.#access;
		return eventFrame({ type: 'role', role, canEdit, generation: this.#settings.room.generation });
	}

	#isWithinRate(): boolean {
		const { limits, clock } = this.#settings;
		const now = clock();
		const earned = (Math.max(0, now - this.#tokensAt) / 1000) * limits.messagesPerSecond;
		this.#tokens = Math.min(limits.messageBurst, this.#tokens + earned) - 1;
		this.#tokensAt = now;
		return this.#tokens >= 0;
	}
}
