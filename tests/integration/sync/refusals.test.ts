// Everything that the sync server refuses, with the close code and the metric that each refusal has.

import { connect as connectTcp, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { SyncLimits } from '#lib/core/protocol/limits.ts';
import { closeCodeOf, countOf, type TestClient, type TestServer } from './sync-harness.ts';
import { message, syncSuite, until } from './sync-suite.ts';

const { serve, enter } = syncSuite();

const EVE = { authorization: 'Bearer eve' };
const NOTHING = Uint8Array.of(0);

/** Updates of one author, each adding `size` characters. */
function typing(count: number, size = 1): Uint8Array[] {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let index = 0; index < count; index++) doc.getText('t').insert(0, 'x'.repeat(size));
	return updates;
}

/** An update that holds one value, nested so deep. */
function nested(depth: number): Uint8Array {
	const doc = new Y.Doc();
	doc.getArray('a').insert(0, [1]);
	const flat = Y.encodeStateAsUpdate(doc);
	// The value 1 is written as 125, 1; an array of one as 117, 1 before its only element.
	const at = flat.lastIndexOf(125);
	const deep = Array.from({ length: depth }, () => [117, 1]).flat();
	return Uint8Array.from([...flat.slice(0, at), ...deep, ...flat.slice(at)]);
}

interface Case {
	rule: string;
	what: string;
	limits?: Partial<SyncLimits>;
	send: () => Uint8Array[];
	code: number;
	reason: string;
}

const cases: Case[] = [
	{ rule: 'S18', what: 'nothing at all', send: () => [Uint8Array.of()], code: 4400, reason: 'malformed' },
	{
		rule: 'S18',
		what: 'a message of an unknown type',
		send: () => [message(9)],
		code: 4400,
		reason: 'malformed'
	},
	{
		rule: 'S18',
		what: 'what only a server says',
		send: () => [message(101, 5)],
		code: 4400,
		reason: 'malformed'
	},
	{
		rule: 'S18',
		what: 'an unknown step of the handshake',
		send: () => [message(0, 7, NOTHING)],
		code: 4400,
		reason: 'malformed'
	},
	{
		rule: 'S18',
		what: 'a state vector that ends in the middle',
		send: () => [message(0, 0, Uint8Array.of(9, 255))],
		code: 4400,
		reason: 'malformed'
	},
	{
		rule: 'S18',
		what: 'a message that says it is longer than it is',
		send: () => [Uint8Array.of(0, 2, 200, 1, 0)],
		code: 4400,
		reason: 'malformed'
	},
	{
		rule: 'S9',
		what: 'an update that is noise',
		send: () => [message(0, 2, Uint8Array.of(1, 2, 3, 255, 255))],
		code: 4400,
		reason: 'malformed'
	},
	{
		rule: 'S9',
		what: 'a value nested deeper than anything that is written by hand',
		send: () => [message(0, 2, nested(3000))],
		code: 4400,
		reason: 'malformed'
	},
	{
		rule: 'S18',
		what: 'a presence that is not JSON',
		send: () => [message(1, message(1, 5, 1, '{broken'))],
		code: 4400,
		reason: 'malformed'
	},
	{
		rule: 'S18',
		what: 'a presence of impossibly many',
		send: () => [message(1, message(2 ** 40, 5, 1, '{}'))],
		code: 4400,
		reason: 'malformed'
	},
	{
		rule: 'S19',
		what: 'a presence that is too large',
		limits: { awarenessBytes: 100 },
		send: () => [message(1, message(1, 5, 1, JSON.stringify('x'.repeat(100))))],
		code: 4413,
		reason: 'awareness'
	},
	{
		rule: 'S19',
		what: 'a crowd behind one socket',
		limits: { awarenessClientsPerConnection: 2 },
		send: () => [1, 2, 3].map((client) => message(1, message(1, client, 1, '{}'))),
		code: 4400,
		reason: 'awareness'
	},
	{
		rule: 'S19',
		what: 'more messages than anybody types',
		limits: { messageBurst: 50, messagesPerSecond: 1 },
		send: () => Array.from({ length: 60 }, () => message(3)),
		code: 4429,
		reason: 'rate'
	},
	{
		rule: 'S19',
		what: 'an update that fills the document beyond its bound',
		limits: { documentBytes: 1000 },
		send: () => typing(3, 500).map((update) => message(0, 2, update)),
		code: 4413,
		reason: 'size'
	},
	{
		rule: 'S18',
		what: 'a state vector longer than any document has',
		send: () => [message(0, 0, new Uint8Array(2_000_000))],
		code: 4400,
		reason: 'malformed'
	},
	{
		rule: 'S10',
		what: 'more that hangs in the air than is held',
		limits: { heldBytes: 1000 },
		send: () =>
			typing(5, 400)
				.slice(1)
				.map((update) => message(0, 2, update)),
		code: 1013,
		reason: 'held'
	}
];

describe('refused with its code and its metric, and without an effect on others:', () => {
	it.each(cases)('$rule $what', async ({ limits = {}, send, code, reason }) => {
		const server = await serve({ limits });
		const mei = enter(server.url, 'mei');
		await until(() => expect(mei.provider.synced).toBe(true));
		expect(await closeCodeOf(`${server.url}/notes`, EVE, send())).toBe(code);
		expect(await countOf(server, 'refused_total', { reason })).toBe(1);
		expect(await countOf(server, 'closed_total', { code: String(code) })).toBe(1);
		expect(mei.provider.wsconnected).toBe(true);
		expect(server.sync.documents.connectionCount('notes')).toBe(1);
		expect(() => mei.doc.toJSON()).not.toThrow();
	});

	it('S18 a message of text', async () => {
		const server = await serve();
		const code = await new Promise((resolve) => {
			const socket = new WebSocket(`${server.url}/notes`, { headers: EVE });
			socket.on('open', () => socket.send('hello'));
			socket.on('close', resolve);
		});
		expect(code).toBe(4400);
		expect(await countOf(server, 'refused_total', { reason: 'malformed' })).toBe(1);
	});

	it('S19 a message larger than any is', async () => {
		const server = await serve({ limits: { messageBytes: 10_000 } });
		expect(await closeCodeOf(`${server.url}/notes`, EVE, [new Uint8Array(20_000)])).toBe(4413);
		expect(await countOf(server, 'refused_total', { reason: 'size' })).toBe(1);
		expect(await countOf(server, 'closed_total', { code: '4413' })).toBe(1);
	});

	it('S18 bytes that are no frame of a WebSocket', async () => {
		const server = await serve();
		const socket = rawSocket(server);
		await new Promise((resolve) => socket.once('data', resolve));
		socket.write(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff));
		const said: Buffer[] = [];
		socket.on('data', (data) => said.push(data));
		await new Promise((resolve) => socket.once('close', resolve));
		expect(Buffer.concat(said).includes(Buffer.of(0x88, 0x02, 4400 >> 8, 4400 & 255))).toBe(true);
		expect(await countOf(server, 'closed_total', { code: '4400' })).toBe(1);
	});

	it('S19 too many people in one document, too many sockets of one address, too many at the door', async () => {
		const full = await serve({ limits: { connectionsPerDocument: 1 } });
		const mei = enter(full.url, 'mei');
		await until(() => expect(mei.provider.synced).toBe(true));
		expect(await closeCodeOf(`${full.url}/notes`, EVE)).toBe(4429);
		expect(await countOf(full, 'closed_total', { code: '4429' })).toBe(1);
		expect(mei.provider.wsconnected).toBe(true);
	});

	it.each([
		['of one address', { connectionsPerAddress: 1 }],
		['at the door within a minute', { handshakesPerMinute: 1 }]
	])('S19 too many sockets %s', async (_what, limits) => {
		const server = await serve({ limits });
		const mei = enter(server.url, 'mei');
		await until(() => expect(mei.provider.synced).toBe(true));
		expect(await closeCodeOf(`${server.url}/notes`, EVE)).toBe(4429);
		expect(mei.provider.wsconnected).toBe(true);
	});

	it('S10 what waited too long for what it stands on', async () => {
		const server = await serve({ limits: { heldMilliseconds: -1, pingMilliseconds: 50 } });
		const [, second] = typing(2) as [Uint8Array, Uint8Array];
		expect(await closeCodeOf(`${server.url}/notes`, EVE, [message(0, 2, second)])).toBe(1013);
		expect(await countOf(server, 'refused_total', { reason: 'held' })).toBe(1);
	});
});

/** A socket that says hello by hand and then does only what the test makes it do. */
function rawSocket(server: TestServer): Socket {
	const { port, host } = new URL(server.url);
	const socket = connectTcp(Number(port), '127.0.0.1');
	socket.on('error', () => undefined);
	socket.write(
		`GET /sync/notes HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
			`Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n` +
			'Authorization: Bearer eve\r\n\r\n'
	);
	return socket;
}

describe('who does not take part', () => {
	it('S20 is not waited for: a reader that stops reading holds little, and has all of it when it reads again', async () => {
		const soft = 300_000;
		const server = await serve({ limits: { bufferedBytesSoft: soft } });
		const outgoing = () => countOf(server, 'outgoing_bytes', {});
		const [mei, tom, deaf] = ['mei', 'tom', 'eve'].map((name) => enter(server.url, name)) as [
			TestClient,
			TestClient,
			TestClient
		];
		await until(() => expect([mei, tom, deaf].every(({ provider }) => provider.synced)).toBe(true));
		const line = deaf.provider.ws as unknown as WebSocket;
		line.pause();
		const values = (client: TestClient) => client.doc.getMap('m').get('one');
		let written = 0;
		const write = async (): Promise<void> => {
			mei.doc.getMap('m').set('one', `${written++}`.padEnd(100_000));
			await until(() => expect(values(tom)).toBe(values(mei)));
		};
		// The system holds some megabytes for it before the server must.
		while ((await outgoing()) <= soft) await write();
		const most: number[] = [];
		for (let more = 0; more < 100; more++) {
			await write();
			most.push(await outgoing());
		}
		// The bound, and the frame that passed it.
		expect(Math.max(...most)).toBeLessThan(soft + 110_000);
		expect(server.sync.documents.connectionCount('notes')).toBe(3);
		expect(values(deaf)).not.toBe(values(mei));
		line.resume();
		await until(() => expect(values(deaf)).toBe(values(mei)));
		expect(await countOf(server, 'catch_ups_total', {})).toBeGreaterThan(0);
		await until(async () => expect(await outgoing()).toBe(0));
		deaf.type('and goes on');
		await until(() => expect([mei.text(), tom.text()]).toEqual(['and goes on', 'and goes on']));
		mei.type('!');
		await until(() => expect(deaf.text()).toBe('and goes on!'));
		expect(Y.encodeStateVector(deaf.doc)).toEqual(Y.encodeStateVector(mei.doc));
		expect([mei, tom, deaf].map(({ closeCode }) => closeCode())).toEqual([null, null, null]);
	});

	it('S20 is closed with 4408 when more waits for it than may, content apart', async () => {
		const server = await serve({ limits: { bufferedBytesHard: -1 } });
		expect(await closeCodeOf(`${server.url}/notes`, EVE)).toBe(4408);
		expect(await countOf(server, 'refused_total', { reason: 'slow' })).toBe(1);
		expect(await countOf(server, 'closed_total', { code: '4408' })).toBe(1);
	});

	it('S20 is closed with 4408 when it takes nothing for too long', async () => {
		const limits = { bufferedMilliseconds: 0, pingMilliseconds: 500 };
		const server = await serve({ limits: { ...limits, bufferedBytesSoft: 100_000 } });
		const mei = enter(server.url, 'mei');
		await until(() => expect(mei.provider.synced).toBe(true));
		const deaf = rawSocket(server).pause();
		// It answers pings, as who reads slowly does sooner or later.
		const alive = setInterval(() => deaf.write(Uint8Array.of(0x8a, 0x80, 0, 0, 0, 0)), 2);
		try {
			await until(() => expect(server.sync.documents.connectionCount('notes')).toBe(2));
			for (let index = 0; index < 150; index++) mei.type('x'.repeat(100_000));
			await until(async () => expect(await countOf(server, 'closed_total', { code: '4408' })).toBe(1));
		} finally {
			clearInterval(alive);
			deaf.destroy();
		}
	});

	it('S21 is cut when it answers no ping', async () => {
		const server = await serve({ limits: { pingMilliseconds: 30 } });
		const mei = enter(server.url, 'mei');
		const dead = rawSocket(server);
		let pings = 0;
		dead.on('data', (data) => (pings += data.includes(0x89) ? 1 : 0));
		await new Promise((resolve) => dead.once('close', resolve));
		expect(pings).toBeGreaterThan(0);
		expect(mei.provider.wsconnected).toBe(true);
	});
});
