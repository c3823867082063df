// What the server reads from a plan so that the page shows it before any script runs: the outline as an indented list.

import { escapeHtml } from '#lib/core/rich-text/html-writer.ts';
import type { FirstPaint } from '#lib/features/document/document-page.ts';
import type { PlanContent } from '../model/content.ts';

/** More are drawn by the live view a moment later. */
const MOST_ROWS = 100;
const DEEPEST = 8;

export function firstPaint(content: unknown): FirstPaint {
	const { tasks = [] } = (content ?? {}) as Partial<PlanContent>;
	const rows = tasks.slice(0, MOST_ROWS).map(({ title, depth }) => {
		const level = Math.min(depth, DEEPEST);
		return `<li style="--depth:${level}">${escapeHtml(title)}</li>`;
	});
	return { html: rows.join(''), fields: {} };
}
