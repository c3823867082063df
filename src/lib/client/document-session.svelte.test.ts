import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as Y from 'yjs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CLOSE } from '#lib/core/protocol/close-codes.ts';
import { manualClock } from '#lib/core/clock.ts';
import { FakeSyncServer } from '../../../tests/support/fake-sync-server.ts';
import { DocumentSession } from './document-session.svelte.ts';
import { clearOfflineCopies, countUndelivered } from './offline-copies.ts';
import { LOCAL_ORIGIN } from './undo.ts';

let server: FakeSyncServer;
let open: DocumentSession[];

beforeEach(() => {
	// Each test has a browser of its own.
	globalThis.indexedDB = new IDBFactory();
	server = new FakeSyncServer();
	open = [];
});

afterEach(() => Promise.all(open.map((session) => session.destroy())));

function visit({ userId = 'u1', canEdit = true } = {}): DocumentSession {
	const session = new DocumentSession({
		documentId: 'd1',
		user: { id: userId, name: 'Ada', color: '#112233', colorNumber: 1 },
		role: canEdit ? 'editor' : 'viewer',
		canEdit,
		url: 'ws://server/sync',
		describe: (doc) => ({ title: 'Notes', markdown: textIn(doc) }),
		socket: server.socket,
		clock: manualClock(),
		random: () => 0
	});
	open.push(session);
	return session;
}

async function leave(session: DocumentSession): Promise<void> {
	open = open.filter((other) => other !== session);
	await session.destroy();
}

function textIn(doc: Y.Doc): string {
	return doc.getText('title').toJSON();
}

function write(session: DocumentSession, words: string): void {
	const text = session.doc.getText('title');
	session.doc.transact(() => text.insert(text.length, words), LOCAL_ORIGIN);
}

const saved = (session: DocumentSession) => vi.waitFor(() => expect(session.status.saved).toBe(true));
const offline = (session: DocumentSession) =>
	vi.waitFor(() => expect(session.status.connection).toBe('offline'));

it('says saved when the server confirmed, not when the change left', async () => {
	const session = visit();
	await saved(session);
	server.isConfirming = false;
	write(session, 'hello');
	await vi.waitFor(() => expect(textIn(server.doc)).toBe('hello'));
	expect(session.status).toMatchObject({ connection: 'online', saved: false, pending: 1 });
	server.confirm();
	await saved(session);
	expect(session.status.pending).toBe(0);
});

it('keeps what is written offline over a reload, and merges it on return', async () => {
	server.change((doc) => doc.getText('title').insert(0, 'plan '));
	const first = visit();
	await saved(first);
	server.crash();
	await offline(first);
	write(first, 'mine');
	expect(first.status).toMatchObject({ saved: false, pending: 1 });
	await leave(first);

	const second = visit();
	await vi.waitFor(() => expect(second.status.ready).toBe(true));
	expect(textIn(second.doc)).toBe('plan mine');
	expect(second.status).toMatchObject({ saved: false, pending: 1 });

	server.change((doc) => doc.getText('title').insert(0, 'The '));
	server.resume();
	second.retry();
	await saved(second);
	expect(textIn(server.doc)).toBe('The plan mine');
	expect(textIn(second.doc)).toBe('The plan mine');
	await vi.waitFor(async () => expect(await countUndelivered('u1')).toBe(0));
});

it('sends again what a crashed server had not confirmed', async () => {
	const session = visit();
	await saved(session);
	server.isConfirming = false;
	write(session, 'twice');
	await vi.waitFor(() => expect(textIn(server.doc)).toBe('twice'));
	server.crash();
	server.doc = new Y.Doc();
	await offline(session);
	expect(session.status.pending).toBe(1);
	server.isConfirming = true;
	server.resume();
	session.retry();
	await saved(session);
	expect(textIn(server.doc)).toBe('twice');
});

it.each([false, true])(
	'keeps for its author what the right was lost for (asked first: %s)',
	async (asksFirst) => {
		server.asksFirst = asksFirst;
		server.change((doc) => doc.getText('title').insert(0, 'plan '));
		const session = visit();
		await saved(session);
		server.crash();
		await offline(session);
		write(session, 'lost words');
		server.canEdit = false;
		server.resume();
		session.retry();
		await vi.waitFor(() => expect(session.strandedEdits).toHaveLength(1));
		expect(session.strandedEdits[0]).toMatchObject({
			reason: 'read-only',
			count: 1,
			addedText: 'lost words',
			markdown: 'plan lost words'
		});
		await vi.waitFor(() => expect(session.status.ready).toBe(true));
		expect(session.status).toMatchObject({ canEdit: false, readOnlyReason: 'role', pending: 0 });
		expect(textIn(session.doc)).toBe('plan ');
		expect(server.received).toHaveLength(0);

		// Still there on the next visit, and gone only when its author says so.
		await leave(session);
		const next = visit({ canEdit: false });
		await vi.waitFor(() => expect(next.strandedEdits).toHaveLength(1));
		await next.discardStranded(next.strandedEdits[0]!.id);
		await leave(next);
		const last = visit({ canEdit: false });
		await vi.waitFor(() => expect(last.status.saved).toBe(true));
		expect(last.strandedEdits).toHaveLength(0);
	}
);

it('follows the right while it is open, both ways', async () => {
	const session = visit();
	await saved(session);
	server.setRight(false);
	await vi.waitFor(() => expect(session.status.canEdit).toBe(false));
	expect(session.strandedEdits).toHaveLength(0);
	server.setRight(true);
	await vi.waitFor(() => expect(session.status.canEdit).toBe(true));
	await saved(session);
	write(session, 'again');
	await saved(session);
	expect(textIn(server.doc)).toBe('again');
});

it('does not merge a copy of another generation, and keeps its unsent work', async () => {
	server.change((doc) => doc.getText('title').insert(0, 'old '));
	const session = visit();
	await saved(session);
	server.crash();
	await offline(session);
	write(session, 'unsent');
	await leave(session);

	server.doc = new Y.Doc();
	server.change((doc) => doc.getText('title').insert(0, 'restored'));
	server.generation = 2;
	server.resume();
	const next = visit();
	await vi.waitFor(() => expect(next.strandedEdits).toHaveLength(1));
	expect(next.strandedEdits[0]).toMatchObject({ reason: 'history-replaced', addedText: 'unsent' });
	await saved(next);
	expect(textIn(next.doc)).toBe('restored');
	expect(textIn(server.doc)).toBe('restored');
});

it('keeps no copy of what one may not see any more', async () => {
	server.change((doc) => doc.getText('title').insert(0, 'secret'));
	const session = visit();
	await saved(session);
	server.closeAll(CLOSE.forbidden);
	await vi.waitFor(() => expect(session.status.readOnlyReason).toBe('access-revoked'));
	expect(session.status).toMatchObject({ connection: 'offline', canEdit: false, saved: false });
	await leave(session);
	const names = (await indexedDB.databases()).map(({ name }) => name);
	expect(names).toEqual(['throughline/u1']);
});

it('waits for the person when the session has ended, with the work kept', async () => {
	const session = visit();
	await saved(session);
	server.isConfirming = false;
	write(session, 'kept');
	server.closeAll(CLOSE.unauthenticated);
	await vi.waitFor(() => expect(session.status.readOnlyReason).toBe('signed-out'));
	expect(session.status.pending).toBe(1);
	await leave(session);
	expect(await countUndelivered('u1')).toBe(1);
});

it('keeps two people of one browser apart, and forgets a person at sign-out', async () => {
	const ada = visit({ userId: 'ada' });
	await saved(ada);
	server.crash();
	await offline(ada);
	write(ada, 'private');
	await leave(ada);
	const bo = visit({ userId: 'bo' });
	await offline(bo);
	expect(textIn(bo.doc)).toBe('');
	expect(await countUndelivered('bo')).toBe(0);
	await clearOfflineCopies('ada');
	expect(await countUndelivered('ada')).toBe(0);
	const again = visit({ userId: 'ada' });
	await offline(again);
	expect(textIn(again.doc)).toBe('');
});

it('undoes only what this person did in this tab', async () => {
	const session = visit();
	await saved(session);
	write(session, 'mine');
	await saved(session);
	server.change((doc) => doc.getText('title').insert(0, 'theirs '));
	await vi.waitFor(() => expect(textIn(session.doc)).toBe('theirs mine'));
	session.undo.undo();
	expect(textIn(session.doc)).toBe('theirs ');
	session.undo.redo();
	expect(textIn(session.doc)).toBe('theirs mine');
});

it('works without any storage in the browser', async () => {
	vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('storage is switched off', 'SecurityError');
	});
	const session = visit();
	await saved(session);
	write(session, 'still');
	await saved(session);
	expect(textIn(server.doc)).toBe('still');
});

it('says that the server cannot store, until it could', async () => {
	const session = visit();
	await saved(session);
	server.closeAll(CLOSE.storageUnavailable);
	write(session, 'kept');
	await vi.waitFor(() => expect(session.status.trouble).toBe('storage'));
	expect(session.status).toMatchObject({ saved: false, pending: 1, kept: true });
	session.retry();
	await saved(session);
	expect(session.status.trouble).toBeUndefined();
	expect(textIn(server.doc)).toBe('kept');
});

it('does not promise to keep what the browser cannot keep', async () => {
	globalThis.indexedDB = { open: () => assertNever() } as unknown as IDBFactory;
	const session = visit();
	await saved(session);
	server.crash();
	await offline(session);
	write(session, 'only here');
	expect(session.status).toMatchObject({ pending: 1, kept: false });
	server.resume();
	session.retry();
	await saved(session);
	expect(textIn(server.doc)).toBe('only here');
});

function assertNever(): never {
	throw new DOMException('Storage is switched off', 'SecurityError');
}
