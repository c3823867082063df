// Passwords: argon2id, and the one rule about them (length). Composition rules make passwords worse
// (NIST SP 800-63B, 5.1.1.2), so there are none.

import { hash, verify } from '@node-rs/argon2';
import type { FieldIssue } from '#lib/core/errors.ts';

export const PASSWORD_MIN_LENGTH = 10;
/** Long enough for any passphrase, short enough that hashing it is no attack. */
export const PASSWORD_MAX_LENGTH = 256;

export interface Passwords {
	hash(password: string): Promise<string>;
	/** `stored` null (nobody, or no password yet) takes as long as a wrong password and answers false. */
	matches(stored: string | null, password: string): Promise<boolean>;
}

export interface PasswordCost {
	/** KiB */
	memoryCost: number;
	timeCost: number;
	parallelism: number;
}

/** OWASP's first recommendation for argon2id: 19 MiB, two passes. */
const DEFAULT_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id is the library's default algorithm; its enum exists in types only. */
export function createPasswords(cost: PasswordCost = DEFAULT_COST): Passwords {
	// Made at once: made at the first unknown address, that one answer would be slower than the others.
	const nobody = hash('nobody has this password', cost);
	return {
		hash: (password) => hash(password, cost),
		async matches(stored, password) {
			if (password.length > PASSWORD_MAX_LENGTH) return false;
			const isRight = await verify(stored ?? (await nobody), password);
			return stored !== null && isRight;
		}
	};
}

/** Empty where the password may be used. Lengths count characters, not UTF-16 units. */
export function passwordIssues(password: string, path = 'password'): FieldIssue[] {
	const length = [...password].length;
	if (length < PASSWORD_MIN_LENGTH) {
		return [
			{
				path,
				code: 'too-short',
				message: `The password has ${length} characters; it needs at least ${PASSWORD_MIN_LENGTH}.`,
				params: { length, minimum: PASSWORD_MIN_LENGTH }
			}
		];
	}
	if (password.length > PASSWORD_MAX_LENGTH) {
		return [
			{
				path,
				code: 'too-long',
				message: `The password has ${length} characters; it may have at most ${PASSWORD_MAX_LENGTH}.`,
				params: { length, maximum: PASSWORD_MAX_LENGTH }
			}
		];
	}
	return [];
}
