// Words for error codes: the one translator that pages, toasts and the API share. A code's text is the message
// `error_<code>`; where the thrower gave the parameters that a fuller text needs, `error_<code>_detail` is used.
// It refuses to guess: an unknown code reads as an internal error, a missing parameter never shows as "undefined".

import { isAppError, type ErrorCode, type ErrorParams } from '#lib/core/errors.ts';
import { m } from './compiled/messages.js';
import { getLocale } from './compiled/runtime.js';
import { formatBytes, formatDuration } from './format.ts';

export type Locale = 'en' | 'zh-CN';

type Message = (inputs: Record<string, string>, options: { locale: Locale }) => string;

const messages = m as unknown as Record<string, Message | undefined>;

/** How each detailed text reads the thrower's parameters; undefined when they are not there. */
const details: Partial<
	Record<ErrorCode, (params: ErrorParams, locale: Locale) => Record<string, string> | undefined>
> = {
	// `limit` in bytes (number), or ready words (string).
	'too-large': ({ limit }, locale) =>
		limit === undefined
			? undefined
			: { limit: typeof limit === 'number' ? formatBytes(limit, locale) : limit },
	'unsupported-media-type': ({ type }) => (type === undefined ? undefined : { type: String(type) }),
	'email-taken': ({ email }) => (email === undefined ? undefined : { email: String(email) }),
	// `retryAfterSeconds`: until the next attempt is let through.
	'too-many-requests': ({ retryAfterSeconds: seconds }, locale) =>
		typeof seconds === 'number' ? { wait: formatDuration(seconds, locale) } : undefined
};

/** One or two sentences for `code` in `locale` (default: the reader's): what happened, what to do next. */
export function errorText(code: string, params: ErrorParams = {}, locale: Locale = getLocale()): string {
	const key = `error_${code.replaceAll('-', '_')}`;
	const inputs = details[code as ErrorCode]?.(params, locale);
	const detailed = inputs && messages[`${key}_detail`];
	if (detailed) return detailed(inputs, { locale });
	const message = messages[key] ?? m.error_internal;
	return message({}, { locale });
}

/** The same for whatever was thrown: what is no AppError is a fault of the program, and reads as one. */
export function thrownText(error: unknown): string {
	return isAppError(error) ? errorText(error.code, error.params) : errorText('internal');
}
