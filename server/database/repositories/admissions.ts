// All that is asked about somebody at a document's door, in one query: who a secret belongs to, and what they are to the
// document. A crowd that comes back at once asks nothing else, so this is the one read that is written for speed.

import { and, eq, sql } from 'drizzle-orm';
import { keep } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { apiTokens, documents, projectMembers, projects, sessions, users } from '../schema/tables.ts';

export function createAdmissionRepository(db: Connection) {
	const person = {
		userId: users.id,
		workspaceRole: users.workspaceRole,
		deactivatedAt: users.deactivatedAt
	};
	/** All null where there is no such document. */
	const document = {
		projectId: documents.projectId,
		audience: documents.audience,
		removedAt: documents.removedAt,
		archivedAt: projects.archivedAt,
		/** Null as well where this person is no member. */
		membership: projectMembers.role
	};
	const isAsked = eq(documents.id, sql.placeholder('documentId'));
	const isTheirs = and(
		eq(projectMembers.projectId, documents.projectId),
		eq(projectMembers.userId, users.id)
	);

	const bySession = keep(() =>
		db
			.select({ ...person, ...document, seenAt: users.lastSeenAt, expiresAt: sessions.expiresAt })
			.from(sessions)
			.innerJoin(users, eq(users.id, sessions.userId))
			.leftJoin(documents, isAsked)
			.leftJoin(projects, eq(projects.id, documents.projectId))
			.leftJoin(projectMembers, isTheirs)
			.where(eq(sessions.id, sql.placeholder('id')))
			.prepare()
	);
	const byToken = keep(() =>
		db
			.select({ ...person, ...document, seenAt: apiTokens.lastUsedAt, expiresAt: sql<null>`null` })
			.from(apiTokens)
			.innerJoin(users, eq(users.id, apiTokens.userId))
			.leftJoin(documents, isAsked)
			.leftJoin(projects, eq(projects.id, documents.projectId))
			.leftJoin(projectMembers, isTheirs)
			.where(eq(apiTokens.tokenHash, sql.placeholder('tokenHash')))
			.prepare()
	);

	return {
		async bySession(id: string, documentId: string) {
			return bySession().get({ id, documentId }) ?? null;
		},
		async byToken(tokenHash: string, documentId: string) {
			return byToken().get({ tokenHash, documentId }) ?? null;
		}
	};
}
