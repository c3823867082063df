// Formats that can be read, by the names that people know; they are the same in both languages.

import type { ImportFormat } from '#lib/core/exchange/preview-import.ts';

export const formatNames: Readonly<Record<ImportFormat, string>> = {
	csv: 'CSV',
	markdown: 'Markdown',
	xml: 'Microsoft Project XML',
	json: 'JSON'
};
