// Accepts an invitation by its link. A newcomer chooses a name and a password and is signed in; who has an
// account already signs in and joins. Whoever holds the link sees the workspace, the project's name and the
// inviter, nothing more.

import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isAppError } from '#lib/core/errors.ts';
import { locale, name, newPassword } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { beginSession } from '../../../session-cookie.ts';
import { actorOf } from '../../../signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const accept = v.object({ name, password: newPassword, locale });
const nothing = v.object({});

export const load: PageServerLoad = async ({ locals, params }) => {
	const signedInAs = locals.user && { name: locals.user.name, email: locals.user.email };
	try {
		const invitation = await locals.services.accounts.readInvitation(params.token);
		return { invitation, problem: null, signedInAs };
	} catch (failure) {
		if (!isAppError(failure) || failure.status >= 500) throw failure;
		return { invitation: null, problem: failure.code, signedInAs };
	}
};

export const actions: Actions = {
	accept: async (event) => {
		const answer = await submit(event.request, 'accept-invitation', accept, async (input) => {
			const session = await event.locals.services.accounts.acceptInvitation({
				...input,
				token: event.params.token,
				ip: event.getClientAddress(),
				userAgent: event.request.headers.get('user-agent') ?? ''
			});
			beginSession(event, session);
			return { projectId: session.projectId };
		});
		if ('done' in answer) redirect(303, answer.projectId ? `/projects/${answer.projectId}` : '/');
		return answer;
	},
	join: async ({ request, locals, params }) => {
		const answer = await submit(request, 'join', nothing, () =>
			locals.services.accounts.joinByInvitation(actorOf(locals), params.token)
		);
		if ('done' in answer) redirect(303, answer.projectId ? `/projects/${answer.projectId}` : '/');
		return answer;
	}
};
