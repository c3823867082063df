import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Driver from 'better-sqlite3';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_FILE, openDatabase } from './open-database.ts';
import { tables } from './schema/tables.ts';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

interface Journal {
	entries: { idx: number; tag: string }[];
}

const journal = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as Journal;

let place: string;
beforeAll(() => void (place = mkdtempSync(join(tmpdir(), 'throughline-migrations-'))));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A data folder as the version left it that knew the first `count` migrations, with ANN's rows in it. */
function oldDataFolder(name: string, count: number): string {
	const dataDir = join(place, name);
	const known = join(place, `${name}-migrations`);
	cpSync(MIGRATIONS, known, { recursive: true });
	const entries = journal.entries.slice(0, count);
	writeFileSync(join(known, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
	mkdirSync(dataDir, { recursive: true });
	const driver = new Driver(join(dataDir, DATABASE_FILE));
	migrate(drizzle(driver), { migrationsFolder: known });
	driver.exec(ANN);
	driver.close();
	return dataDir;
}

/** Every table and index, as SQLite itself says it, in an order of its own. */
function schemaOf(dataDir: string): unknown[] {
	const driver = new Driver(join(dataDir, DATABASE_FILE), { readonly: true });
	try {
		return driver
			.prepare(
				`SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name`
			)
			.all();
	} finally {
		driver.close();
	}
}

/** In the words of the first version: later columns must come with a default or be empty. */
const ANN = `
INSERT INTO workspace VALUES ('workspace', 'Studio', 1);
INSERT INTO users (id, email, name, workspace_role, locale, theme, color, single_key_shortcuts, created_at)
	VALUES ('ann', 'ann@example.com', 'Ann', 'admin', 'zh-CN', 'dark', 3, 1, 1);
INSERT INTO projects (id, name, created_by, created_at, updated_at) VALUES ('p', 'Relaunch', 'ann', 1, 2);
INSERT INTO project_members VALUES ('p', 'ann', 'owner', 1);
INSERT INTO documents (id, project_id, kind, title, audience, created_by, created_at, updated_at)
	VALUES ('d', 'p', 'meeting-notes', 'Kickoff', 'client', 'ann', 1, 2);
`;

describe('migrations', () => {
	it('make of an empty folder exactly the tables that are described', async () => {
		const dataDir = join(place, 'empty');
		const database = openDatabase({ dataDir, databaseUrl: '' });
		await database.migrate();
		await database.close();
		const last = journal.entries.at(-1);
		const snapshot = join(MIGRATIONS, `meta/${String(last?.idx).padStart(4, '0')}_snapshot.json`);
		const written = JSON.parse(readFileSync(snapshot, 'utf8')) as Awaited<
			ReturnType<typeof generateSQLiteDrizzleJson>
		>;
		// What drizzle-kit would have to write now: nothing, or somebody changed a table and no migration.
		expect(await generateSQLiteMigration(written, await generateSQLiteDrizzleJson(tables))).toEqual([]);
		const names = schemaOf(dataDir).map((one) => (one as { name: string }).name);
		expect(names).toEqual(expect.arrayContaining(['users', 'sessions', 'documents', 'outbox']));
	});

	it.each(
		journal.entries
			.slice(1)
			.map(({ idx }) => idx)
			.concat(journal.entries.length)
	)('bring a folder that knew %i of them up to this version, and keep what is in it', async (count) => {
		const dataDir = oldDataFolder(`of ${count}`, count);
		const database = openDatabase({ dataDir, databaseUrl: '' });
		await database.migrate();
		await database.migrate();
		expect(await database.users.byEmail('ann@example.com')).toMatchObject({ name: 'Ann', locale: 'zh-CN' });
		expect(await database.workspace.name()).toBe('Studio');
		expect(await database.projectMembers.roleOf('p', 'ann')).toBe('owner');
		expect((await database.documents.byId('d'))?.document).toMatchObject({ title: 'Kickoff' });
		expect(await database.checkForeignKeys()).toEqual([]);
		expect(await database.checkIntegrity()).toEqual([]);
		await database.close();
		expect(schemaOf(dataDir)).toEqual(schemaOf(join(place, 'empty')));
	});

	it('leave a folder of a newer version alone', async () => {
		const dataDir = oldDataFolder('newer', journal.entries.length);
		const driver = new Driver(join(dataDir, DATABASE_FILE));
		driver.exec(
			`ALTER TABLE users ADD COLUMN future text;
			 INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of the future', 99999999999999)`
		);
		driver.close();
		const before = schemaOf(dataDir);
		const database = openDatabase({ dataDir, databaseUrl: '' });
		await expect(database.migrate()).rejects.toThrow(/newer version/);
		await database.close();
		expect(schemaOf(dataDir)).toEqual(before);
	});
});
