// The database as the rest of the server sees it: repositories, and the few things an operator does with the
// whole. Everything is asynchronous, so that a networked database can take its place unnoticed.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { ConfigError } from '#server/config.ts';
import { connect } from './connection.ts';
import type { Connection, OpenConnection } from './connection.ts';
import { createAdmissionRepository } from './repositories/admissions.ts';
import { createApiTokenRepository } from './repositories/api-tokens.ts';
import { createClientRepository } from './repositories/clients.ts';
import { createDocumentRepository } from './repositories/documents.ts';
import { createFileRepository } from './repositories/files.ts';
import { createInvitationRepository } from './repositories/invitations.ts';
import { createMeetingRepository } from './repositories/meetings.ts';
import { createOutboxRepository } from './repositories/outbox.ts';
import { createPasswordResetRepository } from './repositories/password-resets.ts';
import { createProjectMemberRepository } from './repositories/project-members.ts';
import { createProjectedRowsRepository } from './repositories/projected-rows.ts';
import { createProjectRepository } from './repositories/projects.ts';
import { createRetrospectiveRepository } from './repositories/retrospectives.ts';
import { createRetrospectiveSecretsRepository } from './repositories/retrospective-secrets.ts';
import { createSearchRepository } from './repositories/search.ts';
import { createUserRepository } from './repositories/users.ts';
import { createVersionRepository } from './repositories/versions.ts';
import { createWorkspaceRepository } from './repositories/workspace.ts';
import { sessions, users } from './schema/tables.ts';

export const DATABASE_FILE = 'throughline.db';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

export interface DatabaseOptions {
	dataDir: string;
	/** Empty: SQLite in `dataDir`. */
	databaseUrl: string;
}

/** A row whose foreign key points at nothing. */
export interface ForeignKeyViolation {
	table: string;
	row: number | null;
	references: string;
}

export interface Database extends Repositories {
	/** Brings the tables up to this version of the program; does nothing where they are. Throws where they are newer. */
	migrate(): Promise<void>;
	/** Writes a consistent copy to `file` (which must not exist) while others read and write. */
	backup(file: string): Promise<void>;
	checkForeignKeys(): Promise<ForeignKeyViolation[]>;
	/** Empty when the file itself is sound, else what is wrong with it. */
	checkIntegrity(): Promise<string[]>;
	close(): Promise<void>;
	/** For auth/sessions.ts alone: its library wants the tables themselves. */
	readonly sessionTables: SessionTables;
}

export interface SessionTables {
	connection: Connection;
	sessions: typeof sessions;
	users: typeof users;
}

export type Repositories = ReturnType<typeof createRepositories>;

function createRepositories(connection: Connection) {
	return {
		workspace: createWorkspaceRepository(connection),
		users: createUserRepository(connection),
		apiTokens: createApiTokenRepository(connection),
		admissions: createAdmissionRepository(connection),
		passwordResets: createPasswordResetRepository(connection),
		invitations: createInvitationRepository(connection),
		clients: createClientRepository(connection),
		projects: createProjectRepository(connection),
		projectMembers: createProjectMemberRepository(connection),
		documents: createDocumentRepository(connection),
		files: createFileRepository(connection),
		outbox: createOutboxRepository(connection),
		retrospectives: createRetrospectiveRepository(connection),
		retrospectiveSecrets: createRetrospectiveSecretsRepository(connection),
		versions: createVersionRepository(connection),
		meetings: createMeetingRepository(connection),
		projectedRows: createProjectedRowsRepository(connection),
		search: createSearchRepository(connection)
	};
}

export function openDatabase({ dataDir, databaseUrl }: DatabaseOptions): Database {
	if (databaseUrl !== '') {
		throw new Error('DATABASE_URL: this version stores in SQLite only; leave it empty');
	}
	mkdirSync(dataDir, { recursive: true });
	const { driver, connection } = connect(join(dataDir, DATABASE_FILE));
	return {
		...createRepositories(connection),
		sessionTables: { connection, sessions, users },
		async migrate() {
			refuseNewer(driver, dataDir);
			migrate(connection, { migrationsFolder: MIGRATIONS });
		},
		async backup(file) {
			await driver.backup(file);
		},
		async checkForeignKeys() {
			const rows = driver.pragma('foreign_key_check') as {
				table: string;
				rowid: number | null;
				parent: string;
			}[];
			return rows.map(({ table, rowid, parent }) => ({ table, row: rowid, references: parent }));
		},
		async checkIntegrity() {
			const rows = driver.pragma('integrity_check') as { integrity_check: string }[];
			return rows.map((row) => row.integrity_check).filter((finding) => finding !== 'ok');
		},
		async close() {
			driver.close();
		}
	};
}

/** An older program on newer tables would write rows that the newer one does not understand. */
function refuseNewer(driver: OpenConnection['driver'], dataDir: string): void {
	const known = readMigrationFiles({ migrationsFolder: MIGRATIONS }).at(-1)?.folderMillis ?? 0;
	const isFresh =
		driver.prepare(`SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'`).get() === undefined;
	if (isFresh) return;
	const newest: unknown = driver.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get();
	if (Number(newest) > known) {
		throw new ConfigError(
			'DATA_DIR',
			`${dataDir} was written by a newer version of Throughline; start that version, or restore a backup`
		);
	}
}
