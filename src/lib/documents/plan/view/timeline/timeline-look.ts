// How a person likes the timeline: how wide a day is and what is drawn. Kept in their browser, per plan.

import { boundDayWidth, dayWidths } from '#lib/ui/timeline/date-scale.ts';

export interface TimelineLook {
	readonly dayWidth: number;
	readonly links: boolean;
	readonly critical: boolean;
	readonly names: boolean;
}

export function readLook(stored: unknown): TimelineLook {
	const { dayWidth, links, critical, names } = (stored ?? {}) as Record<string, unknown>;
	return {
		dayWidth: typeof dayWidth === 'number' && dayWidth > 0 ? boundDayWidth(dayWidth) : dayWidths.week,
		links: links !== false,
		critical: critical !== false,
		names: names !== false
	};
}
