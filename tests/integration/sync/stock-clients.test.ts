// Two people at stock y-websocket clients: what they see of each other and what they keep.

import { describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { firstUpdate } from './sync-harness.ts';
import { message, syncSuite, until } from './sync-suite.ts';

const { serve, enter, stopServers } = syncSuite();

describe('two stock clients', () => {
	it('P2 P7 converge, see each other, and hear what is durable', async () => {
		const { url, sync } = await serve();
		const mei = enter(url, 'mei');
		const tom = enter(url, 'tom');
		await until(() => expect([mei.provider.synced, tom.provider.synced]).toEqual([true, true]));
		mei.provider.awareness.setLocalState({ name: 'Mei' });
		for (const letter of 'hello') mei.type(letter);
		await until(() => expect(tom.text()).toBe('hello'));
		for (let index = 0; index < 50; index++) (index % 2 ? mei : tom).type(String(index));
		await until(() => expect(mei.text()).toBe(tom.text()));
		await until(() => expect([mei.durable(), tom.durable()]).toEqual([30, 25]));
		expect(Y.encodeStateVector(mei.doc)).toEqual(Y.encodeStateVector(tom.doc));
		await until(() =>
			expect(tom.provider.awareness.getStates().get(mei.doc.clientID)).toEqual({ name: 'Mei' })
		);
		const late = enter(url, 'late');
		await until(() => expect(late.text()).toBe(mei.text()));
		await until(() => expect(late.provider.awareness.getStates().has(mei.doc.clientID)).toBe(true));
		expect(sync.documents.connectionCount('notes')).toBe(3);
		mei.provider.disconnect();
		await until(() => expect(tom.provider.awareness.getStates().has(mei.doc.clientID)).toBe(false));
	});

	it('S11 take over what was written offline, also deletions, without storing it twice', async () => {
		const { url } = await serve();
		const mei = enter(url, 'mei');
		const tom = enter(url, 'tom');
		mei.type('abcdef');
		await until(() => expect(tom.text()).toBe('abcdef'));
		mei.provider.disconnect();
		mei.doc.getText('t').delete(0, 3);
		mei.type('!');
		tom.type('?');
		mei.provider.connect();
		await until(() => expect([mei.text(), tom.text()]).toEqual([tom.text(), mei.text()]));
		await until(() => expect([...tom.text()].sort().join('')).toBe('!?def'));
	});

	it('P1 are served as they come from the registry, with nothing set but the address and who they are', async () => {
		const { url, sync } = await serve();
		const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		class SignedIn extends WebSocket {
			constructor(address: string) {
				super(address, { headers: { cookie: 'user=mei', origin: `http://${new URL(url).host}` } });
			}
		}
		const WebSocketPolyfill = SignedIn as unknown as typeof globalThis.WebSocket;
		const docs = [new Y.Doc(), new Y.Doc()] as const;
		const providers = docs.map((doc) => new WebsocketProvider(url, 'notes', doc, { WebSocketPolyfill }));
		try {
			await until(() => expect(providers.map(({ synced }) => synced)).toEqual([true, true]));
			docs[0].getText('t').insert(0, 'one ');
			docs[1].getText('t').insert(0, 'two ');
			providers[0]?.awareness.setLocalStateField('user', { name: 'Mei' });
			const read = () => sync.documents.read('notes', (doc) => doc.getText('t').toJSON());
			await until(async () => {
				const texts = [...docs.map((doc) => doc.getText('t').toJSON()), await read()];
				expect([new Set(texts).size, texts[0]?.length]).toEqual([1, 8]);
			});
			await until(() =>
				expect(providers[1]?.awareness.getStates().get(docs[0].clientID)).toEqual({ user: { name: 'Mei' } })
			);
			// It says what it does not know, and goes on.
			expect(new Set(complaints.mock.calls.flat())).toEqual(new Set(['Unable to compute message']));
		} finally {
			for (const provider of providers) provider.destroy();
			complaints.mockRestore();
		}
	});
});

describe('the order of arrival', () => {
	it('S10 holds an update whose predecessor is missing, and takes both when it comes', async () => {
		const { url, sync } = await serve();
		const author = new Y.Doc();
		const updates: Uint8Array[] = [];
		author.on('update', (update: Uint8Array) => updates.push(update));
		for (const letter of 'ab') author.getText('t').insert(author.getText('t').length, letter);
		const [first, second] = updates as [Uint8Array, Uint8Array];
		const mei = enter(url, 'mei');
		await until(() => expect(mei.provider.synced).toBe(true));
		mei.provider.ws?.send(message(0, 2, second));
		mei.type('x');
		// The answer to a gap is a question, and the count waits for what is missing.
		const tom = enter(url, 'tom');
		await until(() => expect(tom.text()).toBe('x'));
		expect(mei.durable()).toBe(0);
		mei.provider.ws?.send(message(0, 2, first));
		await until(() => expect([...tom.text()].sort().join('')).toBe('abx'));
		// Two steps 2 with content at most come on top: the answers to the server's questions.
		await until(() => expect(mei.durable()).toBeGreaterThanOrEqual(3));
		expect(await sync.documents.read('notes', (doc) => doc.store.pendingStructs)).toBeNull();
	});
});

describe('the server itself', () => {
	it('writes beside everybody and tells that a document changed', async () => {
		const { url, sync, bus } = await serve();
		const changed: string[] = [];
		bus.subscribe('document.changed', ({ documentId }) => void changed.push(documentId));
		const mei = enter(url, 'mei');
		mei.type('a');
		await until(() => expect(mei.durable()).toBe(1));
		await sync.documents.mutate('notes', (doc) => doc.getText('t').insert(1, 'b'));
		await until(() => expect(mei.text()).toBe('ab'));
		await until(() => expect(changed).toEqual(['notes']));
		await expect(sync.documents.create('notes', firstUpdate())).rejects.toMatchObject({ code: 'conflict' });
		await sync.documents.remove('notes');
		await until(() => expect(mei.closeCode()).toBe(4404));
		await expect(sync.documents.encode('notes')).rejects.toMatchObject({ code: 'not-found' });
	});

	it('S24 restarts: says 1012, keeps everything, and clients come back by themselves', async () => {
		const first = await serve();
		const mei = enter(first.url, 'mei');
		await until(() => expect(mei.provider.synced).toBe(true));
		for (const letter of 'before') mei.type(letter);
		await until(() => expect(mei.durable()).toBe(6));
		await stopServers();
		await until(() => expect(mei.closeCode()).toBe(1012));
		mei.type(' offline');
		const second = await serve({ port: Number(new URL(first.url).port) });
		await until(() => expect(mei.provider.synced).toBe(true));
		const tom = enter(second.url, 'tom');
		await until(() => expect(tom.text()).toBe('before offline'));
	});
});
