// My settings: profile and language, password and sessions, API tokens; for administrators the workspace's name.

import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { checked, givenPassword, id, locale, name, newPassword } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { clearSession, rememberLocale } from '../../session-cookie.ts';
import { actorOf, orErrorPage, signedIn } from '../../signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const profile = v.object({ name });
const preferences = v.object({
	locale,
	theme: v.picklist(['system', 'light', 'dark'], 'choice'),
	singleKeyShortcuts: checked
});
const password = v.object({ current: givenPassword, next: newPassword });
const token = v.object({ label: name });
const one = v.object({ id });
const nothing = v.object({});

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const { auth } = event.locals.services;
	const [sessions, tokens] = await orErrorPage(
		Promise.all([auth.listSessions(actor, event.locals.session?.id), auth.listApiTokens(actor)])
	);
	return { sessions, tokens, isAdmin: actor.workspaceRole === 'admin' };
};

export const actions: Actions = {
	profile: ({ request, locals }) =>
		submit(request, 'profile', profile, async (changes) => {
			await locals.services.accounts.updateProfile(actorOf(locals), changes);
		}),
	preferences: (event) =>
		submit(event.request, 'preferences', preferences, async (changes) => {
			await event.locals.services.accounts.updateProfile(actorOf(event.locals), changes);
			rememberLocale(event, changes.locale);
			return { locale: changes.locale, theme: changes.theme };
		}),
	password: ({ request, locals }) =>
		submit(request, 'password', password, async (input) => {
			const currentSessionId = locals.session?.id;
			await locals.services.auth.changePassword(actorOf(locals), {
				...input,
				...(currentSessionId ? { currentSessionId } : {})
			});
		}),
	revokeSession: ({ request, locals }) =>
		submit(request, 'revoke-session', one, async ({ id }) => {
			await locals.services.auth.revokeSession(actorOf(locals), id);
		}),
	signOutEverywhere: async (event) => {
		const answer = await submit(event.request, 'sign-out-everywhere', nothing, async () => {
			const { userId } = actorOf(event.locals);
			await event.locals.services.auth.signOutEverywhere(userId);
			clearSession(event);
			return { userId };
		});
		if ('done' in answer) redirect(303, `/sign-in?signed-out=${encodeURIComponent(answer.userId)}`);
		return answer;
	},
	createToken: ({ request, locals }) =>
		submit(request, 'create-token', token, async ({ label }) => {
			const created = await locals.services.auth.createApiToken(actorOf(locals), { label });
			return { label, token: created.token };
		}),
	revokeToken: ({ request, locals }) =>
		submit(request, 'revoke-token', one, async ({ id }) => {
			await locals.services.auth.revokeApiToken(actorOf(locals), id);
		}),
	workspace: ({ request, locals }) =>
		submit(request, 'workspace', profile, async ({ name }) => {
			await locals.services.accounts.renameWorkspace(actorOf(locals), name);
		})
};
