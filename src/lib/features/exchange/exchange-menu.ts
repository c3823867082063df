// What a document's menu offers for exchange: a line for each format that the kind writes.

import Download from '@lucide/svelte/icons/download';
import type * as Y from 'yjs';
import type { DocumentKind, Exchanges } from '#lib/core/schema/define-kind.ts';
import { fileName, saveFile } from '#lib/features/document/hand-out.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import type { MenuItem } from '#lib/ui/menu/menu-item.ts';

type Format = keyof Exchanges;

/** In the order in which they are offered: what people read and edit first. */
const FORMATS: readonly Format[] = ['markdown', 'csv', 'xml', 'ics', 'json'];

const labels: Readonly<Record<Format, () => string>> = {
	markdown: m.exchange_export_markdown,
	csv: m.exchange_export_csv,
	xml: m.exchange_export_xml,
	ics: m.exchange_export_ics,
	json: m.exchange_export_json
};

export function exportItems(
	kind: DocumentKind,
	doc: Y.Doc,
	{ title, locale }: { title: string; locale: 'en' | 'zh-CN' }
): MenuItem[] {
	return FORMATS.flatMap((format) => {
		const exchange = kind.exchange[format];
		if (!exchange) return [];
		const { extension, mediaType } = exchange;
		const save = () => saveFile(fileName(title, extension), mediaType, exchange.export(doc, { locale }));
		return { label: labels[format](), icon: Download, onSelect: save };
	});
}
