// The session cookie, in one place: set at sign-in, set-up and acceptance, cleared at sign-out.
// It also carries the person's language over to the cookie that the messages are chosen by.

import type { RequestEvent } from '@sveltejs/kit';
import type { Locale, NewSession } from '#server/service-types.ts';

const SESSION_COOKIE = 'throughline_session';
export const LOCALE_COOKIE = 'PARAGLIDE_LOCALE';
const YEAR_SECONDS = 31_536_000;

type Edge = Pick<RequestEvent, 'cookies' | 'url' | 'locals'>;

export function beginSession(event: Edge, session: NewSession): void {
	event.cookies.set(SESSION_COOKIE, session.token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure(event),
		expires: new Date(session.expiresAt)
	});
	rememberLocale(event, session.user.locale);
}

export function clearSession(event: Edge): void {
	event.cookies.delete(SESSION_COOKIE, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure(event)
	});
}

/** Readable by the page: the messages in the browser are chosen by it too. */
export function rememberLocale(event: Edge, locale: Locale): void {
	event.cookies.set(LOCALE_COOKIE, locale, {
		path: '/',
		httpOnly: false,
		sameSite: 'lax',
		secure: isSecure(event),
		maxAge: YEAR_SECONDS
	});
}

/** Behind a proxy that ends TLS the request itself is plain; then the configured origin tells. */
function isSecure({ url, locals }: Edge): boolean {
	return url.protocol === 'https:' || locals.services.config.origin.startsWith('https:');
}
