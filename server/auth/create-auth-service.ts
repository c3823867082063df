// Who somebody is: first set-up, sign-in, sessions, API tokens, passwords. What they may do is decided elsewhere
// (server/access). An unknown e-mail and a wrong password are one answer, given in the same time.

import type { Clock } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { Bus } from '#server/bus.ts';
import type { Database } from '#server/database/open-database.ts';
import type { UserRow } from '#server/database/schema/tables.ts';
import type { AuthService, AuthenticatedRequest, Mailer, NewSession } from '#server/service-types.ts';
import {
	emailIssues,
	nameIssues,
	normaliseEmail,
	normaliseName,
	refuseIssues,
	requireName
} from './input-checks.ts';
import { asCurrentUser, newPerson, optionalTimestamp, timestamp } from './new-person.ts';
import { createPasswordReset } from './password-reset.ts';
import { passwordIssues } from './passwords.ts';
import type { Passwords } from './passwords.ts';
import { createRateLimiter, placeOf } from './rate-limit.ts';
import { hashSecret, newSecret } from './secrets.ts';
import type { Sessions } from './sessions.ts';

export const API_TOKEN_PREFIX = 'tl_';

/** How exact `lastSeenAt` and `lastUsedAt` are; finer would write on every request. */
const SEEN_PRECISION = 60_000;

/** True when a visit now is to be noted. */
export function isSeenDue(seenAt: number | null, now: number): boolean {
	return seenAt === null || now - seenAt >= SEEN_PRECISION;
}

export interface AuthDependencies {
	database: Database;
	bus: Bus;
	mailer: Mailer;
	sessions: Sessions;
	passwords: Passwords;
	origin: string;
	clock: Clock;
	onMailError(error: unknown): void;
}

export function createAuthService(dependencies: AuthDependencies): AuthService {
	const { database, bus, sessions, passwords, clock } = dependencies;
	// Guessing one person's password from one place, from many places, and trying many people from one place.
	// The second is wide, so that a stranger cannot lock somebody out by a handful of wrong guesses.
	const perPersonAndPlace = createRateLimiter(clock, { attempts: 10, windowSeconds: 15 * 60 });
	const perPerson = createRateLimiter(clock, { attempts: 100, windowSeconds: 60 * 60 });
	const perPlace = createRateLimiter(clock, { attempts: 200, windowSeconds: 15 * 60 });
	const changeLimiter = createRateLimiter(clock, { attempts: 10, windowSeconds: 15 * 60 });

	async function begin(user: UserRow, userAgent: string | undefined): Promise<NewSession> {
		const { token, session } = await sessions.begin(user.id, userAgent);
		await recordSeen(user);
		return { token, expiresAt: timestamp(session.expiresAt), user: asCurrentUser(user) };
	}

	async function recordSeen(user: UserRow): Promise<void> {
		const now = clock();
		if (!isSeenDue(user.lastSeenAt, now)) return;
		await database.users.change(user.id, { lastSeenAt: now });
	}

	async function byCookie(cookie: string) {
		const found = await sessions.find(cookie);
		if (found === null || found.user.deactivatedAt !== null) return null;
		await recordSeen(found.user);
		return found;
	}

	async function byApiToken(bearer: string): Promise<UserRow | null> {
		if (!bearer.startsWith(API_TOKEN_PREFIX)) return null;
		const token = await database.apiTokens.byHash(hashSecret(bearer));
		if (token === null) return null;
		const user = await database.users.byId(token.userId);
		if (user === null || user.deactivatedAt !== null) return null;
		const now = clock();
		if (isSeenDue(token.lastUsedAt, now)) await database.apiTokens.recordUse(token.id, now);
		return user;
	}

	return {
		...createPasswordReset(dependencies),

		isSetUp: () => database.workspace.hasAdmin(),

		async setUp(input) {
			if (await database.workspace.hasAdmin()) throw new AppError('already-set-up');
			const workspaceName = normaliseName(input.workspaceName);
			const name = normaliseName(input.name);
			const email = normaliseEmail(input.email);
			refuseIssues(
				nameIssues(workspaceName, 'workspaceName'),
				nameIssues(name),
				emailIssues(email),
				passwordIssues(input.password)
			);
			const admin = newPerson(
				{ email, name, workspaceRole: 'admin', locale: input.locale },
				await database.users.count(),
				clock
			);
			const passwordHash = await passwords.hash(input.password);
			const outcome = await database.workspace.setUp({
				name: workspaceName,
				admin,
				passwordHash,
				now: clock()
			});
			if (outcome === 'email-taken') throw new AppError('email-taken', { email });
			if (outcome === 'already-set-up') throw new AppError('already-set-up');
			return begin(admin, input.userAgent);
		},

		async signIn({ email, password, ip, userAgent }) {
			const normalised = normaliseEmail(email);
			const place = placeOf(ip);
			const key = `${place} ${normalised}`;
			perPersonAndPlace.count(key);
			perPlace.count(place);
			perPerson.count(normalised);
			const user = await database.users.byEmail(normalised);
			const stored = user === null ? null : await database.users.passwordHash(user.id);
			const isRight = await passwords.matches(stored, password);
			if (user === null || !isRight || user.deactivatedAt !== null) {
				throw new AppError('invalid-credentials');
			}
			perPersonAndPlace.forgive(key);
			return begin(user, userAgent);
		},

		async validateSession(token) {
			const found = await byCookie(token);
			if (found === null) return null;
			const { session, user } = found;
			return {
				user: asCurrentUser(user),
				session: {
					id: session.id,
					expiresAt: timestamp(session.expiresAt),
					fresh: session.isFresh
				}
			};
		},

		async signOut(sessionId) {
			await sessions.end(sessionId);
			bus.publish('access.changed', { sessionId });
		},

		async signOutEverywhere(userId) {
			await sessions.endAllOf(userId);
			bus.publish('access.changed', { userId });
		},

		async listSessions(actor, currentSessionId) {
			const all = await sessions.listOf(actor.userId);
			return all
				.sort((one, other) => other.createdAt - one.createdAt)
				.map((session) => ({
					id: session.id,
					createdAt: timestamp(session.createdAt),
					expiresAt: timestamp(session.expiresAt),
					userAgent: session.userAgent,
					current: session.id === currentSessionId
				}));
		},

		async revokeSession(actor, sessionId) {
			const own = await sessions.listOf(actor.userId);
			if (!own.some((session) => session.id === sessionId)) throw new AppError('not-found');
			await sessions.end(sessionId);
			bus.publish('access.changed', { sessionId });
		},

		async authenticateRequest({ cookie, bearer }): Promise<AuthenticatedRequest | null> {
			if (bearer !== undefined) {
				const user = await byApiToken(bearer);
				return user === null ? null : { actor: asCurrentUser(user) };
			}
			if (cookie === undefined || cookie === '') return null;
			const found = await byCookie(cookie);
			return found === null ? null : { actor: asCurrentUser(found.user), sessionId: found.session.id };
		},

		async changePassword(actor, { current, next, currentSessionId }) {
			changeLimiter.count(actor.userId);
			const stored = await database.users.passwordHash(actor.userId);
			if (!(await passwords.matches(stored, current))) {
				throw new AppError('invalid', {}, [
					{ path: 'current', code: 'wrong-password', message: 'The current password is not right.' }
				]);
			}
			refuseIssues(passwordIssues(next, 'next'));
			changeLimiter.forgive(actor.userId);
			await database.users.setPasswordHash(actor.userId, await passwords.hash(next), clock());
			await database.passwordResets.removeUnusedOf(actor.userId);
			for (const session of await sessions.listOf(actor.userId)) {
				if (session.id === currentSessionId) continue;
				await sessions.end(session.id);
				bus.publish('access.changed', { sessionId: session.id });
			}
		},

		async createApiToken(actor, { label }) {
			const secret = newSecret(API_TOKEN_PREFIX);
			const id = newId(clock);
			await database.apiTokens.add({
				id,
				userId: actor.userId,
				label: requireName(label, 'label'),
				tokenHash: secret.hash,
				createdAt: clock(),
				lastUsedAt: null
			});
			return { id, token: secret.value };
		},

		async listApiTokens(actor) {
			const tokens = await database.apiTokens.listOf(actor.userId);
			return tokens.map(({ id, label, createdAt, lastUsedAt }) => ({
				id,
				label,
				createdAt: timestamp(createdAt),
				lastUsedAt: optionalTimestamp(lastUsedAt)
			}));
		},

		async revokeApiToken(actor, tokenId) {
			if (!(await database.apiTokens.remove(actor.userId, tokenId))) throw new AppError('not-found');
			bus.publish('access.changed', { userId: actor.userId });
		}
	};
}
