// The one error type of the inside. Code below the edges throws an AppError with a stable code and
// the parameters that its message needs; each edge (page, API, socket, CLI) has one translator.
// It holds no texts: the words live in src/lib/i18n, keyed by the code.

/** HTTP status of every error code. A code is part of the outside contract: never rename one. */
export const errorStatus = {
	unauthenticated: 401,
	'invalid-credentials': 401,
	forbidden: 403,
	'cross-origin': 403,
	'not-found': 404,
	'method-not-allowed': 405,
	conflict: 409,
	'email-taken': 409,
	'already-set-up': 409,
	'last-owner': 409,
	'last-admin': 409,
	gone: 410,
	'link-expired': 410,
	'link-used': 410,
	'too-large': 413,
	'unsupported-media-type': 415,
	invalid: 422,
	'too-many-requests': 429,
	internal: 500,
	'storage-unavailable': 503,
	unavailable: 503
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** Values that a message names: the offending value, the limit, the next step's target. */
export type ErrorParams = Record<string, string | number>;

/** One rejected field of a request: `path` in dotted form, `code` stable, `params` for the message. */
export interface FieldIssue {
	path: string;
	code: string;
	message: string;
	params?: ErrorParams;
}

/** The program and the page bundle each carry a copy of this class, so it is known by a mark, not by instanceof. */
const MARK = Symbol.for('throughline.app-error');

export class AppError extends Error {
	readonly [MARK] = true;
	readonly code: ErrorCode;
	readonly params: ErrorParams;
	readonly fields: readonly FieldIssue[];

	constructor(code: ErrorCode, params: ErrorParams = {}, fields: readonly FieldIssue[] = []) {
		super(code);
		this.name = 'AppError';
		this.code = code;
		this.params = params;
		this.fields = fields;
	}

	get status(): number {
		return errorStatus[this.code];
	}
}

export function isAppError(error: unknown): error is AppError {
	return typeof error === 'object' && error !== null && MARK in error;
}
