// The language switch of the pages outside the workspace: remembers the choice, also for the account of somebody who is
// signed in, and returns to the page.

import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { locale } from '#lib/features/forms/fields.ts';
import { rememberLocale } from '../session-cookie.ts';
import { safeNext } from '../safe-next.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const fields = await event.request.formData();
	const chosen = v.safeParse(locale, fields.get('locale'));
	if (chosen.success) {
		const { user, services } = event.locals;
		if (user) await services.accounts.updateProfile(user, { locale: chosen.output });
		rememberLocale(event, chosen.output);
	}
	redirect(303, safeNext(String(fields.get('next') ?? '/')));
};
