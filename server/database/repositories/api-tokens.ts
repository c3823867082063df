// API tokens by their hash; the token itself is never stored.

import { and, desc, eq, sql } from 'drizzle-orm';
import { keep } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { apiTokens } from '../schema/tables.ts';
import type { ApiTokenRow } from '../schema/tables.ts';

export function createApiTokenRepository(db: Connection) {
	const byHash = keep(() =>
		db
			.select()
			.from(apiTokens)
			.where(eq(apiTokens.tokenHash, sql.placeholder('tokenHash')))
			.prepare()
	);

	return {
		async add(token: ApiTokenRow): Promise<void> {
			await db.insert(apiTokens).values(token);
		},

		async byHash(tokenHash: string): Promise<ApiTokenRow | null> {
			return byHash().get({ tokenHash }) ?? null;
		},

		async listOf(userId: string): Promise<ApiTokenRow[]> {
			return db.select().from(apiTokens).where(eq(apiTokens.userId, userId)).orderBy(desc(apiTokens.id));
		},

		async recordUse(id: string, now: number): Promise<void> {
			await db.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, id));
		},

		/** False where this person has no such token. */
		async remove(userId: string, id: string): Promise<boolean> {
			const removed = await db
				.delete(apiTokens)
				.where(and(eq(apiTokens.id, id), eq(apiTokens.userId, userId)))
				.returning({ id: apiTokens.id });
			return removed.length > 0;
		}
	};
}
