// Seeded noise against a real server with two people in the document. HOSTILE_CONNECTIONS=20000 looks longer; a failure
// names its seed.

import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { seededRandom } from '#lib/core/clock.ts';
import { verifySyncFiles } from '#server/sync/sync-files.ts';
import { hostileFrames } from './hostile-frames.ts';
import { VIEWER, type TestServer } from './sync-harness.ts';
import { syncSuite, until } from './sync-suite.ts';

const { folder, serve, enter, stopClients, stopServers } = syncSuite();

const CONNECTIONS = Number(process.env['HOSTILE_CONNECTIONS'] ?? 60);
const FRAMES = 12;
/** Everything that a hostile client may be closed with; 1006 = it was cut while it still spoke. */
const CODES = new Set([1005, 1006, 1013, 4400, 4409, 4413, 4429]);

/** Says everything, asks for an answer, and goes; resolves with the close code. */
function attack(url: string, userId: string, seed: number): Promise<number> {
	const frames = hostileFrames(seededRandom(seed), FRAMES);
	return new Promise((resolve) => {
		const socket = new WebSocket(`${url}/notes`, { headers: { authorization: `Bearer ${userId}` } });
		socket.on('error', () => undefined);
		socket.on('close', resolve);
		socket.on('open', () => {
			for (const frame of frames) socket.send(frame, () => undefined);
			socket.close();
		});
	});
}

async function attackAll(server: TestServer, userId: string): Promise<void> {
	for (let seed = 1; seed <= CONNECTIONS; seed++) {
		const code = await attack(server.url, userId, seed);
		expect(CODES, `seed ${seed}`).toContain(code);
	}
}

const LIMITS = { handshakesPerMinute: 1e9 };

it('S9 S16 S18 noise without the right to edit has no effect that anybody sees', async () => {
	const server = await serve({ limits: LIMITS });
	server.access.set('eve', VIEWER);
	const mei = enter(server.url, 'mei');
	const tom = enter(server.url, 'tom');
	mei.type('untouched');
	await until(() => expect([tom.text(), mei.durable()]).toEqual(['untouched', 1]));
	const before = await server.sync.documents.encode('notes');
	await attackAll(server, 'eve');
	expect(await server.sync.documents.encode('notes')).toEqual(before);
	expect(Y.encodeStateAsUpdate(tom.doc)).toEqual(Y.encodeStateAsUpdate(mei.doc));
	expect([mei.closeCode(), tom.closeCode()]).toEqual([null, null]);
	// Its presence is gone with it.
	await until(() => expect(server.sync.documents.connectionCount('notes')).toBe(2));
	await until(() =>
		expect([...tom.provider.awareness.getStates().keys()].sort()).toEqual(
			[mei.doc.clientID, tom.doc.clientID].sort()
		)
	);
});

it('S9 S13 S18 noise with the right to edit harms no replica, no stored byte, and nobody’s text', async () => {
	const server = await serve({ limits: LIMITS });
	const mei = enter(server.url, 'mei');
	const tom = enter(server.url, 'tom');
	await until(() => expect([mei.provider.synced, tom.provider.synced]).toEqual([true, true]));
	const attacking = attackAll(server, 'eve');
	for (let word = 0; word < 50; word++) (word % 2 ? mei : tom).type(`${word} `);
	await attacking;
	await until(() => expect(mei.text().split(' ').sort()).toEqual(tom.text().split(' ').sort()));
	await until(() => expect([mei.durable(), tom.durable()]).toEqual([25, 25]));
	await until(() => expect(Y.encodeStateVector(mei.doc)).toEqual(Y.encodeStateVector(tom.doc)));
	const late = enter(server.url, 'late');
	await until(() => expect(late.provider.synced).toBe(true));
	expect(late.doc.toJSON()).toEqual(mei.doc.toJSON());
	expect(await server.sync.documents.read('notes', (doc) => doc.getText('t').toJSON())).toBe(mei.text());
	const said = mei.text();
	stopClients();
	await stopServers();
	const texts: string[] = [];
	const { findings } = await verifySyncFiles(folder(), (_id, doc) => texts.push(doc.getText('t').toJSON()));
	expect({ findings, texts }).toEqual({ findings: [], texts: [said] });
});
