// Pages for people who are not signed in. Before the first set-up every one of them leads to it.

import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, route, url }) => {
	const isSetUp = locals.user !== null || (await locals.services.auth.isSetUp());
	const isSetUpPage = route.id === '/(auth)/setup';
	if (!isSetUp && !isSetUpPage) redirect(303, '/setup');
	if (isSetUp && isSetUpPage) redirect(303, locals.user ? '/' : '/sign-in');
	const { name } = await locals.services.accounts.workspace();
	return { workspaceName: name, locale: locals.locale, here: url.pathname + url.search };
};
