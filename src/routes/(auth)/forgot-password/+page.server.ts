// Asks for a link to choose a new password. The answer is the same whether or not the address is known.

import * as v from 'valibot';
import { email } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import type { Actions } from './$types';

const request = v.object({ email });

export const actions: Actions = {
	default: (event) =>
		submit(event.request, 'forgot-password', request, async ({ email }) => {
			await event.locals.services.auth.requestPasswordReset({ email, ip: event.getClientAddress() });
			return { email };
		})
};
