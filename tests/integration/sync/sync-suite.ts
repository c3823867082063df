// What every test of the sync server starts with: a folder of its own, servers on it, clients that are gone afterwards.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, vi } from 'vitest';
import { connect, firstUpdate, startServer } from './sync-harness.ts';
import type { ServerOptions, TestClient, TestServer } from './sync-harness.ts';

export interface SyncSuite {
	folder(): string;
	/** A server; in a folder where none was before, with the document `notes`. */
	serve(options?: ServerOptions): Promise<TestServer>;
	enter(url: string, userId: string, documentId?: string): TestClient;
	stopClients(): void;
	stopServers(): Promise<void>;
}

/** Call it once at the top of a test file. */
export function syncSuite(): SyncSuite {
	let folder: string;
	const servers: TestServer[] = [];
	const clients: TestClient[] = [];

	const stopClients = (): void => {
		for (const client of clients.splice(0)) client.stop();
	};
	const stopServers = async (): Promise<void> => {
		for (const server of servers.splice(0)) await server.stop();
	};

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'throughline-sync-'));
	});
	afterEach(async () => {
		stopClients();
		await stopServers();
		rmSync(folder, { recursive: true, force: true });
	});

	return {
		folder: () => folder,
		async serve(options = {}) {
			const isNew = readdirSync(folder).length === 0;
			const server = await startServer(folder, options);
			servers.push(server);
			if (isNew) await server.sync.documents.create('notes', firstUpdate());
			return server;
		},
		enter(url, userId, documentId = 'notes') {
			const client = connect(url, documentId, userId);
			clients.push(client);
			return client;
		},
		stopClients,
		stopServers
	};
}

export const until = (condition: () => void | Promise<void>): Promise<void> =>
	vi.waitFor(condition, { timeout: 20_000, interval: 5 });

/** A message: numbers as varUints, bytes with their length before them, texts likewise. */
export function message(...parts: (number | string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
	const encoder = encoding.createEncoder();
	for (const part of parts) {
		if (typeof part === 'number') encoding.writeVarUint(encoder, part);
		else if (typeof part === 'string') encoding.writeVarString(encoder, part);
		else encoding.writeVarUint8Array(encoder, part);
	}
	return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>;
}
