// The API's one translator from errors to answers: application/problem+json (RFC 9457) with a stable code and words
// in the reader's language. An unexpected error is named by an id alone; its story goes to the log.

import { isAppError, type AppError } from '#lib/core/errors.ts';
import { errorText, type Locale } from '#lib/i18n/error-text.ts';
import { fieldIssueText } from './field-issue-text.ts';

export function problemResponse(error: AppError, locale: Locale, requestId?: string): Response {
	const { code, status, params, fields } = error;
	const headers = new Headers({
		'content-type': 'application/problem+json; charset=utf-8',
		'cache-control': 'no-store'
	});
	if (status === 401) headers.set('www-authenticate', 'Bearer');
	const wait = params.retryAfterSeconds;
	if (typeof wait === 'number') headers.set('retry-after', String(Math.max(1, Math.ceil(wait))));
	const body = {
		type: `urn:throughline:error:${code}`,
		title: errorText(code, {}, locale),
		status,
		detail: errorText(code, typeof wait === 'number' ? { seconds: wait, ...params } : params, locale),
		code,
		...(fields.length > 0 && {
			fields: fields.map((issue) => ({
				path: issue.path,
				code: issue.code,
				message: fieldIssueText(issue, locale)
			}))
		}),
		...(requestId !== undefined && { requestId })
	};
	return new Response(JSON.stringify(body), { status, headers });
}

export function isExpected(error: unknown): error is AppError {
	return isAppError(error) && error.status < 500;
}
