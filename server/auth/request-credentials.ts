// Where a request carries its credentials: the session cookie and the Authorization header. Reads, never judges.

import type { IncomingHttpHeaders } from 'node:http';

export const SESSION_COOKIE = 'throughline_session';

export function credentialsOf(headers: Pick<IncomingHttpHeaders, 'cookie' | 'authorization'>): {
	cookie?: string;
	bearer?: string;
} {
	const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
	const cookie = cookieNamed(headers.cookie ?? '', SESSION_COOKIE);
	return { ...(cookie === undefined ? {} : { cookie }), ...(bearer === undefined ? {} : { bearer }) };
}

function cookieNamed(header: string, name: string): string | undefined {
	for (const pair of header.split(';')) {
		const [key, value] = pair.split('=', 2);
		if (key?.trim() === name && value !== undefined) return value.trim();
	}
	return undefined;
}
