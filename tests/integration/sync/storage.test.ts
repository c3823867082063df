// What the sync server does when it cannot store or read: it says so, keeps serving what it can, loses nothing that it
// acknowledged, and acknowledges nothing that it did not store.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openDocuments } from '#server/sync/documents-file.ts';
import { createMemoryStore } from '#server/sync/memory-store.ts';
import { createSqliteStore, type SqliteStore } from '#server/sync/sqlite-store.ts';
import { verifySyncFiles } from '#server/sync/sync-files.ts';
import { closeCodeOf, countOf, firstUpdate, type ServerOptions } from './sync-harness.ts';
import { message, syncSuite, until } from './sync-suite.ts';

const { folder, serve, enter, stopClients, stopServers } = syncSuite();

/** A SQLite store whose writes or syncs fail while told so, as those of a read-only file do. */
function failingStore() {
	const control = {
		isReadOnly: false,
		isSyncFailing: false,
		/** Bytes that waited for the worker, at most. */
		mostPending: 0,
		store: null as SqliteStore | null
	};
	const openStore: NonNullable<ServerOptions['openStore']> = async (dataDir, events) => {
		const store = (control.store = await createSqliteStore(dataDir, events));
		const { append, flush } = store;
		store.append = (entries) => {
			if (control.isReadOnly) throw new Error('attempt to write a readonly database');
			append.call(store, entries);
			control.mostPending = Math.max(control.mostPending, store.pendingBytes());
		};
		store.flush = async () => {
			if (control.isSyncFailing) throw new Error('input/output error');
			await flush.call(store);
		};
		return store;
	};
	return { control, openStore };
}

describe('a store that cannot be written', () => {
	it('S3 closes who writes with 1013, shows nobody what they wrote, and takes it when it can', async () => {
		const { control, openStore } = failingStore();
		const { url, sync, metrics } = await serve({ openStore });
		const mei = enter(url, 'mei');
		const tom = enter(url, 'tom');
		mei.type('stored');
		await until(() => expect([tom.text(), mei.durable()]).toEqual(['stored', 1]));
		control.isReadOnly = true;
		mei.type(' and not');
		await until(() => expect(mei.closeCode()).toBe(1013));
		// It comes back by itself, reads, offers its work again, and is turned away again.
		const late = enter(url, 'late');
		await until(() => expect(late.text()).toBe('stored'));
		expect([tom.text(), tom.closeCode(), mei.durable()]).toEqual(['stored', null, 1]);
		const failures = await metrics.getSingleMetric('throughline_sync_store_failures_total')?.get();
		expect(failures?.values[0]?.value).toBeGreaterThan(0);
		await expect(sync.documents.create('other', firstUpdate())).rejects.toMatchObject({
			code: 'storage-unavailable'
		});
		control.isReadOnly = false;
		await until(() => expect([tom.text(), late.text()]).toEqual(['stored and not', 'stored and not']));
	});

	it('S2 acknowledges nothing while the journal cannot be synced', async () => {
		const { control, openStore } = failingStore();
		const { url } = await serve({ openStore });
		const mei = enter(url, 'mei');
		const tom = enter(url, 'tom');
		await until(() => expect([mei.provider.synced, tom.provider.synced]).toEqual([true, true]));
		control.isSyncFailing = true;
		mei.type('in doubt');
		await until(() => expect(mei.closeCode()).toBe(1013));
		expect(mei.durable()).toBe(0);
		await until(() => expect(tom.text()).toBe('in doubt'));
		control.isSyncFailing = false;
		await until(() => expect(mei.provider.synced).toBe(true));
		mei.type('!');
		await until(() => expect(mei.durable()).toBeGreaterThan(0));
		expect(tom.closeCode()).toBe(null);
	});

	/** `ulimit -f` makes a write fail as a full disk does; prlimit makes room again while the process runs. */
	it.skipIf(process.platform !== 'linux')('S3 S5 a disk that is full', async () => {
		const program = join(import.meta.dirname, 'sync-process.ts');
		const script = `ulimit -S -f 600; exec "${process.execPath}" "${program}" "${folder()}"`;
		const child = spawn('bash', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] });
		const exited = once(child, 'exit');
		try {
			const [line] = (await once(child.stdout, 'data')) as [Buffer];
			const url = line.toString().trim();
			const mei = enter(url, 'mei');
			const tom = enter(url, 'tom');
			await until(() => expect([mei.provider.synced, tom.provider.synced]).toEqual([true, true]));
			for (let part = 0; mei.closeCode() === null && part < 200; part++) {
				mei.type(`${part} `.padStart(10_000, 'x'));
				await until(() => expect(mei.closeCode() !== null || mei.durable() > part).toBe(true));
			}
			expect(mei.closeCode()).toBe(1013);
			expect(tom.closeCode()).toBe(null);
			expect(tom.text().length).toBeGreaterThanOrEqual(mei.durable() * 10_000);
			expect(tom.text().length).toBeLessThan(mei.text().length);
			execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited']);
			await until(() => expect(tom.text()).toBe(mei.text()));
			const whole = mei.text();
			stopClients();
			child.kill('SIGKILL');
			await exited;
			let stored = '';
			const { findings } = await verifySyncFiles(
				folder(),
				(_id, doc) => (stored = doc.getText('t').toJSON())
			);
			expect([findings, stored === whole]).toEqual([[], true]);
		} finally {
			child.kill('SIGKILL');
			await exited;
		}
	});

	it('does not start on a file that is no database, and says which', async () => {
		writeFileSync(join(folder(), 'journal.db'), 'not a database at all'.repeat(100));
		await expect(serve()).rejects.toThrow(/journal\.db: file is not a database/);
	});
});

describe('content that is damaged', () => {
	it('S8 closes its own document with 1013, serves the others, and verify names it', async () => {
		const first = await serve();
		await first.sync.documents.create('well', firstUpdate());
		const mei = enter(first.url, 'mei');
		await until(() => expect(mei.provider.synced).toBe(true));
		for (let index = 0; index < 40; index++) mei.type(String(index).padStart(5000));
		await until(() => expect(mei.durable()).toBe(40));
		stopClients();
		await stopServers();
		const file = openDocuments(folder(), 'write');
		const { changes } = file
			.prepare("UPDATE documents SET snapshot = CAST(substr(snapshot, 2) AS BLOB) WHERE id = 'notes'")
			.run();
		file.close();
		expect(changes).toBe(1);
		const { findings } = await verifySyncFiles(folder(), () => undefined);
		expect(findings).toEqual(['document notes: its snapshot is damaged']);
		const { url } = await serve();
		expect(await closeCodeOf(`${url}/notes`, { authorization: 'Bearer mei' })).toBe(1013);
		const tom = enter(url, 'tom', 'well');
		await until(() => expect(tom.provider.synced).toBe(true));
		tom.type('served');
		await until(() => expect(tom.durable()).toBe(1));
	});
});

describe('a document whose content is replaced', () => {
	it('S12 sends everybody away to begin anew, and refuses a copy of what it was', async () => {
		const { url, sync } = await serve();
		const mei = enter(url, 'mei');
		const tom = enter(url, 'tom');
		mei.type('old');
		await until(() => expect(tom.text()).toBe('old'));
		tom.provider.disconnect();
		tom.type(' and offline');
		const other = new Y.Doc();
		other.getText('t').insert(0, 'new');
		await sync.documents.replace('notes', Y.encodeStateAsUpdate(other));
		await until(() => expect(mei.closeCode()).toBe(1012));
		// Stock clients do not know what a generation is: theirs comes back, and is refused.
		tom.provider.connect();
		await until(() => expect([mei.closeCode(), tom.closeCode()]).toEqual([4409, 4409]));
		expect([mei.denied.at(-1), tom.denied.at(-1)]).toEqual(['outdated', 'outdated']);
		const fresh = enter(url, 'fresh');
		await until(() => expect(fresh.text()).toBe('new'));
		fresh.type('er');
		await until(() => expect(fresh.durable()).toBe(1));
		expect(await sync.documents.read('notes', (doc) => doc.getText('t').toJSON())).toBe('newer');
		const before = Y.encodeStateAsUpdate(mei.doc);
		await expect(sync.documents.replace('notes', before)).rejects.toMatchObject({ code: 'invalid' });
		const code = await closeCodeOf(`${url}/notes`, { authorization: 'Bearer eve' }, [message(0, 1, before)]);
		expect(code).toBe(4409);
	});
});

describe('memory', () => {
	it('S6 a flood is bounded: writers wait for the store, and everything arrives', async () => {
		const { control, openStore } = failingStore();
		const { url } = await serve({ openStore, limits: { backlogBytes: 1_000_000 } });
		const writers = ['mei', 'tom', 'ada'].map((userId) => enter(url, userId));
		await until(() => expect(writers.every(({ provider }) => provider.synced)).toBe(true));
		// Nothing is taken over until another worker stands in for this one.
		await control.store?.killWorker();
		for (let part = 0; part < 400; part++) for (const { type } of writers) type('x'.repeat(10_000));
		await until(() => expect(writers.map(({ durable }) => durable())).toEqual([400, 400, 400]));
		await until(() => expect(writers.map(({ text }) => text().length)).toEqual([12e6, 12e6, 12e6]));
		// The bound, and what one turn may have read when it was reached.
		expect(control.mostPending).toBeGreaterThan(1_000_000);
		expect(control.mostPending).toBeLessThan(7_000_000);
	});

	it('S25 a document is not full of what a snapshot would drop: its writer waits for that', async () => {
		const { control, openStore } = failingStore();
		const server = await serve({ openStore, limits: { documentBytes: 4_000_000 } });
		const mei = enter(server.url, 'mei');
		const tom = enter(server.url, 'tom');
		await until(() => expect([mei.provider.synced, tom.provider.synced]).toEqual([true, true]));
		// No snapshot is made until another worker stands in for this one.
		await control.store?.killWorker();
		const one = (doc: Y.Doc) => doc.getMap('m').get('one');
		for (let part = 0; part < 200; part++) mei.doc.getMap('m').set('one', `${part}`.padEnd(100_000));
		await until(() => expect(mei.durable()).toBe(200));
		await until(() => expect(one(tom.doc)).toBe(one(mei.doc)));
		expect([mei.closeCode(), tom.closeCode()]).toEqual([null, null]);
		expect(await countOf(server, 'slowed_total', { reason: 'compaction' })).toBeGreaterThan(0);
	});

	it('S25 a document that is full of a long log is full for now only', async () => {
		const openStore = (async () => createMemoryStore()) as unknown as ServerOptions['openStore'];
		const server = await serve({ openStore, limits: { documentBytes: 1_000_000 } });
		const mei = enter(server.url, 'mei');
		mei.doc.getMap('m').set('one', 'x'.repeat(300_000));
		await until(() => expect(mei.durable()).toBe(1));
		const other = new Y.Doc();
		other.getMap('m').set('one', 'x'.repeat(800_000));
		const tooMuch = message(0, 2, Y.encodeStateAsUpdate(other));
		expect(await closeCodeOf(`${server.url}/notes`, { authorization: 'Bearer eve' }, [tooMuch])).toBe(1013);
		expect(await countOf(server, 'refused_total', { reason: 'outrun' })).toBe(1);
		expect(await countOf(server, 'updates_total', { outcome: 'outrun' })).toBe(1);
	});

	it('S23 keeps no room that nobody is in', async () => {
		const { url, metrics } = await serve();
		const rooms = async () =>
			(await metrics.getSingleMetric('throughline_sync_rooms')?.get())?.values[0]?.value;
		const mei = enter(url, 'mei');
		const tom = enter(url, 'tom');
		await until(() => expect([mei.provider.synced, tom.provider.synced]).toEqual([true, true]));
		expect(await rooms()).toBe(1);
		stopClients();
		await until(async () => expect(await rooms()).toBe(0));
	});
});
