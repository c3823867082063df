// The part of the account service that brings people in: who may invite whom, and what happens when the link
// is followed. Of two who follow one link at once, one gets the account.

import { can } from '#lib/core/policy/can.ts';
import { AppError } from '#lib/core/errors.ts';
import { nameIssues, normaliseName, refuseIssues } from '#server/auth/input-checks.ts';
import { asCurrentUser, newPerson, timestamp } from '#server/auth/new-person.ts';
import { passwordIssues } from '#server/auth/passwords.ts';
import { createRateLimiter, placeOf } from '#server/auth/rate-limit.ts';
import type { NamedInvitation } from '#server/database/repositories/invitations.ts';
import type { AccountService, Actor, InviteInput } from '#server/service-types.ts';
import type { AccountDependencies } from './create-account-service.ts';

type InvitationService = Pick<
	AccountService,
	| 'invite'
	| 'listInvitations'
	| 'revokeInvitation'
	| 'readInvitation'
	| 'acceptInvitation'
	| 'joinByInvitation'
>;

export function createInvitationService(dependencies: AccountDependencies): InvitationService {
	const { database, bus, access, invitations, sessions, passwords, clock } = dependencies;
	const limiter = createRateLimiter(clock, { attempts: 20, windowSeconds: 15 * 60 });

	/** Into a project by its owner, as guest or member; anything else by an administrator. */
	async function requireRightToInvite(
		actor: Actor,
		{ projectId, workspaceRole }: InviteInput
	): Promise<void> {
		if (projectId !== undefined) {
			await access.requireProject(actor, projectId, 'project.manage-members');
			if (workspaceRole === 'member') {
				await access.requireProject(actor, projectId, 'project.invite-newcomer-as-member');
			}
		} else {
			access.requireWorkspace(actor, 'people.invite-member');
		}
		if (workspaceRole === 'admin') access.requireWorkspace(actor, 'people.manage');
	}

	async function requireRightToRevoke(actor: Actor, { invitation }: NamedInvitation): Promise<void> {
		if (invitation.invitedBy === actor.userId) return;
		if (can(actor, 'people.manage', { type: 'workspace' })) return;
		if (invitation.projectId === null) throw new AppError('not-found');
		await access.requireProject(actor, invitation.projectId, 'project.manage-members');
	}

	return {
		async invite(actor, input) {
			await requireRightToInvite(actor, input);
			const { email, name, workspaceRole, projectId, projectRole = 'commenter', locale } = input;
			const project = projectId === undefined ? null : { id: projectId, role: projectRole };
			return invitations.issue(actor, { email, name, workspaceRole, project, locale });
		},

		async listInvitations(actor) {
			const open = await database.invitations.listOpen();
			const seesAll = can(actor, 'people.manage', { type: 'workspace' });
			return open
				.filter(({ invitation }) => seesAll || invitation.invitedBy === actor.userId)
				.map(invitations.view);
		},

		async revokeInvitation(actor, invitationId) {
			const named = await database.invitations.byId(invitationId);
			if (named === null) throw new AppError('not-found');
			await requireRightToRevoke(actor, named);
			await database.invitations.revoke(invitationId, clock());
		},

		async readInvitation(token) {
			const { invitation, inviterName, projectName } = await invitations.usable(token);
			return {
				email: invitation.email,
				name: invitation.name,
				workspaceName: (await database.workspace.name()) ?? '',
				projectName,
				inviterName,
				expiresAt: timestamp(invitation.expiresAt),
				hasAccount: (await database.users.byEmail(invitation.email)) !== null
			};
		},

		async acceptInvitation({ token, name, password, locale, ip, userAgent }) {
			const place = placeOf(ip);
			limiter.count(place);
			const { invitation } = await invitations.usable(token);
			const { email, workspaceRole } = invitation;
			const personName = normaliseName(name);
			refuseIssues(nameIssues(personName), passwordIssues(password));
			const user = newPerson(
				{ email, name: personName, workspaceRole, locale },
				await database.users.count(),
				clock
			);
			const passwordHash = await passwords.hash(password);
			const outcome = await database.invitations.accept(invitation.id, {
				user,
				passwordHash,
				now: clock()
			});
			if (outcome === 'email-taken') throw new AppError('email-taken', { email });
			if (outcome === 'not-open') {
				await invitations.usable(token);
				throw new AppError('link-used');
			}
			limiter.forgive(place);
			const { token: sessionToken, session } = await sessions.begin(user.id, userAgent);
			return {
				token: sessionToken,
				expiresAt: timestamp(session.expiresAt),
				user: asCurrentUser(user),
				projectId: invitation.projectId
			};
		},

		async joinByInvitation(actor, token) {
			const { invitation } = await invitations.usable(token);
			// The link is for one address; being signed in as somebody else does not carry it over.
			if (invitation.email !== actor.email) throw new AppError('forbidden');
			if (!(await database.invitations.join(invitation.id, actor.userId, clock()))) {
				throw new AppError('link-used');
			}
			bus.publish('access.changed', { userId: actor.userId });
			return { projectId: invitation.projectId };
		}
	};
}
