// What the server reads from a risk board so that the page shows it before any script runs: the register as a list, each
// risk with its exposure.

import { escapeHtml } from '#lib/core/rich-text/html-writer.ts';
import type { FirstPaint } from '#lib/features/document/document-page.ts';
import type { BoardContent } from '../model/content.ts';
import { exposureOf } from '../model/score.ts';

/** More are drawn by the live view a moment later. */
const MOST_ROWS = 100;

export function firstPaint(content: unknown): FirstPaint {
	const { risks = [] } = (content ?? {}) as Partial<BoardContent>;
	const rows = risks.slice(0, MOST_ROWS).map(({ title, score }) => {
		const exposure = score === null ? '–' : String(exposureOf(score));
		return `<li><span>${escapeHtml(title)}</span><b>${exposure}</b></li>`;
	});
	return { html: rows.join(''), fields: {} };
}
