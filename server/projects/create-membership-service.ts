// Who is on a project, in which role. Known people become members at once; unknown addresses are invited.
// A project never loses its last owner this way.

import { can } from '#lib/core/policy/can.ts';
import { isAtLeast } from '#lib/core/policy/roles.ts';
import { AppError } from '#lib/core/errors.ts';
import type { ProjectFacts } from '#server/access/create-access.ts';
import { requireEmail } from '#server/auth/input-checks.ts';
import type { UserRow } from '#server/database/schema/tables.ts';
import type { Actor, ProjectRole, ProjectService } from '#server/service-types.ts';
import type { ProjectDependencies } from './create-project-service.ts';

type MembershipService = Pick<ProjectService, 'setMember' | 'removeMember'>;

export function createMembershipService(dependencies: ProjectDependencies): MembershipService {
	const { database, bus, access, invitations, mailer, origin, clock, onMailError } = dependencies;

	/** Who may write in a project belongs to the team unless said otherwise; who may only comment is a guest. */
	function newcomerRole(
		actor: Actor,
		facts: ProjectFacts,
		role: ProjectRole,
		wish: 'member' | 'guest' | undefined
	): 'member' | 'guest' {
		const mayInviteMembers = can(actor, 'project.invite-newcomer-as-member', facts.resource);
		if (wish === 'member' && !mayInviteMembers) throw new AppError('forbidden');
		return wish ?? (mayInviteMembers && isAtLeast(role, 'editor') ? 'member' : 'guest');
	}

	async function tellNewMember(actor: Actor, user: UserRow, facts: ProjectFacts): Promise<void> {
		if (user.id === actor.userId) return;
		await mailer
			.send({
				to: user.email,
				locale: user.locale,
				template: 'project-access',
				data: {
					name: user.name,
					inviterName: actor.name,
					projectName: facts.project.name,
					workspaceName: (await database.workspace.name()) ?? '',
					link: `${origin}/projects/${facts.project.id}`
				}
			})
			.catch(onMailError);
	}

	return {
		async setMember(actor, projectId, { email, role, name, workspaceRole }) {
			const facts = await access.requireProject(actor, projectId, 'project.manage-members');
			const address = requireEmail(email);
			const user = await database.users.byEmail(address);
			if (user === null) {
				const { invitation, link } = await invitations.issue(actor, {
					email: address,
					name,
					workspaceRole: newcomerRole(actor, facts, role, workspaceRole),
					project: { id: projectId, role }
				});
				return { status: 'invited', invitationId: invitation.id, link };
			}
			if (user.deactivatedAt !== null) {
				const message = 'This account is deactivated; an administrator can reactivate it.';
				throw new AppError('conflict', { email: address }, [
					{ path: 'email', code: 'deactivated-account', message }
				]);
			}
			const outcome = await database.projectMembers.set({
				projectId,
				userId: user.id,
				role,
				createdAt: clock()
			});
			if (outcome === 'last-owner') throw new AppError('last-owner');
			bus.publish('access.changed', { userId: user.id, projectId });
			if (outcome === 'added') await tellNewMember(actor, user, facts);
			return { status: 'member', userId: user.id };
		},

		async removeMember(actor, projectId, userId) {
			await access.requireProject(
				actor,
				projectId,
				userId === actor.userId ? 'project.read' : 'project.manage-members'
			);
			const outcome = await database.projectMembers.remove(projectId, userId);
			if (outcome === 'last-owner') throw new AppError('last-owner');
			if (outcome === 'not-found') throw new AppError('not-found');
			bus.publish('access.changed', { userId, projectId });
		}
	};
}
