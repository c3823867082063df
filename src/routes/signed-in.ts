// Who is asking, for pages: loads send a stranger to sign in (or to the first set-up) and bring them back
// afterwards; actions refuse without losing what was typed. Rights are decided by the services, not here.

import { error, redirect } from '@sveltejs/kit';
import { AppError, isAppError } from '#lib/core/errors.ts';
import type { CurrentUser } from '#server/service-types.ts';

interface LoadEdge {
	locals: App.Locals;
	url: URL;
}

/** For loads. */
export async function signedIn({ locals, url }: LoadEdge): Promise<CurrentUser> {
	if (locals.user) return locals.user;
	if (!(await locals.services.auth.isSetUp())) redirect(303, '/setup');
	const next = url.pathname + url.search;
	redirect(303, next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
}

/** For actions: the form stays as it is and says what happened. */
export function actorOf(locals: App.Locals): CurrentUser {
	if (!locals.user) throw new AppError('unauthenticated');
	return locals.user;
}

/** For loads: an AppError becomes the error page of its status; anything else stays unexpected. */
export async function orErrorPage<T>(answer: Promise<T>): Promise<T> {
	try {
		return await answer;
	} catch (failure) {
		if (isAppError(failure)) error(failure.status, { message: failure.code, code: failure.code });
		throw failure;
	}
}
