// What people type about themselves and their projects: normalised, or refused with a field issue that names
// the value's fault. Requests are parsed at the edges; this is the rule that holds for every edge.

import { AppError } from '#lib/core/errors.ts';
import type { FieldIssue } from '#lib/core/errors.ts';

export const NAME_MAX_LENGTH = 120;
const EMAIL_MAX_LENGTH = 254; // RFC 5321, 4.5.3.1.3

// One @, something before it, a host with no spaces, quotes, angle brackets or commas anywhere: a mail server decides the rest.
const EMAIL = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/u;
// eslint-disable-next-line no-control-regex -- control characters are what is refused
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;

/** The one form in which e-mail addresses are stored and compared. */
export function normaliseEmail(email: string): string {
	return email.normalize('NFC').trim().toLowerCase();
}

export function emailIssues(normalised: string, path = 'email'): FieldIssue[] {
	if (normalised.length <= EMAIL_MAX_LENGTH && EMAIL.test(normalised) && !CONTROL.test(normalised)) return [];
	const shown = normalised.slice(0, 80);
	return [
		{ path, code: 'invalid-email', message: `“${shown}” is not an e-mail address.`, params: { value: shown } }
	];
}

export function normaliseName(name: string): string {
	return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** For a normalised name of a person, project, client or workspace. */
export function nameIssues(normalised: string, path = 'name'): FieldIssue[] {
	if (normalised === '') return [{ path, code: 'required', message: 'A name is needed.' }];
	const length = [...normalised].length;
	if (length > NAME_MAX_LENGTH) {
		return [
			{
				path,
				code: 'too-long',
				message: `The name has ${length} characters; it may have at most ${NAME_MAX_LENGTH}.`,
				params: { length, maximum: NAME_MAX_LENGTH }
			}
		];
	}
	if (CONTROL.test(normalised)) {
		return [{ path, code: 'invalid-characters', message: 'The name contains control characters.' }];
	}
	return [];
}

/** Throws AppError('invalid') with all issues together, so that a form marks every field at once. */
export function refuseIssues(...issues: readonly FieldIssue[][]): void {
	const all = issues.flat();
	if (all.length > 0) throw new AppError('invalid', {}, all);
}

export function requireName(name: string, path = 'name'): string {
	const normalised = normaliseName(name);
	refuseIssues(nameIssues(normalised, path));
	return normalised;
}

export function requireEmail(email: string, path = 'email'): string {
	const normalised = normaliseEmail(email);
	refuseIssues(emailIssues(normalised, path));
	return normalised;
}
