// What an import could not take over, in the reader's words: docs/markdown.md lists the same.

import type { ImportLoss } from '#lib/core/schema/define-kind.ts';
import { m } from '#lib/i18n/compiled/messages.js';

const named: Readonly<Record<string, (values: { count: number }) => string>> = {
	'heading-level': m.document_loss_heading_level,
	'image-link': m.document_loss_image_link,
	'link-address': m.document_loss_address,
	'image-address': m.document_loss_address,
	'table-size': m.document_loss_table_size,
	nesting: m.document_loss_nesting
};

/** "2 headings below the fourth level and the link on 1 image"; empty where nothing was lost. */
export function importLossText(losses: readonly ImportLoss[], locale: 'en' | 'zh-CN'): string {
	const parts = losses.map(({ what, count }) => named[what]?.({ count }) ?? `${what} (${count})`);
	return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}
