// Invitations by the hash of their link. Accepting is one step: of two who follow the same link at once,
// one gets the account and the other learns that the link is used.

import { and, desc, eq, isNull } from 'drizzle-orm';
import { atomically, isUniqueViolation } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { credentials, invitations, projectMembers, projects, users } from '../schema/tables.ts';
import type { InvitationRow, NewUserRow } from '../schema/tables.ts';

/** An invitation with the names that its reader needs. */
export interface NamedInvitation {
	invitation: InvitationRow;
	inviterName: string;
	projectName: string | null;
}

export function createInvitationRepository(db: Connection) {
	const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

	function named() {
		return db
			.select({ invitation: invitations, inviterName: users.name, projectName: projects.name })
			.from(invitations)
			.innerJoin(users, eq(users.id, invitations.invitedBy))
			.leftJoin(projects, eq(projects.id, invitations.projectId));
	}

	return {
		/** Takes the place of an open invitation of the same e-mail to the same project (or to none). */
		async replace(invitation: InvitationRow): Promise<void> {
			const sameTarget =
				invitation.projectId === null
					? isNull(invitations.projectId)
					: eq(invitations.projectId, invitation.projectId);
			atomically(db, (tx) => {
				tx.update(invitations)
					.set({ revokedAt: invitation.createdAt })
					.where(and(eq(invitations.email, invitation.email), sameTarget, isOpen))
					.run();
				tx.insert(invitations).values(invitation).run();
			});
		},

		async byId(id: string): Promise<NamedInvitation | null> {
			const [row] = await named().where(eq(invitations.id, id));
			return row ?? null;
		},

		async byHash(tokenHash: string): Promise<NamedInvitation | null> {
			const [row] = await named().where(eq(invitations.tokenHash, tokenHash));
			return row ?? null;
		},

		async listOpen(): Promise<NamedInvitation[]> {
			return named().where(isOpen).orderBy(desc(invitations.id));
		},

		async listOpenOfProject(projectId: string): Promise<NamedInvitation[]> {
			return named()
				.where(and(isOpen, eq(invitations.projectId, projectId)))
				.orderBy(desc(invitations.id));
		},

		async revoke(id: string, now: number): Promise<void> {
			await db
				.update(invitations)
				.set({ revokedAt: now })
				.where(and(eq(invitations.id, id), isOpen));
		},

		/** Makes the account, its password and its membership. The caller has checked the expiry. */
		async accept(
			id: string,
			newcomer: { user: NewUserRow; passwordHash: string; now: number }
		): Promise<'done' | 'not-open' | 'email-taken'> {
			try {
				return atomically(db, (tx) => {
					const accepted = close(tx, id, newcomer.now);
					if (accepted === undefined) return 'not-open';
					tx.insert(users).values(newcomer.user).run();
					tx.insert(credentials)
						.values({
							userId: newcomer.user.id,
							passwordHash: newcomer.passwordHash,
							changedAt: newcomer.now
						})
						.run();
					join(tx, accepted, newcomer.user.id, newcomer.now);
					return 'done';
				});
			} catch (error) {
				if (isUniqueViolation(error)) return 'email-taken';
				throw error;
			}
		},

		/** For somebody who has an account already: the membership only. False where it is not open any more. */
		async join(id: string, userId: string, now: number): Promise<boolean> {
			return atomically(db, (tx) => {
				const accepted = close(tx, id, now);
				if (accepted === undefined) return false;
				join(tx, accepted, userId, now);
				return true;
			});
		}
	};

	function close(tx: Connection, id: string, now: number): InvitationRow | undefined {
		return tx
			.update(invitations)
			.set({ acceptedAt: now })
			.where(and(eq(invitations.id, id), isOpen))
			.returning()
			.all()[0];
	}

	function join(tx: Connection, accepted: InvitationRow, userId: string, now: number): void {
		if (accepted.projectId === null) return;
		tx.insert(projectMembers)
			.values({
				projectId: accepted.projectId,
				userId,
				role: accepted.projectRole ?? 'commenter',
				createdAt: now
			})
			.onConflictDoNothing()
			.run();
	}
}
