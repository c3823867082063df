// Invitations by link: issued, mailed, read and revoked. Whether somebody may invite is the callers' question;
// what an invitation is worth is decided here.

import type { Clock } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import {
	emailIssues,
	nameIssues,
	normaliseEmail,
	normaliseName,
	refuseIssues
} from '#server/auth/input-checks.ts';
import { timestamp } from '#server/auth/new-person.ts';
import { hashSecret, newSecret } from '#server/auth/secrets.ts';
import type { Database } from '#server/database/open-database.ts';
import type { NamedInvitation } from '#server/database/repositories/invitations.ts';
import type {
	Actor,
	InvitationView,
	Locale,
	Mailer,
	ProjectRole,
	WorkspaceRole
} from '#server/service-types.ts';

export const INVITATION_LIFETIME = 14 * 24 * 60 * 60 * 1000;

export interface IssueInvitation {
	email: string;
	name?: string | undefined;
	workspaceRole: WorkspaceRole;
	project: { id: string; role: ProjectRole } | null;
	locale?: Locale | undefined;
}

export interface Invitations {
	/** Throws 'invalid' or 'email-taken'. A mail that cannot be sent loses nothing: the link is answered too. */
	issue(inviter: Actor, input: IssueInvitation): Promise<{ invitation: InvitationView; link: string }>;
	/** Throws 'not-found', 'link-used', 'gone' (revoked) or 'link-expired'. */
	usable(token: string): Promise<NamedInvitation>;
	view(named: NamedInvitation): InvitationView;
}

export interface InvitationsDependencies {
	database: Pick<Database, 'invitations' | 'users' | 'workspace'>;
	mailer: Mailer;
	origin: string;
	clock: Clock;
	onMailError(error: unknown): void;
}

export function createInvitations(dependencies: InvitationsDependencies): Invitations {
	const { database, mailer, origin, clock, onMailError } = dependencies;

	function view({ invitation, inviterName, projectName }: NamedInvitation): InvitationView {
		return {
			id: invitation.id,
			email: invitation.email,
			name: invitation.name,
			workspaceRole: invitation.workspaceRole,
			projectId: invitation.projectId,
			projectName,
			projectRole: invitation.projectRole,
			inviterName,
			createdAt: timestamp(invitation.createdAt),
			expiresAt: timestamp(invitation.expiresAt),
			isExpired: invitation.expiresAt <= clock()
		};
	}

	return {
		view,

		async issue(inviter, input) {
			const email = normaliseEmail(input.email);
			const name = normaliseName(input.name ?? '');
			refuseIssues(emailIssues(email), name === '' ? [] : nameIssues(name));
			if ((await database.users.byEmail(email)) !== null) throw new AppError('email-taken', { email });
			const secret = newSecret();
			const now = clock();
			const id = newId(clock);
			await database.invitations.replace({
				id,
				tokenHash: secret.hash,
				email,
				name: name === '' ? null : name,
				workspaceRole: input.workspaceRole,
				projectId: input.project?.id ?? null,
				projectRole: input.project?.role ?? null,
				invitedBy: inviter.userId,
				createdAt: now,
				expiresAt: now + INVITATION_LIFETIME,
				acceptedAt: null,
				revokedAt: null
			});
			const named = await database.invitations.byId(id);
			if (named === null) throw new AppError('conflict');
			const invitation = view(named);
			const link = `${origin}/invite/${secret.value}`;
			await mailer
				.send({
					to: email,
					locale: input.locale ?? inviter.locale,
					template: 'invitation',
					data: {
						inviterName: inviter.name,
						workspaceName: (await database.workspace.name()) ?? '',
						projectName: named.projectName,
						link,
						expiresAt: invitation.expiresAt
					}
				})
				.catch(onMailError);
			return { invitation, link };
		},

		async usable(token) {
			const named = await database.invitations.byHash(hashSecret(token));
			if (named === null) throw new AppError('not-found');
			if (named.invitation.acceptedAt !== null) throw new AppError('link-used');
			if (named.invitation.revokedAt !== null) throw new AppError('gone');
			if (named.invitation.expiresAt <= clock()) throw new AppError('link-expired');
			return named;
		}
	};
}
