// People and their password hashes. Keeps the workspace from losing its last administrator: the check and
// the change are one step.

import { and, asc, count, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { atomically, isUniqueViolation, keep } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { credentials, projectMembers, sessions, apiTokens, users } from '../schema/tables.ts';
import type { NewUserRow, UserRow } from '../schema/tables.ts';

export type UserChanges = Partial<
	Pick<UserRow, 'name' | 'locale' | 'theme' | 'singleKeyShortcuts' | 'lastSeenAt' | 'deactivatedAt'>
>;

export function createUserRepository(db: Connection) {
	const byId = keep(() =>
		db
			.select()
			.from(users)
			.where(eq(users.id, sql.placeholder('id')))
			.prepare()
	);

	return {
		async byId(id: string): Promise<UserRow | null> {
			return byId().get({ id }) ?? null;
		},

		async byIds(ids: readonly string[]): Promise<UserRow[]> {
			if (ids.length === 0) return [];
			return db
				.select()
				.from(users)
				.where(inArray(users.id, [...new Set(ids)]));
		},

		async byEmail(email: string): Promise<UserRow | null> {
			const [row] = await db.select().from(users).where(eq(users.email, email));
			return row ?? null;
		},

		async list(): Promise<UserRow[]> {
			return db
				.select()
				.from(users)
				.orderBy(asc(sql`lower(${users.name})`), asc(users.id));
		},

		/** Everybody who is on a project that `userId` is on, themselves included. */
		async listSharingProject(userId: string): Promise<UserRow[]> {
			const theirProjects = db
				.select({ id: projectMembers.projectId })
				.from(projectMembers)
				.where(eq(projectMembers.userId, userId));
			const theirPeople = db
				.select({ id: projectMembers.userId })
				.from(projectMembers)
				.where(inArray(projectMembers.projectId, theirProjects));
			return db
				.select()
				.from(users)
				.where(sql`${inArray(users.id, theirPeople)} or ${eq(users.id, userId)}`)
				.orderBy(asc(sql`lower(${users.name})`), asc(users.id));
		},

		async count(): Promise<number> {
			const [row] = await db.select({ total: count() }).from(users);
			return row?.total ?? 0;
		},

		/** False where the e-mail is taken. */
		async add(user: NewUserRow, passwordHash: string | null): Promise<boolean> {
			try {
				atomically(db, (tx) => {
					tx.insert(users).values(user).run();
					if (passwordHash !== null) {
						tx.insert(credentials).values({ userId: user.id, passwordHash, changedAt: user.createdAt }).run();
					}
				});
				return true;
			} catch (error) {
				if (isUniqueViolation(error)) return false;
				throw error;
			}
		},

		async change(id: string, changes: UserChanges): Promise<void> {
			if (Object.keys(changes).length === 0) return;
			await db.update(users).set(changes).where(eq(users.id, id));
		},

		/** False, and nothing changed, where no other administrator would be left. */
		async setWorkspaceRole(id: string, role: UserRow['workspaceRole']): Promise<boolean> {
			return atomically(db, (tx) => {
				if (role !== 'admin' && isLastAdmin(tx, id)) return false;
				tx.update(users).set({ workspaceRole: role }).where(eq(users.id, id)).run();
				return true;
			});
		},

		/** Ends sessions and API tokens in the same step. False where no other administrator would be left. */
		async deactivate(id: string, now: number): Promise<boolean> {
			return atomically(db, (tx) => {
				if (isLastAdmin(tx, id)) return false;
				tx.update(users).set({ deactivatedAt: now }).where(eq(users.id, id)).run();
				tx.delete(sessions).where(eq(sessions.userId, id)).run();
				tx.delete(apiTokens).where(eq(apiTokens.userId, id)).run();
				return true;
			});
		},

		async passwordHash(userId: string): Promise<string | null> {
			const [row] = await db.select().from(credentials).where(eq(credentials.userId, userId));
			return row?.passwordHash ?? null;
		},

		async setPasswordHash(userId: string, passwordHash: string, now: number): Promise<void> {
			await db
				.insert(credentials)
				.values({ userId, passwordHash, changedAt: now })
				.onConflictDoUpdate({ target: credentials.userId, set: { passwordHash, changedAt: now } });
		}
	};
}

function isLastAdmin(tx: Connection, id: string): boolean {
	const isActiveAdmin = and(eq(users.workspaceRole, 'admin'), isNull(users.deactivatedAt));
	const others = tx
		.select({ id: users.id })
		.from(users)
		.where(and(isActiveAdmin, ne(users.id, id)))
		.limit(1)
		.all();
	const self = tx
		.select({ id: users.id })
		.from(users)
		.where(and(isActiveAdmin, eq(users.id, id)))
		.all();
	return self.length > 0 && others.length === 0;
}
