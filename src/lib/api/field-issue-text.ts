// Words for what is wrong with one field of a request, in the reader's language and with the limit that was broken.
// A code that has no text here, or comes without the values that its text names, keeps the thrower's own words.

import type { ErrorParams, FieldIssue } from '#lib/core/errors.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import type { Locale } from '#lib/i18n/error-text.ts';

type Message = (inputs: ErrorParams, options: { locale: Locale }) => string;

const messages = m as unknown as Record<string, Message | undefined>;

/** The values that a text names; codes that are not here need none. */
const needed: Readonly<Record<string, readonly string[]>> = {
	'wrong-type': ['expected', 'received'],
	'too-short': ['limit'],
	'too-long': ['limit'],
	'too-few': ['limit'],
	'too-many': ['limit'],
	'too-small': ['limit'],
	'too-big': ['limit'],
	choice: ['known'],
	'invalid-email': ['value'],
	'unknown-kind': ['kind', 'known'],
	'unknown-template': ['template', 'known'],
	'unknown-collection': ['collection', 'known'],
	'unsupported-operation': ['op', 'known'],
	'unsupported-format': ['format', 'known'],
	'no-title-column': ['found'],
	'not-a-project': ['found'],
	'not-xml': ['line'],
	'xml-document-type': ['line']
};

/** Some throwers name the limit by its side. */
function withLimit(params: ErrorParams): ErrorParams {
	const limit = params.limit ?? params.minimum ?? params.maximum;
	return limit === undefined ? params : { ...params, limit };
}

export function fieldIssueText({ code, message, params = {} }: FieldIssue, locale: Locale): string {
	const inputs = withLimit(params);
	const text = messages[`error_field_${code.replaceAll('-', '_')}`];
	const isComplete = (needed[code] ?? []).every((name) => inputs[name] !== undefined);
	// "Not allowed" alone helps nobody whose schema had more to say.
	if (text === undefined || !isComplete || (code === 'not-allowed' && locale === 'en')) return message;
	return text(inputs, { locale });
}
