// The one place that opens SQLite: settings that every connection needs, and nothing about what is stored.

import Driver from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { tables } from './schema/tables.ts';

export type Connection = BetterSQLite3Database<typeof tables>;

export interface OpenConnection {
	driver: Driver.Database;
	connection: Connection;
}

/** Milliseconds that a statement waits while another process (the CLI, a backup) writes. */
const BUSY_TIMEOUT = 5_000;

export function connect(file: string): OpenConnection {
	const driver = new Driver(file);
	driver.pragma('journal_mode = WAL');
	driver.pragma('synchronous = NORMAL');
	driver.pragma('foreign_keys = ON');
	driver.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
	return { driver, connection: drizzle(driver, { schema: tables }) };
}

/** Runs `work` all or nothing. Taking the write lock at once keeps two processes from failing half way. */
export function atomically<T>(connection: Connection, work: (transaction: Connection) => T): T {
	// A transaction answers the same calls as the connection; Drizzle merely types it apart.
	return connection.transaction((transaction) => work(transaction as unknown as Connection), {
		behavior: 'immediate'
	});
}

/**
 * A query that each request asks, built at its first use and kept: building one costs many times what running it
 * does. Not earlier, because a query is checked against the tables, which may still have to be made.
 */
export function keep<Query>(build: () => Query): () => Query {
	let kept: Query | undefined;
	return () => (kept ??= build());
}

/** True where a statement failed because a value that must be unique is already there. */
export function isUniqueViolation(error: unknown): boolean {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const code: unknown = Reflect.get(cause, 'code');
		if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return true;
	}
	return false;
}
