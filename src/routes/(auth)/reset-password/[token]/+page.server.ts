// Chooses a new password by a mailed link. Every session of the person ends; they sign in with the new one.

import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isAppError } from '#lib/core/errors.ts';
import { newPassword } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { clearSession } from '../../../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const reset = v.object({ password: newPassword });

export const load: PageServerLoad = async ({ locals, params }) => {
	try {
		const { email } = await locals.services.auth.readPasswordReset(params.token);
		return { email, problem: null };
	} catch (failure) {
		if (!isAppError(failure) || failure.status >= 500) throw failure;
		return { email: null, problem: failure.code };
	}
};

export const actions: Actions = {
	default: async (event) => {
		const { auth } = event.locals.services;
		const answer = await submit(event.request, 'reset-password', reset, async ({ password }) => {
			const { email } = await auth.readPasswordReset(event.params.token);
			await auth.resetPassword({ token: event.params.token, password });
			clearSession(event);
			return { email };
		});
		if ('done' in answer) {
			redirect(303, `/sign-in?notice=password-changed&email=${encodeURIComponent(answer.email)}`);
		}
		return answer;
	}
};
