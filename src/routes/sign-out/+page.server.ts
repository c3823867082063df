// Ends the session. The sign-in page that follows clears this person's offline copies from the browser.

import { redirect } from '@sveltejs/kit';
import { clearSession } from '../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!locals.user) redirect(303, '/sign-in');
	return { name: locals.user.name, userId: locals.user.userId };
};

export const actions: Actions = {
	default: async (event) => {
		const { session, user, services } = event.locals;
		if (session) await services.auth.signOut(session.id);
		clearSession(event);
		redirect(303, user ? `/sign-in?signed-out=${encodeURIComponent(user.userId)}` : '/sign-in');
	}
};
