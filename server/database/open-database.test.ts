import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openTemporaryWorkspace } from '../../tests/support/temporary-workspace.ts';
import { DATABASE_FILE, openDatabase } from './open-database.ts';

it('migrates once, and again without harm', async () => {
	await using workspace = await openTemporaryWorkspace();
	await workspace.person('admin');
	await workspace.database.migrate();
	expect(await workspace.database.users.count()).toBe(1);
	expect(await workspace.database.checkForeignKeys()).toEqual([]);
	expect(await workspace.database.checkIntegrity()).toEqual([]);
});

it('backs up a state that opens by itself', async () => {
	await using workspace = await openTemporaryWorkspace();
	await workspace.person('admin', 'ann@example.com');
	const target = mkdtempSync(join(tmpdir(), 'throughline-copy-'));
	try {
		await workspace.database.backup(join(target, DATABASE_FILE));
		const copy = openDatabase({ dataDir: target, databaseUrl: '' });
		expect((await copy.users.byEmail('ann@example.com'))?.workspaceRole).toBe('admin');
		await copy.close();
	} finally {
		rmSync(target, { recursive: true, force: true });
	}
});

it('names rows whose reference points at nothing', async () => {
	await using workspace = await openTemporaryWorkspace();
	const intruder = new Driver(join(workspace.dataDir, DATABASE_FILE));
	intruder.pragma('foreign_keys = OFF');
	intruder.exec(`INSERT INTO sessions (id, user_id, expires_at, created_at) VALUES ('s', 'nobody', 1, 1)`);
	intruder.close();
	expect(await workspace.database.checkForeignKeys()).toMatchObject([
		{ table: 'sessions', references: 'users' }
	]);
});

it('refuses a reference to nothing, and a database that it cannot serve', async () => {
	await using workspace = await openTemporaryWorkspace();
	const { database } = workspace;
	const orphan = { userId: 'nobody', label: 'x', tokenHash: 'h', createdAt: 1, lastUsedAt: null };
	await expect(database.apiTokens.add({ id: 't', ...orphan })).rejects.toThrow(/FOREIGN KEY/);
	expect(() => openDatabase({ dataDir: workspace.dataDir, databaseUrl: 'postgres://x' })).toThrow(
		/DATABASE_URL/
	);
});
