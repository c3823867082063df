// Why a plan refuses a change, as a sentence with the value, the limit and the way out. Codes the plan shares with all
// documents are worded by the field-issue translator.

import { fieldIssueText } from '#lib/api/field-issue-text.ts';
import type { AppError, ErrorParams } from '#lib/core/errors.ts';
import { errorText } from '#lib/i18n/error-text.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import { getLocale } from '#lib/i18n/compiled/runtime.js';

const texts: Readonly<Record<string, (params: ErrorParams) => string>> = {
	circle: ({ circle }) => m.plan_refused_circle({ circle: String(circle ?? '') }),
	'finish-before-start': ({ start, finish }) =>
		m.plan_refused_finish_before_start({
			start: formatDate(String(start)),
			finish: formatDate(String(finish))
		}),
	'too-many': ({ limit }) => m.plan_refused_too_many({ limit: String(limit ?? '') }),
	'too-deep': ({ limit }) => m.plan_refused_too_deep({ limit: String(limit ?? '') }),
	'last-status': () => m.plan_refused_last_status(),
	'not-found': () => m.plan_refused_gone()
};

export function refusalText(error: AppError): string {
	const issue = error.fields[0];
	if (!issue) return errorText(error.code, error.params);
	return texts[issue.code]?.(issue.params ?? {}) ?? fieldIssueText(issue, getLocale());
}
