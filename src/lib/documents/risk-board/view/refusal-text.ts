// Why a risk board refuses a change, as a sentence with the value, the limit and the way out. Codes it shares with all
// documents are worded by the field-issue translator.

import { fieldIssueText } from '#lib/api/field-issue-text.ts';
import type { AppError, ErrorParams } from '#lib/core/errors.ts';
import { errorText } from '#lib/i18n/error-text.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import { getLocale } from '#lib/i18n/compiled/runtime.js';
import { shownDate } from '#lib/ui/date-picker/date-limits.ts';

const texts: Readonly<Record<string, (params: ErrorParams) => string>> = {
	'strategy-of-other-kind': () => m.risk_refused_strategy(),
	'acceptance-missing': () => m.risk_refused_acceptance(),
	'until-in-the-past': ({ value }) => m.risk_refused_until({ date: shownDate(String(value)) }),
	'too-many': ({ limit }) => m.risk_refused_too_many({ limit: String(limit ?? '') }),
	'not-found': () => m.risk_refused_gone()
};

export function refusalText(error: AppError): string {
	const issue = error.fields[0];
	if (issue) return texts[issue.code]?.(issue.params ?? {}) ?? fieldIssueText(issue, getLocale());
	return error.code === 'not-found' ? m.risk_refused_gone() : errorText(error.code, error.params);
}
