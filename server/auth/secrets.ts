// Secrets that go out once (session cookies, API tokens, links) and come back to be recognised. Only their
// SHA-256 is stored: 256 random bits need no slow hash, and a stolen database opens no door.

import { createHash, randomBytes } from 'node:crypto';

export interface Secret {
	/** For whoever shall hold it; never stored, never logged. */
	value: string;
	hash: string;
}

export function newSecret(prefix = ''): Secret {
	const value = prefix + randomBytes(32).toString('base64url');
	return { value, hash: hashSecret(value) };
}

export function hashSecret(value: string): string {
	return createHash('sha256').update(value).digest('hex');
}
