// Password reset links by their hash. A link works once: using it and setting the password are one step.

import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import { atomically } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { credentials, passwordResets, sessions } from '../schema/tables.ts';
import type { PasswordResetRow } from '../schema/tables.ts';

export function createPasswordResetRepository(db: Connection) {
	return {
		/** A new link makes the person's earlier ones useless. */
		async add(reset: PasswordResetRow): Promise<void> {
			atomically(db, (tx) => {
				tx.delete(passwordResets)
					.where(and(eq(passwordResets.userId, reset.userId), isNull(passwordResets.usedAt)))
					.run();
				tx.insert(passwordResets).values(reset).run();
			});
		},

		async byHash(tokenHash: string): Promise<PasswordResetRow | null> {
			const [row] = await db.select().from(passwordResets).where(eq(passwordResets.tokenHash, tokenHash));
			return row ?? null;
		},

		/** Sets the password and ends all sessions; null where the link is used, expired or unknown. */
		async use(tokenHash: string, passwordHash: string, now: number): Promise<{ userId: string } | null> {
			return atomically(db, (tx) => {
				const [used] = tx
					.update(passwordResets)
					.set({ usedAt: now })
					.where(
						and(
							eq(passwordResets.tokenHash, tokenHash),
							isNull(passwordResets.usedAt),
							gt(passwordResets.expiresAt, now)
						)
					)
					.returning({ userId: passwordResets.userId })
					.all();
				if (used === undefined) return null;
				tx.insert(credentials)
					.values({ userId: used.userId, passwordHash, changedAt: now })
					.onConflictDoUpdate({ target: credentials.userId, set: { passwordHash, changedAt: now } })
					.run();
				tx.delete(sessions).where(eq(sessions.userId, used.userId)).run();
				return used;
			});
		},

		/** The person chose a new password otherwise: links on their way to them lead nowhere. */
		async removeUnusedOf(userId: string): Promise<void> {
			await db
				.delete(passwordResets)
				.where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)));
		},

		async removeExpiredBefore(moment: number): Promise<void> {
			await db.delete(passwordResets).where(lt(passwordResets.expiresAt, moment));
		}
	};
}
