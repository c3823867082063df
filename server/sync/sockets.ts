// Upgrades and open sockets: accepts, asks the host who it is and what they may do, lets them into the
// room, and asks again when rights change. A refusal is a close code, which a browser can read.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { CLOSE, type CloseCode } from '#lib/core/protocol/close-codes.ts';
import type { SyncLimits } from '#lib/core/protocol/limits.ts';
import type { BusEvents } from '#server/bus.ts';
import type { Log } from '#server/log.ts';
import type { Backlog } from './backlog.ts';
import { Connection } from './connection.ts';
import { eventFrame } from './frames.ts';
import { documentIdOf, HandshakeLimits, refusalOf } from './handshake.ts';
import type { Rooms } from './rooms.ts';
import type { SyncMetrics } from './sync-metrics.ts';
import type { DocumentAccess, SyncActor, SyncHost } from './sync-service.ts';
import type { TurnEnd } from './turn-end.ts';

/** What ws says of frames that it cannot read, in our own words. */
const OWN_CODES: ReadonlyMap<number | undefined, CloseCode> = new Map([
	[1002, CLOSE.malformed],
	[1007, CLOSE.malformed],
	[1009, CLOSE.tooLarge]
]);

class SyncSocket extends WebSocket {
	override close(code?: number, data?: string | Buffer): void {
		super.close(OWN_CODES.get(code) ?? code, data);
	}
}

export interface SocketsSettings {
	origin: string | null;
	host: SyncHost;
	rooms: Rooms;
	turnEnd: TurnEnd;
	limits: SyncLimits;
	metrics: SyncMetrics;
	backlog: Backlog;
	log: Log;
	clock: () => number;
}

type Decision =
	{ code: CloseCode } | { actor: SyncActor; access: Extract<DocumentAccess, { outcome: 'granted' }> };

export class Sockets {
	readonly #settings: SocketsSettings;
	readonly #server: WebSocketServer;
	readonly #handshakes: HandshakeLimits;
	readonly #connections = new Set<Connection>();
	readonly #rechecking = new Map<Connection, boolean>();
	readonly #timer: NodeJS.Timeout;
	/** Grows with every change of rights: a handshake that overlapped with one asks again. */
	#accessEpoch = 0;
	#isClosing = false;

	constructor(settings: SocketsSettings) {
		this.#settings = settings;
		this.#handshakes = new HandshakeLimits(settings.limits);
		settings.metrics.read.outgoingBytes = () => this.#outgoingBytes();
		this.#server = new WebSocketServer({
			noServer: true,
			clientTracking: true,
			perMessageDeflate: false,
			maxPayload: settings.limits.messageBytes,
			WebSocket: SyncSocket
		});
		this.#timer = setInterval(() => this.#check(), settings.limits.pingMilliseconds);
		this.#timer.unref();
	}

	upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
		if (this.#isClosing) {
			stream.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
			return;
		}
		stream.cork(); // what is said first goes along with the answer to the handshake
		this.#server.handleUpgrade(request, stream, head, (socket) => {
			socket.on('error', (error) => this.#countBadFrame(error)); // always followed by 'close'
			socket.pause();
			const address = request.socket.remoteAddress ?? '';
			const code = this.#handshakes.begin(address, this.#settings.clock()) ? null : CLOSE.tooMany;
			if (code !== null) {
				this.#refuse(socket, code);
				return stream.uncork();
			}
			this.#admit(request, stream, socket, address)
				.catch((error: unknown) => {
					this.#settings.log.error({ error: String(error) }, 'sync handshake failed');
					this.#refuse(socket, CLOSE.storageUnavailable);
				})
				.finally(() => {
					this.#handshakes.decided(address);
					stream.uncork();
				});
		});
	}

	/** Open sockets that match every given field ask for their right again. */
	accessChanged(event: BusEvents['access.changed']): void {
		this.#accessEpoch++;
		for (const connection of this.#connections) {
			if (event.userId !== undefined && event.userId !== connection.userId) continue;
			if (event.sessionId !== undefined && event.sessionId !== connection.actor.sessionId) continue;
			if (event.documentId !== undefined && event.documentId !== connection.documentId) continue;
			if (event.projectId !== undefined && event.projectId !== connection.projectId) continue;
			void this.#recheck(connection);
		}
	}

	/** Whoever has the document open, and may know, hears that something about it changed. */
	notify({ documentId, topic, onlyUserIds }: BusEvents['document.notice']): void {
		const frame = eventFrame({ type: 'notice', topic });
		for (const connection of this.#connections) {
			if (connection.documentId !== documentId) continue;
			if (onlyUserIds && !onlyUserIds.includes(connection.userId)) continue;
			connection.send(frame);
		}
	}

	closeAll(documentId: string, code: CloseCode, reason: string): void {
		this.#accessEpoch++;
		for (const connection of this.#connections) {
			if (connection.documentId === documentId) connection.close(code, reason);
		}
	}

	/** The document has another content from now on: whoever has it open must begin anew. */
	reloadAll(documentId: string, generation: number): void {
		this.#accessEpoch++;
		for (const connection of this.#connections) {
			if (connection.documentId === documentId) connection.reload(generation);
		}
	}

	/** Says goodbye to everybody and waits, not for ever. */
	async close(patience: number): Promise<void> {
		this.#isClosing = true;
		clearInterval(this.#timer);
		const open = [...this.#server.clients];
		const allClosed = Promise.all(
			open.map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())))
		);
		for (const connection of this.#connections) connection.close(CLOSE.restarting, 'restarting');
		for (const socket of open) this.#refuse(socket, CLOSE.restarting);
		let timer: NodeJS.Timeout | undefined;
		await Promise.race([allClosed, new Promise((resolve) => (timer = setTimeout(resolve, patience)))]);
		clearTimeout(timer);
		for (const socket of this.#server.clients) socket.terminate();
		this.#server.close();
	}

	#outgoingBytes(): number {
		let bytes = 0;
		for (const connection of this.#connections) bytes += connection.outgoingBytes;
		return bytes;
	}

	async #admit(request: IncomingMessage, stream: Duplex, socket: WebSocket, address: string): Promise<void> {
		const { rooms, turnEnd, limits, metrics, backlog, clock, origin } = this.#settings;
		const timer = setTimeout(
			() => this.#refuse(socket, CLOSE.storageUnavailable),
			limits.handshakeMilliseconds
		);
		try {
			const documentId = documentIdOf(request);
			if (documentId === null) return this.#refuse(socket, CLOSE.notFound);
			const refusal = refusalOf(request, origin);
			if (refusal !== null) return this.#refuse(socket, refusal);
			for (;;) {
				const epoch = this.#accessEpoch;
				const decision = await this.#decide(request, documentId);
				if ('code' in decision) return this.#refuse(socket, decision.code);
				const lease = await rooms.lease(documentId);
				if (!lease) return this.#refuse(socket, CLOSE.notFound);
				if (epoch !== this.#accessEpoch || lease.isDropped()) {
					lease.release();
					continue;
				}
				if (socket.readyState !== WebSocket.OPEN || this.#isClosing) {
					lease.release();
					return this.#refuse(socket, CLOSE.restarting);
				}
				if (lease.room.members.size >= limits.connectionsPerDocument) {
					lease.release();
					return this.#refuse(socket, CLOSE.tooMany);
				}
				const { room } = lease;
				const connection = new Connection({
					socket,
					stream,
					request,
					room,
					limits,
					metrics,
					backlog,
					turnEnd,
					clock,
					...decision
				});
				this.#connections.add(connection);
				this.#handshakes.opened(address);
				metrics.connections.set(this.#connections.size);
				socket.once('close', () => {
					connection.gone();
					lease.release();
					this.#connections.delete(connection);
					this.#handshakes.closed(address);
					metrics.connections.set(this.#connections.size);
				});
				connection.join();
				socket.resume();
				return;
			}
		} finally {
			clearTimeout(timer);
		}
	}

	async #decide(request: IncomingMessage, documentId: string): Promise<Decision> {
		const admission = await this.#settings.host.admit(request, documentId);
		if (admission === null) return { code: CLOSE.unauthenticated };
		const { actor, access } = admission;
		if (access.outcome === 'granted') return { actor, access };
		return { code: access.outcome === 'forbidden' ? CLOSE.forbidden : CLOSE.notFound };
	}

	async #recheck(connection: Connection): Promise<void> {
		// A change while one is being looked at: look again afterwards.
		if (this.#rechecking.has(connection)) {
			this.#rechecking.set(connection, true);
			return;
		}
		connection.setPaused('rights', true);
		try {
			do {
				this.#rechecking.set(connection, false);
				const decision = await this.#decide(connection.request, connection.documentId);
				if ('actor' in decision) connection.grant(decision.access);
				else {
					// Who had the document open knows of it: "no longer" rather than "no such document".
					const isSignedOut = decision.code === CLOSE.unauthenticated;
					connection.revoke(isSignedOut ? CLOSE.unauthenticated : CLOSE.forbidden);
				}
			} while (this.#rechecking.get(connection));
		} catch (error) {
			this.#settings.log.error({ error: String(error) }, 'sync rights could not be checked');
			connection.close(CLOSE.storageUnavailable, 'rights could not be checked');
		} finally {
			this.#rechecking.delete(connection);
			connection.setPaused('rights', false);
		}
	}

	#refuse(socket: WebSocket, code: CloseCode): void {
		if (socket.readyState !== WebSocket.OPEN) return;
		this.#settings.metrics.closed.inc({ code: String(code) });
		socket.resume();
		socket.close(code);
		setTimeout(() => socket.terminate(), 2000).unref();
	}

	/** ws itself closes a socket whose frames it cannot read. */
	#countBadFrame(error: Error & { code?: string }): void {
		if (!error.code?.startsWith('WS_ERR_')) return;
		const isTooLarge = error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
		const { refused, closed } = this.#settings.metrics;
		refused.inc({ reason: isTooLarge ? 'size' : 'malformed' });
		closed.inc({ code: String(isTooLarge ? CLOSE.tooLarge : CLOSE.malformed) });
	}

	#check(): void {
		const now = this.#settings.clock();
		for (const room of this.#settings.rooms.all()) {
			room.rest();
			for (const member of room.expired(now)) {
				if (member instanceof Connection) member.waitedTooLong();
			}
		}
		for (const connection of this.#connections) connection.check(now);
	}
}
