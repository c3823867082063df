// First run: names the workspace and makes its first administrator, who is signed in at once.

import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { email, locale, name, newPassword } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { beginSession } from '../../session-cookie.ts';
import type { Actions } from './$types';

const setUp = v.object({ workspaceName: name, name, email, password: newPassword, locale });

export const actions: Actions = {
	default: async (event) => {
		const answer = await submit(event.request, 'set-up', setUp, async (input) => {
			const userAgent = event.request.headers.get('user-agent') ?? '';
			beginSession(event, await event.locals.services.auth.setUp({ ...input, userAgent }));
		});
		if ('done' in answer) redirect(303, '/');
		return answer;
	}
};
