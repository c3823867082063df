// Who is on which project, in which role. Keeps a project from losing its last owner: the check and the
// change are one step.

import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { atomically, keep } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { projectMembers, users } from '../schema/tables.ts';
import type { ProjectMemberRow, UserRow } from '../schema/tables.ts';

export interface MemberWithUser {
	role: ProjectMemberRow['role'];
	user: UserRow;
}

export function createProjectMemberRepository(db: Connection) {
	const roleOf = keep(() =>
		db
			.select({ role: projectMembers.role })
			.from(projectMembers)
			.where(
				and(
					eq(projectMembers.projectId, sql.placeholder('projectId')),
					eq(projectMembers.userId, sql.placeholder('userId'))
				)
			)
			.prepare()
	);

	return {
		async roleOf(projectId: string, userId: string): Promise<ProjectMemberRow['role'] | null> {
			return roleOf().get({ projectId, userId })?.role ?? null;
		},

		/** Project id → role. */
		async rolesOf(userId: string): Promise<Map<string, ProjectMemberRow['role']>> {
			const rows = await db.select().from(projectMembers).where(eq(projectMembers.userId, userId));
			return new Map(rows.map((row) => [row.projectId, row.role]));
		},

		/** Deactivated people left out. */
		async list(projectId: string): Promise<MemberWithUser[]> {
			return db
				.select({ role: projectMembers.role, user: users })
				.from(projectMembers)
				.innerJoin(users, eq(users.id, projectMembers.userId))
				.where(and(eq(projectMembers.projectId, projectId), sql`${users.deactivatedAt} is null`))
				.orderBy(asc(sql`lower(${users.name})`), asc(users.id));
		},

		/** 'last-owner', and nothing changed, where no other owner would be left. */
		async set(member: ProjectMemberRow): Promise<'added' | 'changed' | 'unchanged' | 'last-owner'> {
			return atomically(db, (tx) => {
				const { projectId, userId, role } = member;
				const [before] = tx
					.select({ role: projectMembers.role })
					.from(projectMembers)
					.where(membership(projectId, userId))
					.all();
				if (before === undefined) {
					tx.insert(projectMembers).values(member).run();
					return 'added';
				}
				if (before.role === role) return 'unchanged';
				if (before.role === 'owner' && !hasOtherOwner(tx, projectId, userId)) return 'last-owner';
				tx.update(projectMembers).set({ role }).where(membership(projectId, userId)).run();
				return 'changed';
			});
		},

		async remove(projectId: string, userId: string): Promise<'removed' | 'not-found' | 'last-owner'> {
			return atomically(db, (tx) => {
				const [before] = tx
					.select({ role: projectMembers.role })
					.from(projectMembers)
					.where(membership(projectId, userId))
					.all();
				if (before === undefined) return 'not-found';
				if (before.role === 'owner' && !hasOtherOwner(tx, projectId, userId)) return 'last-owner';
				tx.delete(projectMembers).where(membership(projectId, userId)).run();
				return 'removed';
			});
		}
	};
}

function membership(projectId: string, userId: string) {
	return and(eq(projectMembers.projectId, projectId), eq(projectMembers.userId, userId));
}

function hasOtherOwner(tx: Connection, projectId: string, userId: string): boolean {
	const others = tx
		.select({ userId: projectMembers.userId })
		.from(projectMembers)
		.innerJoin(users, eq(users.id, projectMembers.userId))
		.where(
			and(
				eq(projectMembers.projectId, projectId),
				eq(projectMembers.role, 'owner'),
				ne(projectMembers.userId, userId),
				sql`${users.deactivatedAt} is null`
			)
		)
		.limit(1)
		.all();
	return others.length > 0;
}
