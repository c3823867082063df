// Who calls: a bearer token or the session that the pages' cookie already proved. A bearer token wins where both
// are sent; a malformed Authorization header is refused, never passed over in favour of the cookie.

import { AppError } from '#lib/core/errors.ts';
import type { CurrentUser } from '#server/service-types.ts';
import type { Services } from '#server/services.ts';

export interface Caller {
	readonly actor: CurrentUser;
	/** A browser sends its cookie by itself, so such a request must also show where it comes from. */
	readonly byCookie: boolean;
}

interface Edge {
	readonly request: Request;
	readonly url: URL;
	readonly locals: {
		readonly user: CurrentUser | null;
		readonly services: { readonly auth: Pick<Services['auth'], 'authenticateRequest'> };
	};
}

export async function identifyCaller({ request, locals }: Edge): Promise<Caller> {
	const header = request.headers.get('authorization');
	if (header === null) {
		if (!locals.user) throw new AppError('unauthenticated');
		return { actor: locals.user, byCookie: true };
	}
	const bearer = /^Bearer +(\S+) *$/i.exec(header)?.[1];
	const found = bearer === undefined ? null : await locals.services.auth.authenticateRequest({ bearer });
	if (!found) throw new AppError('unauthenticated');
	return { actor: found.actor, byCookie: false };
}

/** Refuses a change that another site's page asked a signed-in browser to make. */
export function checkOrigin(request: Request, ownOrigins: readonly string[]): void {
	if (request.method === 'GET' || request.method === 'HEAD') return;
	const origin = request.headers.get('origin');
	const site = request.headers.get('sec-fetch-site');
	// Browsers say at least one of the two; who says neither is no page of ours, and a program has API tokens.
	const isOwn = origin === null ? site === 'same-origin' : ownOrigins.includes(origin);
	if (!isOwn) throw new AppError('cross-origin', origin === null ? {} : { origin });
}
