// What the server reads from a retrospective so that the page shows it before any script runs: its columns.

import { escapeHtml } from '#lib/core/rich-text/html-writer.ts';
import type { FirstPaint } from '#lib/features/document/document-page.ts';
import type { RetrospectiveContent } from '../model/content.ts';

export function firstPaint(content: unknown): FirstPaint {
	const { columns = [] } = (content ?? {}) as Partial<RetrospectiveContent>;
	const rows = columns.map(
		({ title, prompt }) => `<li><strong>${escapeHtml(title)}</strong><span>${escapeHtml(prompt)}</span></li>`
	);
	return { html: rows.join(''), fields: {} };
}
