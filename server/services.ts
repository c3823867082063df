// The composition root: builds every service once, in the order in which they need each other. Read it
// top to bottom to know what the program consists of.

import { systemClock } from '#lib/core/clock.ts';
import { secureRandom } from '#lib/core/ids.ts';
import { kinds } from '#lib/documents/registry.ts';
import { createAccess } from './access/create-access.ts';
import { createDoor } from './access/create-door.ts';
import { createAccountService } from './accounts/create-account-service.ts';
import { createInvitations } from './accounts/invitations.ts';
import { createAuthService } from './auth/create-auth-service.ts';
import { createPasswords } from './auth/passwords.ts';
import { credentialsOf } from './auth/request-credentials.ts';
import { createSessions } from './auth/sessions.ts';
import { createBus, type Bus } from './bus.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database/open-database.ts';
import { createDocumentService } from './documents/create-document-service.ts';
import { createDocumentMigration } from './documents/migrate-document.ts';
import { createFileService, type FileService } from './files/create-file-service.ts';
import { createHealth, type Health } from './health.ts';
import type { Log } from './log.ts';
import { createMeetingService } from './meetings/create-meeting-service.ts';
import type { MeetingService } from './meetings/meeting-service.ts';
import { createMailer, createOutboxService } from './mail/create-mailer.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createClientService } from './projects/create-client-service.ts';
import { createProjectService } from './projects/create-project-service.ts';
import { createRetrospectiveService } from './retrospectives/create-retrospective-service.ts';
import type { RetrospectiveService } from './retrospectives/retrospective-service.ts';
import { createProjectionService } from './projections/create-projection-service.ts';
import type { ProjectionAnswer, ProjectionQuestion } from './projections/projection-questions.ts';
import type { ProjectionService } from './projections/projection-service.ts';
import type {
	AccountService,
	AuthService,
	ClientService,
	DocumentService,
	Mailer,
	OutboxService,
	ProjectService
} from './service-types.ts';
import { createSearchService } from './search/create-search-service.ts';
import type { SearchService } from './search/search-service.ts';
import { createSyncService } from './sync/create-sync-service.ts';
import type { SyncHost, SyncService } from './sync/sync-service.ts';
import { createVersionService } from './versions/create-version-service.ts';
import type { Versions } from './versions/version-service.ts';
import { ThreadLink } from './threads/thread-link.ts';

const SESSION_SWEEP_MS = 6 * 60 * 60 * 1000;
const VERSION_LOOK_MS = 30_000;

export interface Services {
	readonly config: Config;
	readonly log: Log;
	readonly bus: Bus;
	readonly metrics: Metrics;
	readonly health: Health;
	readonly auth: AuthService;
	readonly accounts: AccountService;
	readonly clients: ClientService;
	readonly projects: ProjectService;
	readonly documents: DocumentService;
	readonly versions: Versions;
	readonly files: FileService;
	readonly retrospectives: RetrospectiveService;
	readonly meetings: MeetingService;
	readonly projections: ProjectionService;
	readonly search: SearchService;
	readonly outbox: OutboxService;
	readonly mailer: Mailer;
	readonly sync: SyncService;
	/** Makes everything durable, closes sockets and files. */
	close(): Promise<void>;
}

/** Opens the databases and brings them up to date. Throws where the data folder cannot be used. */
export async function createServices(config: Config, log: Log): Promise<Services> {
	const { dataDir, databaseUrl, smtpUrl, origin } = config;
	const clock = systemClock;
	const health = createHealth();
	const metrics = createMetrics();
	const bus = createBus((error, name) => log.error({ err: error, event: name }, 'a listener failed'));
	const onMailError = (error: unknown) => log.error({ err: error }, 'a mail could not be sent');

	const database = openDatabase({ dataDir, databaseUrl });
	await database.migrate();

	const access = createAccess({ database });
	const sessions = createSessions({ tables: database.sessionTables, clock });
	const passwords = createPasswords();
	const mailer = createMailer({ database, smtpUrl, origin, clock });
	const invitations = createInvitations({ database, mailer, origin, clock, onMailError });
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
	const outbox = createOutboxService({ database, access, smtpUrl });

	const door = createDoor({ database, auth, clock });
	const host: SyncHost = {
		admit: (request, documentId) => door.admit(credentialsOf(request.headers), documentId),
		migrate: createDocumentMigration({ database })
	};
	const sync = await createSyncService({
		dataDir,
		origin: config.isOriginFixed ? origin : null,
		host,
		bus,
		log,
		metrics,
		migrationKey: migrationKey()
	});
	const versions = createVersionService({ database, bus, access, content: sync.documents, clock });
	const projections = createProjectionService({
		bus,
		log,
		thread: new ThreadLink<ProjectionQuestion, ProjectionAnswer>(
			new URL('./projections/projection-worker.ts', import.meta.url),
			{ dataDir },
			(error) => log.error({ err: error }, 'the projecting thread died')
		)
	});
	const documents = createDocumentService({
		database,
		bus,
		access,
		content: sync.documents,
		versions,
		projections,
		clock,
		random: Math.random
	});
	const meetings = createMeetingService({
		database,
		bus,
		access,
		documents,
		versions,
		content: sync.documents,
		clock
	});
	const files = createFileService({ dataDir, database, documents, clock });
	const retrospectives = createRetrospectiveService({
		database,
		bus,
		access,
		content: sync.documents,
		log,
		clock,
		random: secureRandom
	});
	await retrospectives.resume();

	const sweep = setInterval(() => {
		sessions.removeExpired().catch((error: unknown) => log.error({ err: error }, 'expired sessions stay'));
		retrospectives.forgetOld().catch((error: unknown) => log.error({ err: error }, 'old votes stay'));
	}, SESSION_SWEEP_MS);
	sweep.unref();
	const look = setInterval(() => {
		versions.takeDue().catch((error: unknown) => log.error({ err: error }, 'a version could not be taken'));
	}, VERSION_LOOK_MS);
	look.unref();

	return {
		config,
		log,
		bus,
		metrics,
		health,
		auth,
		accounts,
		clients,
		projects,
		documents,
		versions,
		files,
		retrospectives,
		meetings,
		projections,
		search: createSearchService({ database }),
		outbox,
		mailer,
		sync,
		async close() {
			clearInterval(sweep);
			clearInterval(look);
			await sync.close();
			await projections.close();
			await database.close();
		}
	};
}

/** Changes with the schema version of any kind, so that each document is looked at once per change. */
function migrationKey(): string {
	return kinds
		.map((kind) => `${kind.name}@${kind.version}`)
		.toSorted()
		.join(' ');
}
