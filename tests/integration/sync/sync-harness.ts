// A sync server behind a real HTTP server, with rights kept in a map, and stock y-websocket clients that
// keep what the server told them. Waiting is for conditions, never for time to pass.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import pino from 'pino';
import { Registry } from 'prom-client';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { SyncLimits } from '#lib/core/protocol/limits.ts';
import { MESSAGE, parseSyncEvent } from '#lib/core/protocol/messages.ts';
import { createBus, type Bus } from '#server/bus.ts';
import { createSyncService, type SyncSettings } from '#server/sync/create-sync-service.ts';
import type { DocumentAccess, SyncService } from '#server/sync/sync-service.ts';

export const EDITOR: DocumentAccess = { outcome: 'granted', role: 'editor', canEdit: true, projectId: 'p' };
export const VIEWER: DocumentAccess = { outcome: 'granted', role: 'viewer', canEdit: false, projectId: 'p' };

export interface TestServer {
	url: string;
	bus: Bus;
	sync: SyncService;
	metrics: Registry;
	/** By user id; who is not named edits. */
	access: Map<string, DocumentAccess | 'signed-out'>;
	stop(): Promise<void>;
}

export interface ServerOptions {
	port?: number;
	origin?: string | null;
	limits?: Partial<SyncLimits>;
	openStore?: SyncSettings['openStore'];
}

/** Who asks is named by the bearer token itself, or by the cookie `user`. */
export async function startServer(dataDir: string, options: ServerOptions = {}): Promise<TestServer> {
	const access: TestServer['access'] = new Map();
	const bus = createBus((error) => {
		throw error;
	});
	const metrics = new Registry();
	const sync = await createSyncService({
		dataDir,
		origin: options.origin ?? null,
		bus,
		log: pino({ level: 'silent' }),
		metrics,
		migrationKey: 'test',
		...(options.limits ? { limits: options.limits } : {}),
		...(options.openStore ? { openStore: options.openStore } : {}),
		host: {
			async admit({ headers }) {
				const userId =
					/^Bearer (\w+)$/.exec(headers.authorization ?? '')?.[1] ??
					/user=(\w+)/.exec(headers.cookie ?? '')?.[1];
				if (userId === undefined || userId === 'nobody') return null;
				const granted = access.get(userId) ?? EDITOR;
				return granted === 'signed-out' ? null : { actor: { userId }, access: granted };
			},
			migrate: async () => false
		}
	});
	const server = createServer();
	server.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head));
	await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `ws://127.0.0.1:${port}/sync`,
		bus,
		sync,
		metrics,
		access,
		async stop() {
			const closed = new Promise((resolve) => server.close(resolve));
			await sync.close();
			server.closeAllConnections();
			await closed;
		}
	};
}

export interface TestClient {
	doc: Y.Doc;
	provider: WebsocketProvider;
	/** The highest count that message 101 named. */
	durable(): number;
	/** Reasons of the messages that refused an update. */
	denied: string[];
	/** Topics of the notices heard, in order. */
	notices: string[];
	/** How the last connection ended. */
	closeCode(): number | null;
	text(): string;
	type(text: string): void;
	stop(): void;
}

export function connect(
	url: string,
	documentId: string,
	userId: string,
	headers: Record<string, string> = { authorization: `Bearer ${userId}` }
): TestClient {
	const doc = new Y.Doc();
	const denied: string[] = [];
	const notices: string[] = [];
	let durable = 0;
	let closeCode: number | null = null;
	class Socket extends WebSocket {
		constructor(address: string) {
			super(address, { headers });
			this.on('message', (data) => {
				const decoder = decoding.createDecoder(new Uint8Array(data as ArrayBuffer));
				const type = decoding.readVarUint(decoder);
				if (type === MESSAGE.durable) durable = Math.max(durable, decoding.readVarUint(decoder));
				if (type === MESSAGE.event) {
					const event = parseSyncEvent(decoding.readVarString(decoder));
					if (event?.type === 'notice') notices.push(event.topic);
				}
				if (type === MESSAGE.auth) {
					decoding.readVarUint(decoder);
					denied.push(decoding.readVarString(decoder));
				}
			});
			// Of a connection that stood: knocking at a closed door says nothing.
			this.on('open', () => this.on('close', (code) => (closeCode = code)));
		}
	}
	const provider = new WebsocketProvider(url, documentId, doc, {
		WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
		disableBc: true,
		maxBackoffTime: 200
	});
	// What only we send is for clients that know it; the stock client would complain on the console.
	for (const type of [MESSAGE.event, MESSAGE.durable]) provider.messageHandlers[type] = () => undefined;
	provider.messageHandlers[MESSAGE.auth] = () => undefined;
	const text = doc.getText('t');
	return {
		doc,
		provider,
		durable: () => durable,
		denied,
		notices,
		closeCode: () => closeCode,
		text: () => text.toString(),
		type: (added) => text.insert(text.length, added),
		stop() {
			provider.destroy();
			doc.destroy();
		}
	};
}

/** A bare socket: resolves with the code that it was closed with. */
export function closeCodeOf(
	url: string,
	headers: Record<string, string>,
	send: readonly Uint8Array[] = []
): Promise<number> {
	return new Promise((resolve, reject) => {
		const socket = new WebSocket(url, { headers });
		socket.on('open', () => {
			for (const message of send) socket.send(message);
		});
		socket.on('close', resolve);
		socket.on('error', reject);
	});
}

/** What a metric of the sync server says now: the first of its values that has these labels. */
export async function countOf(
	server: TestServer,
	metric: string,
	labels: Record<string, string>
): Promise<number> {
	const { values = [] } = (await server.metrics.getSingleMetric(`throughline_sync_${metric}`)?.get()) ?? {};
	const found = values.find((one) =>
		Object.entries(labels).every(([name, value]) => one.labels[name] === value)
	);
	return found?.value ?? 0;
}

export function firstUpdate(): Uint8Array {
	const doc = new Y.Doc();
	doc.getMap('meta').set('kind', 'test');
	return Y.encodeStateAsUpdate(doc);
}
