// Requests to the HTTP API from the browser. A problem+json answer becomes the AppError it began as; a server that
// cannot be reached becomes AppError('unavailable'). It shows nothing: callers decide where an error appears.

import {
	AppError,
	errorStatus,
	type ErrorCode,
	type ErrorParams,
	type FieldIssue
} from '#lib/core/errors.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface ApiRequest {
	method?: Method;
	/** Sent as JSON. */
	json?: unknown;
	/** Sent as it is: uploads. */
	body?: BodyInit;
	signal?: AbortSignal;
	/** For tests. */
	fetch?: typeof fetch;
}

/** `path` below /api/v1, e.g. `/documents/x`. Answers 204 as undefined. Throws AppError; an abort stays an abort. */
export async function api<Answer>(path: string, request: ApiRequest = {}): Promise<Answer> {
	const { method = 'GET', json, body, signal, fetch: send = fetch } = request;
	const init: RequestInit = { method, headers: { accept: 'application/json' } };
	if (signal) init.signal = signal;
	if (json !== undefined) {
		init.body = JSON.stringify(json);
		init.headers = { ...init.headers, 'content-type': 'application/json' };
	} else if (body !== undefined) init.body = body;

	let response: Response;
	try {
		response = await send(`/api/v1${path}`, init);
	} catch (failure) {
		if (signal?.aborted) throw failure;
		throw new AppError('unavailable');
	}
	if (!response.ok) throw await toAppError(response);
	if (response.status === 204) return undefined as Answer;
	return (await response.json()) as Answer;
}

export async function toAppError(response: Response): Promise<AppError> {
	const problem: unknown = await response.json().catch(() => null);
	const { code, params, fields } = (problem ?? {}) as Record<string, unknown>;
	if (typeof code !== 'string' || !(code in errorStatus)) return new AppError(codeOfStatus(response.status));
	const issues = Array.isArray(fields) ? fields : [];
	return new AppError(code as ErrorCode, (params ?? {}) as ErrorParams, issues as FieldIssue[]);
}

/** A proxy's own answer has no code: the plainest of that status. */
function codeOfStatus(status: number): ErrorCode {
	if (status === 401) return 'unauthenticated';
	if (status === 403) return 'forbidden';
	if (status === 404) return 'not-found';
	if (status === 413) return 'too-large';
	if (status === 429) return 'too-many-requests';
	return status >= 502 && status <= 504 ? 'unavailable' : 'internal';
}
