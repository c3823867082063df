// Why an image is not in the text, in the reader's words: the file, the limit and what to do next.
import { isAppError } from '#lib/core/errors.ts';
import { IMAGE_SIZE_LIMIT, type refuseImage } from '#lib/core/rich-text/image-rules.ts';
import { m } from '#lib/i18n/compiled/messages.js';
import { getLocale } from '#lib/i18n/compiled/runtime.js';
import { errorText } from '#lib/i18n/error-text.ts';
import { formatBytes } from '#lib/i18n/format.ts';

type Refusal = NonNullable<ReturnType<typeof refuseImage>>;

export function imageRefusal(refusal: Refusal, { name, size }: { name: string; size: number }): string {
	const bytes = (count: number) => formatBytes(count, getLocale());
	if (refusal === 'type') return m.editor_image_wrong_type({ name });
	if (refusal === 'empty') return m.editor_image_empty({ name });
	return m.editor_image_too_large({ name, size: bytes(size), limit: bytes(IMAGE_SIZE_LIMIT) });
}

/** What the server or the line said. */
export function uploadFailure(error: unknown, file: { name: string; size: number }): string {
	const code = isAppError(error) ? error.code : 'internal';
	if (code === 'too-large') return imageRefusal('size', file);
	if (code === 'unsupported-media-type') return imageRefusal('type', file);
	const why = errorText(code, isAppError(error) ? error.params : {});
	return m.editor_image_failed({ name: file.name, why });
}
