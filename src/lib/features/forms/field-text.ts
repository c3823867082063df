// Words for what is wrong with one field. It knows the codes of fields.ts and those that services give
// in AppError.fields; an unknown code shows the thrower's own text, else a general sentence.

import { m } from '#lib/i18n/compiled/messages.js';

type Params = Record<string, string | number>;

const texts: Record<string, (params: Params) => string> = {
	required: () => m.page_field_required(),
	email: () => m.page_field_email(),
	'invalid-email': () => m.page_field_email(),
	'invalid-characters': () => m.page_field_characters(),
	'too-short': ({ limit, minimum }) => m.page_field_too_short({ limit: limit ?? minimum ?? '' }),
	'too-long': ({ limit, maximum }) => m.page_field_too_long({ limit: limit ?? maximum ?? '' }),
	'deactivated-account': () => m.error_field_deactivated_account(),
	'wrong-password': () => m.page_field_wrong_password(),
	choice: () => m.page_field_choice(),
	file: () => m.page_field_file(),
	'file-too-large': () => m.page_field_file_too_large()
};

export function fieldText(code: string, params: Params = {}, fallback?: string): string {
	return texts[code]?.(params) ?? (fallback && fallback !== code ? fallback : m.page_field_choice());
}
