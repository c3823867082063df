// What a version is called where nobody gave it a name, and what a change is called.

import type { RowMark, SummaryCount } from '#lib/core/compare/comparison.ts';
import type { VersionPurpose } from '#lib/core/versions/purposes.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import { formatTime } from '#lib/i18n/format.ts';
import type { VersionView } from './version-calls.ts';
import { sectionText } from './vocabulary.ts';

const purposes: Readonly<Record<VersionPurpose, () => string>> = {
	automatic: m.versions_purpose_automatic,
	named: m.versions_purpose_named,
	minutes: m.versions_purpose_minutes,
	baseline: m.versions_purpose_baseline,
	'sign-off': m.versions_purpose_sign_off,
	report: m.versions_purpose_report,
	'change-request': m.versions_purpose_change_request,
	'before-import': m.versions_purpose_before_import,
	'before-restore': m.versions_purpose_before_restore,
	restore: m.versions_purpose_restore
};

export const purposeText = (purpose: VersionPurpose): string => purposes[purpose]();

/** The name, or why it was taken and when. */
export function versionTitle({ name, purpose, createdAt }: VersionView): string {
	return name ?? `${purposeText(purpose)}, ${formatTime(createdAt)}`;
}

const marks: Readonly<Record<'added' | 'removed' | 'changed' | RowMark, () => string>> = {
	added: m.versions_mark_added,
	removed: m.versions_mark_removed,
	changed: m.versions_mark_changed,
	moved: m.versions_mark_moved,
	slipped: m.versions_mark_slipped,
	earlier: m.versions_mark_earlier,
	finished: m.versions_mark_finished,
	reopened: m.versions_mark_reopened,
	raised: m.versions_mark_raised,
	lowered: m.versions_mark_lowered
};

export const markText = (mark: keyof typeof marks): string => marks[mark]();

/** `Tasks: 2 added, 3 slipped` for each section. */
export function summaryLines(summary: readonly SummaryCount[]): { section: string; counts: string }[] {
	const bySection = Map.groupBy(summary, ({ section }) => section);
	return [...bySection].map(([section, counts]) => ({
		section: sectionText(section),
		counts: counts
			.map(({ what, count }) => m.versions_count({ count, what: markText(what) }))
			.join(m.versions_list_separator())
	}));
}
