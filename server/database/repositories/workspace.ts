// The workspace row, and the moment of first set-up: it happens once, whoever else tries at the same time.

import { and, eq, isNull } from 'drizzle-orm';
import { atomically, isUniqueViolation } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { credentials, users, workspace } from '../schema/tables.ts';
import type { NewUserRow } from '../schema/tables.ts';

const WORKSPACE_ID = 'workspace';

export function createWorkspaceRepository(db: Connection) {
	return {
		async name(): Promise<string | null> {
			const [row] = await db.select({ name: workspace.name }).from(workspace);
			return row?.name ?? null;
		},

		async rename(name: string, now: number): Promise<void> {
			await db
				.insert(workspace)
				.values({ id: WORKSPACE_ID, name, createdAt: now })
				.onConflictDoUpdate({ target: workspace.id, set: { name } });
		},

		async hasAdmin(): Promise<boolean> {
			const rows = await db.select({ id: users.id }).from(users).where(activeAdmin).limit(1);
			return rows.length > 0;
		},

		/** Makes workspace and first administrator in one step, or says why not. */
		async setUp(setUp: {
			name: string;
			admin: NewUserRow;
			passwordHash: string;
			now: number;
		}): Promise<'done' | 'already-set-up' | 'email-taken'> {
			try {
				return atomically(db, (tx) => {
					if (tx.select({ id: users.id }).from(users).where(activeAdmin).limit(1).all().length > 0) {
						return 'already-set-up';
					}
					tx.insert(workspace)
						.values({ id: WORKSPACE_ID, name: setUp.name, createdAt: setUp.now })
						.onConflictDoUpdate({ target: workspace.id, set: { name: setUp.name } })
						.run();
					tx.insert(users).values(setUp.admin).run();
					tx.insert(credentials)
						.values({ userId: setUp.admin.id, passwordHash: setUp.passwordHash, changedAt: setUp.now })
						.run();
					return 'done';
				});
			} catch (error) {
				if (isUniqueViolation(error)) return 'email-taken';
				throw error;
			}
		}
	};
}

const activeAdmin = and(eq(users.workspaceRole, 'admin'), isNull(users.deactivatedAt));
