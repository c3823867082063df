// Opens one SQLite file of the sync server; what goes wrong is said with the file's name.

import Database from 'better-sqlite3';
import { join } from 'node:path';

/** `prepare` sets it up; it is closed again when that throws. */
export function openFile(
	dataDir: string,
	name: string,
	mode: 'write' | 'read',
	prepare: (database: Database.Database) => void
): Database.Database {
	let database: Database.Database | undefined;
	try {
		database = new Database(join(dataDir, name), mode === 'read' ? { readonly: true } : {});
		database.pragma('busy_timeout = 5000');
		prepare(database);
		return database;
	} catch (cause) {
		database?.close();
		throw new Error(`${name}: ${(cause as Error).message}`, { cause });
	}
}
