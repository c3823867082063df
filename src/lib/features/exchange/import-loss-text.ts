// What an import could not take over, in the reader's words: docs/markdown.md lists what Markdown cannot carry.

import { writeCsv } from '#lib/core/exchange/csv-text.ts';
import type { ImportLoss, LossReason } from '#lib/core/schema/define-kind.ts';
import { m } from '#lib/i18n/compiled/messages.js';

const named: Readonly<Record<string, (values: { count: number }) => string>> = {
	'heading-level': m.document_loss_heading_level,
	'image-link': m.document_loss_image_link,
	'link-address': m.document_loss_address,
	'image-address': m.document_loss_address,
	'table-size': m.document_loss_table_size,
	nesting: m.document_loss_nesting
};

const reasons: Readonly<Record<LossReason, () => string>> = {
	unreadable: m.exchange_reason_unreadable,
	'no-such-day': m.exchange_reason_no_such_day,
	negative: m.exchange_reason_negative,
	'unknown-word': m.exchange_reason_unknown_word,
	'unknown-task': m.exchange_reason_unknown_task,
	'too-deep': m.exchange_reason_too_deep,
	'too-long': m.exchange_reason_too_long
};

export const reasonText = (reason: LossReason): string => reasons[reason]();

/** Of a loss without a place. */
export function lossText({ what, count }: ImportLoss): string {
	return named[what]?.({ count }) ?? m.exchange_lost_what({ what, count });
}

/** "2 headings below the fourth level and the link on 1 image"; empty where nothing was lost. */
export function importLossText(losses: readonly ImportLoss[], locale: 'en' | 'zh-CN'): string {
	const placed = losses.filter(({ at }) => at).length;
	const parts = losses.filter(({ at }) => !at).map(lossText);
	if (placed > 0) parts.push(m.exchange_lost_cells({ count: placed }));
	return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

/** What is said when it is done. Markdown loses forms, never words. */
export function importedText(losses: readonly ImportLoss[], locale: 'en' | 'zh-CN'): string {
	const what = importLossText(losses, locale);
	if (what === '') return m.document_imported();
	const isForm = losses.every((loss) => Object.hasOwn(named, loss.what));
	return isForm ? m.document_imported_without({ what }) : m.exchange_imported_without({ what });
}

/** The list to take along: to whoever made the file, or beside it while mending. */
export function lossesAsCsv(losses: readonly ImportLoss[]): string {
	const rows = losses.map((loss) =>
		loss.at
			? [String(loss.at.line), loss.at.column, loss.at.value, reasonText(loss.at.why)]
			: ['', loss.what, '', lossText(loss)]
	);
	const header = [m.exchange_line(), m.exchange_column(), m.exchange_value(), m.exchange_reason()];
	return writeCsv([header, ...rows]);
}
