// The part of the server that the commands about people need: the same services on the same database, with mails
// going to the outbox of nobody, since no command sends any.

import { systemClock } from '#lib/core/clock.ts';
import { createAccess } from '#server/access/create-access.ts';
import { createAccountService } from '#server/accounts/create-account-service.ts';
import { createInvitations } from '#server/accounts/invitations.ts';
import { createAuthService } from '#server/auth/create-auth-service.ts';
import { createPasswords } from '#server/auth/passwords.ts';
import { createSessions } from '#server/auth/sessions.ts';
import { createBus } from '#server/bus.ts';
import type { Config } from '#server/config.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { createMailer } from '#server/mail/create-mailer.ts';
import type { AccountService, AuthService } from '#server/service-types.ts';

export interface People {
	accounts: AccountService;
	auth: AuthService;
}

/** Opens, runs `work`, and closes whatever happens. Makes the database where there is none. */
export async function withPeople<T>(config: Config, work: (people: People) => Promise<T>): Promise<T> {
	const { origin, dataDir, databaseUrl } = config;
	const clock = systemClock;
	const raise = (error: unknown) => {
		throw error;
	};
	const database = openDatabase({ dataDir, databaseUrl });
	try {
		await database.migrate();
		const bus = createBus(raise);
		const access = createAccess({ database });
		const sessions = createSessions({ tables: database.sessionTables, clock });
		const passwords = createPasswords();
		const mailer = createMailer({ database, smtpUrl: '', origin, clock });
		const shared = { database, bus, mailer, sessions, passwords, origin, clock, onMailError: raise };
		const invitations = createInvitations(shared);
		return await work({
			accounts: createAccountService({ ...shared, access, invitations }),
			auth: createAuthService(shared)
		});
	} finally {
		await database.close();
	}
}
