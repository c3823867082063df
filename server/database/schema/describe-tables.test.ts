import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import * as pg from 'drizzle-orm/pg-core';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import { describeTables } from './describe-tables.ts';
import type { Words } from './sqlite-words.ts';
import { tables } from './tables.ts';

/** What the same words would mean in Postgres. */
const postgresWords = {
	table: pg.pgTable,
	index: pg.index,
	uniqueIndex: pg.uniqueIndex,
	primaryKey: pg.primaryKey,
	id: (name: string) => pg.text(name),
	text: (name: string) => pg.text(name),
	choice: (name: string, values: readonly [string, ...string[]]) => pg.text(name, { enum: [...values] }),
	count: (name: string) => pg.bigint(name, { mode: 'number' }),
	figure: (name: string) => pg.doublePrecision(name),
	rowNumber: (name: string) => pg.bigserial(name, { mode: 'number' }).primaryKey(),
	moment: (name: string) => pg.bigint(name, { mode: 'number' }),
	seconds: (name: string) => pg.bigint(name, { mode: 'number' }),
	bytes: (name: string) => pg.customType<{ data: Buffer }>({ dataType: () => 'bytea' })(name),
	flag: (name: string) => pg.boolean(name)
} satisfies Record<keyof Words, unknown>;

const postgresTables = describeTables(postgresWords as unknown as Words);

async function postgresStatements(): Promise<string[]> {
	return generateMigration(generateDrizzleJson({}), generateDrizzleJson(postgresTables));
}

it('one description of the tables makes Postgres tables too: the same columns, keys and references', () => {
	for (const [key, table] of Object.entries(tables)) {
		const sqlite = getTableConfig(table);
		const postgres = pg.getTableConfig(postgresTables[key as keyof typeof tables] as unknown as pg.PgTable);
		const shape = (config: typeof sqlite | typeof postgres) => ({
			name: config.name,
			columns: config.columns.map(({ name, notNull, primary }) => ({ name, notNull, primary })),
			references: config.foreignKeys.map((one) => [one.onDelete ?? 'no action', one.getName()]),
			indexes: config.indexes.map((one) => one.config.name),
			keys: config.primaryKeys.map((one) => one.columns.map(({ name }) => name))
		});
		expect(shape(postgres)).toEqual(shape(sqlite));
	}
});

it('and drizzle writes them down for Postgres', async () => {
	const statements = await postgresStatements();
	const created = statements.filter((statement) => statement.startsWith('CREATE TABLE'));
	expect(created).toHaveLength(Object.keys(tables).length);
	const all = statements.join('\n');
	expect(all).toContain('"single_key_shortcuts" boolean NOT NULL');
	expect(all).toContain('"created_at" bigint NOT NULL');
	expect(all).toContain('PRIMARY KEY("project_id","user_id")');
	expect(all).toMatch(/FOREIGN KEY \("user_id"\) REFERENCES "public"\."users"\("id"\) ON DELETE cascade/);
	expect(all).not.toMatch(/`|\binteger\b/);
	// Postgres cuts longer names, and two that are cut alike would collide.
	const names = [...all.matchAll(/(?:CONSTRAINT|INDEX|TABLE) "([^"]+)"/g)].map(([, name = '']) => name);
	expect(names.filter((name) => name.length > 63)).toEqual([]);
});
