// Why a retrospective refuses something, as a sentence. Codes that it shares with all documents are worded by the
// field-issue translator.

import { fieldIssueText } from '#lib/api/field-issue-text.ts';
import type { AppError, ErrorParams } from '#lib/core/errors.ts';
import { errorText } from '#lib/i18n/error-text.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import { getLocale } from '#lib/i18n/compiled/runtime.js';

const texts: Readonly<Record<string, (params: ErrorParams) => string>> = {
	'wrong-phase': () => m.retro_refused_wrong_phase(),
	'phase-moved': () => m.retro_refused_phase_moved(),
	'over-budget': ({ limit }) => m.retro_refused_over_budget({ limit: String(limit ?? '') }),
	'cards-written': () => m.retro_refused_cards_written(),
	voting: () => m.retro_refused_voting(),
	'may-not-facilitate': () => m.retro_refused_may_not_facilitate(),
	'not-found': () => m.retro_refused_gone()
};

export function refusalText(error: AppError): string {
	const issue = error.fields[0];
	if (!issue) return errorText(error.code, error.params);
	return texts[issue.code]?.(issue.params ?? {}) ?? fieldIssueText(issue, getLocale());
}
