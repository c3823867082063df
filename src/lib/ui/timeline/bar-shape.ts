// What a timeline needs to know to draw a task. Days as in date-scale, both ends inclusive.

import type { Span } from './bar-moves.ts';

/** What of a bar can be taken in hand. */
export type BarGrip = 'whole' | 'start' | 'finish' | 'progress' | 'link';

export type TimelineBarShape = Span & {
	/** A summary is drawn as a bracket over its tasks, a milestone lies on its start. */
	kind?: 'task' | 'summary' | 'milestone' | 'deliverable';
	/** 0…1 */
	progress?: number;
	tone?: 'critical' | 'finished';
	/** Beside the bar. */
	label?: string;
	/** Said beside the label in the colour of danger: "3 days overdue". */
	alarm?: string;
	/** More for the tooltip and a screen reader: "critical", "60 %", a person's name. */
	notes?: readonly string[];
	/** Where it was planned. */
	baseline?: Span;
	/** The day it was promised for. */
	deadline?: number;
	/** The last day on which it may finish without hurting anything; before `finish` where it is late already. */
	latest?: number;
	/** Beside the line of `latest`: "5d". */
	slack?: string;
	grips?: readonly BarGrip[];
};
