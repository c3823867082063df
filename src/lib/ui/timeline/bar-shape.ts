// What a timeline needs to know to draw a task. Days as in date-scale, both ends inclusive.

import type { Span } from './bar-moves.ts';

export type TimelineBarShape = Span & {
	/** A summary follows its tasks and does not move by itself; a milestone lies on its start. */
	kind?: 'task' | 'summary' | 'milestone';
	/** 0…1 */
	progress?: number;
	tone?: 'critical' | 'finished';
	/** Beside the bar. */
	label?: string;
	/** More for the tooltip and a screen reader: "critical", "60 %", a person's name. */
	notes?: readonly string[];
	/** Where it was planned. */
	baseline?: Span;
};
