// What the server reads from meeting notes so that the page shows them before any script runs.

import { jsonToHtml } from '#lib/core/rich-text/html-writer.ts';
import type { FirstPaint } from '#lib/features/document/document-page.ts';

/** `content` is what the kind's `read` gives; anything missing shows as empty. */
export function firstPaint(content: unknown): FirstPaint {
	const { body, details } = (content ?? {}) as Record<string, unknown>;
	const fields: Record<string, string> = {};
	for (const [name, value] of Object.entries((details ?? {}) as object)) {
		if (typeof value === 'string') fields[name] = value;
	}
	return { html: body === undefined ? '' : jsonToHtml(body), fields };
}
