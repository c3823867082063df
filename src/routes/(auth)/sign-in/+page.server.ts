// Sign-in by e-mail and password; leads back to the page that was asked for.

import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { email, givenPassword } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { beginSession } from '../../session-cookie.ts';
import { safeNext } from '../../safe-next.ts';
import type { Actions, PageServerLoad } from './$types';

const signIn = v.object({ email, password: givenPassword, next: v.optional(v.string(), '/') });

export const load: PageServerLoad = ({ locals, url }) => {
	const next = safeNext(url.searchParams.get('next'));
	if (locals.user) redirect(303, next);
	return {
		next,
		signedOut: url.searchParams.get('signed-out'),
		notice: url.searchParams.get('notice'),
		email: url.searchParams.get('email') ?? ''
	};
};

export const actions: Actions = {
	default: async (event) => {
		const answer = await submit(event.request, 'sign-in', signIn, async ({ email, password, next }) => {
			const ip = event.getClientAddress();
			const userAgent = event.request.headers.get('user-agent') ?? '';
			beginSession(event, await event.locals.services.auth.signIn({ email, password, ip, userAgent }));
			return { next: safeNext(next) };
		});
		if ('done' in answer) redirect(303, answer.next);
		return answer;
	}
};
