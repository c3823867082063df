// Who works on a project: members and their roles, invitations by e-mail. Takes effect at once.

import * as v from 'valibot';
import { email, id, optionalName, projectRole } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { actorOf, orErrorPage, signedIn } from '../../../../signed-in.ts';
import { projectHead } from '#lib/features/projects/project-head.ts';
import type { Actions, PageServerLoad } from './$types';

const invite = v.object({
	email,
	name: optionalName,
	role: projectRole,
	side: v.optional(v.picklist(['member', 'guest'], 'choice'))
});
const changeRole = v.object({ email, role: projectRole });
const removeMember = v.object({ userId: id });
const revoke = v.object({ invitationId: id });

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const project = await orErrorPage(event.locals.services.projects.get(actor, event.params.id));
	return {
		project: projectHead(project),
		myUserId: actor.userId,
		mailsAreKept: project.canManageMembers && event.locals.services.outbox.isUsed,
		// A guest who owns a project brings in guests only; then there is nothing to choose.
		mayInviteMembers: actor.workspaceRole !== 'guest',
		mayReadOutbox: actor.workspaceRole === 'admin',
		members: project.members.map(({ userId, name, email, role, workspaceRole, color }) => ({
			userId,
			name,
			email,
			role,
			color,
			isGuest: workspaceRole === 'guest'
		})),
		invitations: project.invitations.map(({ id, email, projectRole, expiresAt, isExpired }) => ({
			id,
			email,
			role: projectRole,
			expiresAt,
			isExpired
		}))
	};
};

export const actions: Actions = {
	invite: ({ request, locals, params }) =>
		submit(request, 'invite', invite, async ({ email, name, role, side }) => {
			const { status, link } = await locals.services.projects.setMember(actorOf(locals), params.id, {
				email,
				role,
				...(name ? { name } : {}),
				...(side ? { workspaceRole: side } : {})
			});
			return { status, email, link: link ?? null };
		}),
	role: ({ request, locals, params }) =>
		submit(request, 'role', changeRole, async (input) => {
			await locals.services.projects.setMember(actorOf(locals), params.id, input);
		}),
	remove: ({ request, locals, params }) =>
		submit(request, 'remove', removeMember, async ({ userId }) => {
			await locals.services.projects.removeMember(actorOf(locals), params.id, userId);
			return { userId };
		}),
	revoke: ({ request, locals, params }) =>
		submit(request, 'revoke', revoke, async ({ invitationId }) => {
			await locals.services.projects.revokeInvitation(actorOf(locals), params.id, invitationId);
		})
};
