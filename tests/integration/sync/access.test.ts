// Who is let in, who may write, and what happens to an open socket when that changes.

import { describe, expect, it } from 'vitest';
import { closeCodeOf, connect, firstUpdate, VIEWER } from './sync-harness.ts';
import { message, syncSuite, until } from './sync-suite.ts';

const { serve, enter } = syncSuite();

describe('rights', () => {
	it('S16 a viewer reads, and what a viewer writes reaches nobody', async () => {
		const { url, access, sync } = await serve();
		access.set('vera', VIEWER);
		const mei = enter(url, 'mei');
		const vera = enter(url, 'vera');
		mei.type('read me');
		await until(() => expect(vera.text()).toBe('read me'));
		expect(vera.denied).toEqual([]);
		vera.type('mine');
		await until(() => expect(vera.denied).toEqual(['read-only']));
		await until(() => expect(vera.durable()).toBe(1));
		mei.type('.');
		await until(() => expect(mei.durable()).toBe(2));
		expect(await sync.documents.read('notes', (doc) => doc.getText('t').toString())).toBe('read me.');
	});

	it('S15 revoking closes the open socket, changing the role takes effect on it', async () => {
		const { url, access, bus } = await serve();
		const tom = enter(url, 'tom');
		const mei = enter(url, 'mei');
		await until(() => expect([mei.provider.synced, tom.provider.synced]).toEqual([true, true]));
		access.set('tom', { outcome: 'not-found' }).set('mei', VIEWER);
		bus.publish('access.changed', { projectId: 'p' });
		await until(() => expect(tom.closeCode()).toBe(4403));
		mei.type('x');
		await until(() => expect(mei.denied).toEqual(['read-only']));
		bus.publish('document.removed', { documentId: 'notes' });
		await until(() => expect(mei.closeCode()).toBe(4404));
	});

	it('S14 refuses at the door with a code', async () => {
		const { url, access } = await serve();
		access.set('out', { outcome: 'forbidden' }).set('blind', { outcome: 'not-found' });
		const bearer = (user: string) => ({ authorization: `Bearer ${user}` });
		const host = new URL(url).host;
		expect(await closeCodeOf(`${url}/notes`, {})).toBe(4401);
		expect(await closeCodeOf(`${url}/notes`, bearer('nobody'))).toBe(4401);
		expect(await closeCodeOf(`${url}/notes`, bearer('out'))).toBe(4403);
		expect(await closeCodeOf(`${url}/notes`, bearer('blind'))).toBe(4404);
		expect(await closeCodeOf(`${url}/missing`, bearer('mei'))).toBe(4404);
		expect(await closeCodeOf(`${url}/a/b`, bearer('mei'))).toBe(4404);
		const cookie = { cookie: 'user=mei' };
		expect(await closeCodeOf(`${url}/notes`, { ...cookie, origin: 'http://elsewhere.test' })).toBe(4403);
		expect(await closeCodeOf(`${url}/notes`, cookie)).toBe(4403);
		// Let in: the malformed message is what closes it.
		expect(await closeCodeOf(`${url}/notes`, { ...cookie, origin: `http://${host}` }, [message(9)])).toBe(
			4400
		);
	});

	it('S14 with a fixed origin no other counts, whatever the host says', async () => {
		const { url } = await serve({ origin: 'https://work.example' });
		const cookie = { cookie: 'user=mei' };
		const host = new URL(url).host;
		expect(await closeCodeOf(`${url}/notes`, { ...cookie, origin: `http://${host}` })).toBe(4403);
		expect(
			await closeCodeOf(`${url}/notes`, { ...cookie, origin: 'https://work.example' }, [message(9)])
		).toBe(4400);
	});
});

describe('notices', () => {
	it('P8 reach who has the document open, and only those who may know', async () => {
		const { url, bus, sync } = await serve();
		await sync.documents.create('other', firstUpdate());
		const tom = enter(url, 'tom');
		const mei = enter(url, 'mei');
		const elsewhere = enter(url, 'tom', 'other');
		await until(() => expect([tom, mei, elsewhere].every(({ provider }) => provider.synced)).toBe(true));
		bus.publish('document.notice', { documentId: 'notes', topic: 'threads', onlyUserIds: ['mei'] });
		bus.publish('document.notice', { documentId: 'notes', topic: 'versions' });
		await until(() => expect([tom.notices, mei.notices]).toEqual([['versions'], ['threads', 'versions']]));
		bus.publish('document.notice', { documentId: 'other', topic: 'end' });
		await until(() => expect(elsewhere.notices).toEqual(['end']));
	});
});

describe('open sockets', () => {
	it('S15 of an ended session close with 4401, those of another stay', async () => {
		const { url, access, bus } = await serve();
		const tom = enter(url, 'tom');
		const mei = enter(url, 'mei');
		await until(() => expect([mei.provider.synced, tom.provider.synced]).toEqual([true, true]));
		access.set('tom', 'signed-out');
		bus.publish('access.changed', { userId: 'tom' });
		await until(() => expect(tom.closeCode()).toBe(4401));
		expect(mei.provider.wsconnected).toBe(true);
	});

	it('S15 store nothing that came after the right was lost, however fast it was sent', async () => {
		const { url, access, bus, sync } = await serve();
		const tom = enter(url, 'tom');
		await until(() => expect(tom.provider.synced).toBe(true));
		tom.type('before');
		await until(() => expect(tom.durable()).toBe(1));
		access.set('tom', { outcome: 'forbidden' });
		bus.publish('access.changed', { documentId: 'notes' });
		for (let index = 0; index < 100; index++) tom.type('after');
		await until(() => expect(tom.closeCode()).toBe(4403));
		expect(await sync.documents.read('notes', (doc) => doc.getText('t').toJSON())).toBe('before');
	});

	it('S15 are asked for what they could not send when they may write at last', async () => {
		const { url, access, bus } = await serve();
		access.set('tom', VIEWER);
		const mei = enter(url, 'mei');
		const tom = enter(url, 'tom');
		await until(() => expect(tom.provider.synced).toBe(true));
		tom.type('kept');
		await until(() => expect(tom.denied).toEqual(['read-only']));
		access.delete('tom');
		bus.publish('access.changed', { userId: 'tom' });
		await until(() => expect(mei.text()).toBe('kept'));
	});

	it('S17 nobody moves or removes another’s cursor, the same person takes it along', async () => {
		const { url } = await serve();
		const mei = enter(url, 'mei');
		const eve = enter(url, 'eve');
		const tom = enter(url, 'tom');
		await until(() => expect([mei, eve, tom].every(({ provider }) => provider.synced)).toBe(true));
		const client = mei.doc.clientID;
		const stateAtTom = () => tom.provider.awareness.getStates().get(client);
		const claim = (clock: number, json: string) => message(1, message(1, client, clock, json));
		mei.provider.awareness.setLocalState({ at: 1 });
		await until(() => expect(stateAtTom()).toEqual({ at: 1 }));
		eve.provider.ws?.send(claim(50, '{"at":"forged"}'));
		eve.provider.ws?.send(claim(51, 'null'));
		eve.provider.awareness.setLocalState({ at: 'eve' });
		await until(() =>
			expect(tom.provider.awareness.getStates().get(eve.doc.clientID)).toEqual({ at: 'eve' })
		);
		expect(stateAtTom()).toEqual({ at: 1 });
		const newer = connect(url, 'notes', 'mei');
		try {
			await until(() => expect(newer.provider.synced).toBe(true));
			newer.provider.ws?.send(claim(60, '{"at":2}'));
			await until(() => expect(stateAtTom()).toEqual({ at: 2 }));
		} finally {
			newer.stop();
		}
	});
});
