// What the words of describe-tables.ts mean in SQLite. A second dialect is a second file with the same
// words (Postgres: moment → bigint in number mode, flag → boolean); neither tables nor callers change.

import {
	blob,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	uniqueIndex,
	type AnySQLiteColumn
} from 'drizzle-orm/sqlite-core';

export const sqliteWords = {
	table: sqliteTable,
	index,
	uniqueIndex,
	primaryKey,
	/** An id of core/ids.ts, or a hash that serves as key. */
	id: (name: string) => text(name),
	text: (name: string) => text(name),
	/** One of a few words. */
	choice: <Value extends string>(name: string, values: readonly [Value, ...Value[]]) =>
		text(name, { enum: values as [Value, ...Value[]] }),
	count: (name: string) => integer(name),
	/** A measured value, fractions included. */
	figure: (name: string) => real(name),
	/** The key of a row that the database counts itself; never given twice. */
	rowNumber: (name: string) => integer(name).primaryKey({ autoIncrement: true }),
	/** Milliseconds since the Unix epoch, UTC. */
	moment: (name: string) => integer(name),
	/** Seconds since the Unix epoch, where a library wants them. */
	seconds: (name: string) => integer(name),
	bytes: (name: string) => blob(name, { mode: 'buffer' }),
	flag: (name: string) => integer(name, { mode: 'boolean' })
};

export type Words = typeof sqliteWords;

/** The tables that others point at, where those are described in a file of their own. */
export interface Referenced {
	readonly users: { readonly id: AnySQLiteColumn };
	readonly documents: { readonly id: AnySQLiteColumn };
}
