// The people's half of the server on a database of its own that is gone with the test: real services, a clock
// that stands still, cheap password hashes, documents in memory.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { manualClock, seededRandom } from '#lib/core/clock.ts';
import { isAppError } from '#lib/core/errors.ts';
import { createAccess } from '#server/access/create-access.ts';
import { createAccountService } from '#server/accounts/create-account-service.ts';
import { createInvitations } from '#server/accounts/invitations.ts';
import { createAuthService } from '#server/auth/create-auth-service.ts';
import { createPasswords } from '#server/auth/passwords.ts';
import { createSessions } from '#server/auth/sessions.ts';
import { createBus } from '#server/bus.ts';
import type { BusEvents } from '#server/bus.ts';
import { DATABASE_FILE, openDatabase } from '#server/database/open-database.ts';
import { kindNamed } from '#lib/documents/registry.ts';
import { createDocumentService } from '#server/documents/create-document-service.ts';
import { createMailer, createOutboxService } from '#server/mail/create-mailer.ts';
import type { MailTransport } from '#server/mail/create-mailer.ts';
import { createRetrospectiveService } from '#server/retrospectives/create-retrospective-service.ts';
import { createClientService } from '#server/projects/create-client-service.ts';
import { createProjectService } from '#server/projects/create-project-service.ts';
import { createLog } from '#server/log.ts';
import { createProjectionService } from '#server/projections/create-projection-service.ts';
import { createSearchService } from '#server/search/create-search-service.ts';
import { answerProjectionQuestion } from '#server/projections/projection-questions.ts';
import { createProjector } from '#server/projections/projector.ts';
import type { Actor, CurrentUser, ProjectRole, WorkspaceRole } from '#server/service-types.ts';
import { createVersionService } from '#server/versions/create-version-service.ts';
import { createInMemoryDocuments, loadInMemory } from './in-memory-documents.ts';

export const PASSWORD = 'correct horse battery';

export type PublishedEvent = { [Name in keyof BusEvents]: { name: Name } & BusEvents[Name] }[keyof BusEvents];

export async function openTemporaryWorkspace(options: { transport?: MailTransport } = {}) {
	const dataDir = mkdtempSync(join(tmpdir(), 'throughline-'));
	const clock = manualClock(Date.now());
	const origin = 'https://work.example.com';
	const events: PublishedEvent[] = [];
	const mailErrors: unknown[] = [];
	const logged: unknown[] = [];
	const onMailError = (error: unknown) => void mailErrors.push(error);
	const bus = createBus((error) => {
		throw error;
	});
	for (const name of ['access.changed', 'document.changed', 'document.removed', 'document.notice'] as const) {
		bus.subscribe(name, (event) => void events.push({ name, ...event } as PublishedEvent));
	}
	const database = openDatabase({ dataDir, databaseUrl: '' });
	await database.migrate();
	const access = createAccess({ database });
	const sessions = createSessions({ tables: database.sessionTables, clock });
	const passwords = createPasswords({ memoryCost: 64, timeCost: 1, parallelism: 1 });
	const mailer = createMailer({ database, smtpUrl: '', origin, clock, ...options });
	const invitations = createInvitations({ database, mailer, origin, clock, onMailError });
	const content = createInMemoryDocuments();
	const auth = createAuthService({ database, bus, mailer, sessions, passwords, origin, clock, onMailError });
	const accounts = createAccountService({ database, bus, access, invitations, sessions, passwords, clock });
	const clients = createClientService({ database, access, clock });
	const projects = createProjectService({
		database,
		bus,
		access,
		invitations,
		mailer,
		origin,
		clock,
		onMailError
	});
	const outbox = createOutboxService({ database, access, smtpUrl: '' });
	const versions = createVersionService({ database, bus, access, content, clock });
	const projector = createProjector({
		database,
		content: { load: (documentId) => loadInMemory(content, documentId) },
		lock: { hold: (work) => work() },
		kindNamed,
		program: 'test',
		clock
	});
	const projections = createProjectionService({
		bus,
		log: createLog('silent'),
		thread: {
			ask: (question) => answerProjectionQuestion(database, projector, question),
			close: async () => {}
		}
	});
	const documents = createDocumentService({
		database,
		bus,
		access,
		content,
		versions,
		projections,
		clock,
		random: seededRandom(7)
	});

	const retrospectives = createRetrospectiveService({
		database,
		bus,
		access,
		content,
		log: { error: (...finding: unknown[]) => void logged.push(finding) },
		clock,
		random: seededRandom(11)
	});

	let people = 0;
	return {
		dataDir,
		clock,
		bus,
		events,
		mailErrors,
		database,
		access,
		content,
		mailer,
		auth,
		accounts,
		clients,
		outbox,
		documents,
		retrospectives,
		logged,
		versions,
		projections,
		projector,
		search: createSearchService({ database }),
		sessions,
		projects,

		/** A table as it lies on the disk, past all repositories. */
		rowsOf(table: string): Record<string, unknown>[] {
			const reader = new Driver(join(dataDir, DATABASE_FILE), { readonly: true });
			try {
				return reader.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
			} finally {
				reader.close();
			}
		},

		/** Any question to the file; `search_words` there are the words of the full-text index. */
		query(statement: string): Record<string, unknown>[] {
			const reader = new Driver(join(dataDir, DATABASE_FILE));
			try {
				reader.exec("CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, search_index, 'instance')");
				return reader.prepare(statement).all() as Record<string, unknown>[];
			} finally {
				reader.close();
			}
		},

		empty(tables: readonly string[]): void {
			const writer = new Driver(join(dataDir, DATABASE_FILE));
			try {
				for (const table of tables) writer.exec(`DELETE FROM "${table}"`);
			} finally {
				writer.close();
			}
		},

		async person(
			workspaceRole: WorkspaceRole,
			email = `person${++people}@example.com`
		): Promise<CurrentUser> {
			await accounts.createAccount({
				email,
				name: email.split('@')[0] ?? email,
				password: PASSWORD,
				workspaceRole
			});
			return accounts.actorByEmail(email);
		},

		async join(owner: Actor, projectId: string, person: Actor, role: ProjectRole): Promise<void> {
			await projects.setMember(owner, projectId, { email: person.email, role });
		},

		async [Symbol.asyncDispose]() {
			await projections.close();
			await database.close();
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

/** The secret at the end of a link. */
export function tokenOf(link: string): string {
	return link.slice(link.lastIndexOf('/') + 1);
}

/** 'done', or the code of the AppError that it failed with. */
export function codeOf(outcome: PromiseSettledResult<unknown>): string {
	if (outcome.status === 'fulfilled') return 'done';
	return isAppError(outcome.reason) ? outcome.reason.code : String(outcome.reason);
}
