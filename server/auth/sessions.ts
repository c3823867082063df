// Browser sessions. The only file that knows Lucia: everybody else sees tokens and ids. Lucia would store what
// the cookie carries; here it is given the SHA-256 of it, so the database holds nothing that signs anybody in.

import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia, TimeSpan } from 'lucia';
import type { SessionTables } from '#server/database/open-database.ts';
import type { UserRow } from '#server/database/schema/tables.ts';
import type { Clock } from '#lib/core/clock.ts';
import { hashSecret, newSecret } from './secrets.ts';

export interface Session {
	/** The token's hash: names the session everywhere but in the cookie. */
	id: string;
	userId: string;
	createdAt: number;
	expiresAt: number;
	/** What the browser called itself. */
	userAgent: string | null;
	/** The expiry was just extended. */
	isFresh: boolean;
}

export interface Sessions {
	begin(userId: string, userAgent?: string): Promise<{ token: string; session: Session }>;
	/** By the cookie's value; extends a session that is past half of its life. */
	find(token: string): Promise<{ session: Session; user: UserRow } | null>;
	listOf(userId: string): Promise<Session[]>;
	end(sessionId: string): Promise<void>;
	endAllOf(userId: string): Promise<void>;
	removeExpired(): Promise<void>;
}

const SESSION_DAYS = 30;
const HALF_LIFE_SECONDS = (SESSION_DAYS / 2) * 24 * 60 * 60;

/** Ended, or to be extended by this visit: `find` then has something to write. `expiresAt` in seconds, as stored. */
export function isSessionDue(expiresAt: number, now: number): boolean {
	return expiresAt - now / 1000 <= HALF_LIFE_SECONDS;
}

/** Longer ones are cut: the header is the client's to choose. */
const USER_AGENT_LIMIT = 300;

interface SessionAttributes {
	createdAt: number;
	userAgent: string | null;
}

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<SessionAttributes, Omit<UserRow, 'id'>>;
		DatabaseSessionAttributes: SessionAttributes;
		DatabaseUserAttributes: Omit<UserRow, 'id'>;
	}
}

export function createSessions({ tables, clock }: { tables: SessionTables; clock: Clock }): Sessions {
	const adapter = new DrizzleSQLiteAdapter(tables.connection, tables.sessions, tables.users);
	const lucia = new Lucia(adapter, {
		sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
		getSessionAttributes: ({ createdAt, userAgent }) => ({ createdAt, userAgent }),
		getUserAttributes: (user) => user
	});

	return {
		async begin(userId, userAgent = '') {
			const secret = newSecret();
			const named = userAgent.trim().slice(0, USER_AGENT_LIMIT);
			const attributes = { createdAt: clock(), userAgent: named === '' ? null : named };
			const session = await lucia.createSession(userId, attributes, { sessionId: secret.hash });
			return { token: secret.value, session: asSession(session) };
		},
		async find(token) {
			const { session, user } = await lucia.validateSession(hashSecret(token));
			return session === null ? null : { session: asSession(session), user };
		},
		async listOf(userId) {
			return (await lucia.getUserSessions(userId)).map(asSession);
		},
		async end(sessionId) {
			await lucia.invalidateSession(sessionId);
		},
		async endAllOf(userId) {
			await lucia.invalidateUserSessions(userId);
		},
		async removeExpired() {
			await lucia.deleteExpiredSessions();
		}
	};
}

function asSession(session: {
	id: string;
	userId: string;
	createdAt: number;
	userAgent: string | null;
	expiresAt: Date;
	fresh: boolean;
}): Session {
	return {
		id: session.id,
		userId: session.userId,
		createdAt: session.createdAt,
		userAgent: session.userAgent,
		expiresAt: session.expiresAt.getTime(),
		isFresh: session.fresh
	};
}
