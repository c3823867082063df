// Whether anybody else has the database open. In WAL mode every open connection holds a shared lock, so an exclusive
// one is had only by whoever is alone.

import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { DATABASE_FILE } from './open-database.ts';

export function isDatabaseInUse(dataDir: string): boolean {
	const driver = new Driver(join(dataDir, DATABASE_FILE), { timeout: 0 });
	try {
		driver.pragma('locking_mode = EXCLUSIVE');
		driver.exec('BEGIN EXCLUSIVE; ROLLBACK');
		return false;
	} catch (error) {
		return (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false;
	} finally {
		driver.close();
	}
}
