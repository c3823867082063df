// The way back in for who forgot the password: a mailed link, good once, for an hour. Whether an address has
// an account is never told: the answer is the same, and the mail is written after it was given.

import type { Clock } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import type { Bus } from '#server/bus.ts';
import type { Database } from '#server/database/open-database.ts';
import type { PasswordResetRow } from '#server/database/schema/tables.ts';
import type { AuthService, Mailer } from '#server/service-types.ts';
import { refuseIssues, requireEmail } from './input-checks.ts';
import { timestamp } from './new-person.ts';
import { passwordIssues } from './passwords.ts';
import type { Passwords } from './passwords.ts';
import { createRateLimiter, placeOf } from './rate-limit.ts';
import { hashSecret, newSecret } from './secrets.ts';

export const RESET_LINK_LIFETIME = 60 * 60 * 1000;

export interface PasswordResetDependencies {
	database: Pick<Database, 'users' | 'passwordResets' | 'workspace'>;
	bus: Bus;
	mailer: Mailer;
	passwords: Passwords;
	/** Public URL of the installation, without a slash at the end. */
	origin: string;
	clock: Clock;
	/** Hears of a mail that could not be sent; who asked must not. */
	onMailError(error: unknown): void;
}

type PasswordReset = Pick<AuthService, 'requestPasswordReset' | 'readPasswordReset' | 'resetPassword'>;

export function createPasswordReset(dependencies: PasswordResetDependencies): PasswordReset {
	const { database, bus, mailer, passwords, origin, clock, onMailError } = dependencies;
	// Each request sends a mail: nobody's inbox is filled from many places, nor many inboxes from one.
	const perPerson = createRateLimiter(clock, { attempts: 5, windowSeconds: 60 * 60 });
	const perPlace = createRateLimiter(clock, { attempts: 30, windowSeconds: 60 * 60 });

	async function usableReset(token: string): Promise<PasswordResetRow> {
		const reset = await database.passwordResets.byHash(hashSecret(token));
		if (reset === null) throw new AppError('not-found');
		if (reset.usedAt !== null) throw new AppError('link-used');
		if (reset.expiresAt <= clock()) throw new AppError('link-expired');
		return reset;
	}

	async function sendLink(email: string): Promise<void> {
		const user = await database.users.byEmail(email);
		if (user === null || user.deactivatedAt !== null) return;
		const secret = newSecret();
		const now = clock();
		const expiresAt = now + RESET_LINK_LIFETIME;
		await database.passwordResets.removeExpiredBefore(now - RESET_LINK_LIFETIME * 24);
		await database.passwordResets.add({
			tokenHash: secret.hash,
			userId: user.id,
			createdAt: now,
			expiresAt,
			usedAt: null
		});
		await mailer.send({
			to: user.email,
			locale: user.locale,
			template: 'password-reset',
			data: {
				name: user.name,
				workspaceName: (await database.workspace.name()) ?? '',
				link: `${origin}/reset-password/${secret.value}`,
				expiresAt: timestamp(expiresAt)
			}
		});
	}

	return {
		async requestPasswordReset({ email, ip }) {
			const normalised = requireEmail(email);
			perPlace.count(placeOf(ip));
			perPerson.count(normalised);
			// Not awaited: how long it takes would tell whether the address is known.
			void sendLink(normalised).catch(onMailError);
		},

		async readPasswordReset(token) {
			const reset = await usableReset(token);
			const user = await database.users.byId(reset.userId);
			if (user === null || user.deactivatedAt !== null) throw new AppError('not-found');
			return { email: user.email, expiresAt: timestamp(reset.expiresAt) };
		},

		async resetPassword({ token, password }) {
			refuseIssues(passwordIssues(password));
			await usableReset(token);
			const used = await database.passwordResets.use(
				hashSecret(token),
				await passwords.hash(password),
				clock()
			);
			if (used === null) throw new AppError('link-used');
			bus.publish('access.changed', { userId: used.userId });
		}
	};
}
