// The seam between pages and program: finds the services, turns the session cookie into locals.user,
// settles the language, refuses changes that other sites ask for, and gives every unexpected error one answer.
// No business rule lives here.

import type { Handle, HandleServerError } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { checkOrigin } from '#lib/api/caller.ts';
import { isAppError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import { paraglideMiddleware } from '#lib/i18n/compiled/server.js';
import { errorText } from '#lib/i18n/error-text.ts';
import type { Services } from '#server/services.ts';
import { LOCALE_COOKIE, rememberLocale } from './routes/session-cookie.ts';

/** The cookie's name is part of the outside contract: the socket and the API read it too. */
const SESSION_COOKIE = 'throughline_session';

const withServices: Handle = ({ event, resolve }) => {
	const services = (globalThis as { [key: symbol]: Services | undefined })[
		Symbol.for('throughline.services')
	];
	if (!services)
		throw new Error('The pages run inside server/main.ts; start them with npm start or npm run dev.');
	event.locals.services = services;
	return resolve(event);
};

const withSession: Handle = async ({ event, resolve }) => {
	event.locals.user = null;
	event.locals.session = null;
	const token = event.cookies.get(SESSION_COOKIE);
	if (token) {
		const found = await event.locals.services.auth.validateSession(token);
		if (found) {
			event.locals.user = found.user;
			event.locals.session = found.session;
		}
	}
	return resolve(event);
};

/** A person's own language holds on every device; before sign-in the browser's does, or what was chosen there. */
const withLocale: Handle = ({ event, resolve }) => {
	const { user } = event.locals;
	let asked = event.request;
	if (user && event.cookies.get(LOCALE_COOKIE) !== user.locale) {
		rememberLocale(event, user.locale);
		asked = new Request(event.url, { headers: { cookie: `${LOCALE_COOKIE}=${user.locale}` } });
	}
	return paraglideMiddleware(asked, ({ request, locale }) => {
		if (asked === event.request) event.request = request;
		event.locals.locale = locale;
		const theme = event.locals.user?.theme ?? 'system';
		return resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%theme%', theme)
		});
	});
};

/** The API looks by itself, because its tokens need no origin. */
const fromOwnPages: Handle = ({ event, resolve }) => {
	const { request, url, locals } = event;
	if (url.pathname.startsWith('/api/')) return resolve(event);
	try {
		checkOrigin(request, [url.origin, locals.services.config.origin]);
	} catch (error) {
		if (!isAppError(error)) throw error;
		const { status, code, params } = error;
		return new Response(errorText(code, params, locals.locale), { status });
	}
	return resolve(event);
};

const withSafeHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const set = (name: string, value: string) => {
		if (!response.headers.has(name)) response.headers.set(name, value);
	};
	set('X-Content-Type-Options', 'nosniff');
	set('Referrer-Policy', 'same-origin');
	set('X-Frame-Options', 'DENY');
	set('Cross-Origin-Opener-Policy', 'same-origin');
	if (event.locals.user) set('Cache-Control', 'private, no-store');
	return response;
};

export const handle: Handle = sequence(withServices, withSession, withLocale, withSafeHeaders, fromOwnPages);

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (isAppError(error) && error.status < 500) return { message: error.code, code: error.code };
	if (status === 404) return { message, code: 'not-found' };
	const requestId = newId();
	event.locals.services?.log.error(
		{ requestId, route: event.route.id, status, error: error instanceof Error ? error.stack : String(error) },
		'request failed'
	);
	return { message: 'internal', code: 'internal', requestId };
};
