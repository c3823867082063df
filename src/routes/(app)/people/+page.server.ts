// The people of the workspace. Everybody sees whom they work with; administrators invite, change roles,
// and deactivate.

import * as v from 'valibot';
import { email, id, optionalName, workspaceRole } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { actorOf, orErrorPage, signedIn } from '../../signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const invite = v.object({ email, name: optionalName, role: workspaceRole });
const changeRole = v.object({ userId: id, role: workspaceRole });
const person = v.object({ userId: id });
const revoke = v.object({ invitationId: id });

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const { accounts, outbox } = event.locals.services;
	const isAdmin = actor.workspaceRole === 'admin';
	const [people, invitations] = await orErrorPage(
		Promise.all([accounts.list(actor), isAdmin ? accounts.listInvitations(actor) : []])
	);
	return {
		isAdmin,
		myUserId: actor.userId,
		mailsAreKept: isAdmin && outbox.isUsed,
		people: people.map((account) => ({
			id: account.id,
			name: account.name,
			email: account.email,
			role: account.workspaceRole,
			color: account.color,
			isDeactivated: account.deactivatedAt !== null,
			lastSeenAt: isAdmin ? account.lastSeenAt : null
		})),
		invitations: invitations.map(({ id, email, workspaceRole, projectName, expiresAt, isExpired }) => ({
			id,
			email,
			role: workspaceRole,
			projectName,
			expiresAt,
			isExpired
		}))
	};
};

export const actions: Actions = {
	invite: ({ request, locals }) =>
		submit(request, 'invite', invite, async ({ email, name, role }) => {
			const { link } = await locals.services.accounts.invite(actorOf(locals), {
				email,
				workspaceRole: role,
				...(name ? { name } : {})
			});
			return { status: 'invited' as const, email, link };
		}),
	role: ({ request, locals }) =>
		submit(request, 'role', changeRole, async ({ userId, role }) => {
			await locals.services.accounts.setWorkspaceRole(actorOf(locals), userId, role);
		}),
	deactivate: ({ request, locals }) =>
		submit(request, 'deactivate', person, async ({ userId }) => {
			await locals.services.accounts.deactivate(actorOf(locals), userId);
			return { userId };
		}),
	reactivate: ({ request, locals }) =>
		submit(request, 'reactivate', person, async ({ userId }) => {
			await locals.services.accounts.reactivate(actorOf(locals), userId);
		}),
	revoke: ({ request, locals }) =>
		submit(request, 'revoke', revoke, async ({ invitationId }) => {
			await locals.services.accounts.revokeInvitation(actorOf(locals), invitationId);
		})
};
