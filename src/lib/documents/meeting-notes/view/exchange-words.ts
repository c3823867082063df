// What meeting notes call their parts when they are imported.

import type { MakeExchangeWords } from '#lib/features/exchange/exchange-words.ts';
import { m } from '#lib/i18n/compiled/messages.js';

const parts: Readonly<Record<string, () => string>> = {
	title: m.document_title_label,
	details: m.document_notes_details,
	body: m.document_notes_body
};

export const exchangeWords: MakeExchangeWords = () => ({
	part: (name) => parts[name]?.() ?? name,
	field: () => undefined,
	value: () => undefined
});
