// What the owner of a timeline does when a bar is taken in hand: how it would lie, and what dropping it means. The
// timeline asks; it never changes anything itself. Days as in date-scale.

import type { BarPart, Span } from './bar-moves.ts';

export type BarEnd = 'start' | 'finish';
export type LinkDrop = { from: string; fromEnd: BarEnd; to: string; toEnd: BarEnd };

export type TimelineHand = {
	/** Called once when a bar is taken. Answers the other bars that go along when it is moved as a whole. */
	take(id: string): readonly string[];
	/** How the bar would lie after moving the part by so many days. */
	preview(id: string, part: BarPart, days: number): Span;
	/** Let go there; `days` is never 0. */
	drop(id: string, part: BarPart, days: number): void;
	/** 0…100 */
	setProgress(id: string, progress: number): void;
	link(drop: LinkDrop): void;
	/** Asked while a link is drawn: the words of a refusal, or null. */
	refuseLink(from: string, to: string): string | null;
};

/** The bar under the pointer's or the keys' hand, as it would become. */
export type BarDraft = {
	readonly id: string;
	/** Bars that go along by `days`. */
	readonly also: ReadonlySet<string>;
	readonly days: number;
	readonly span: Span | null;
	/** 0…100, while the progress is drawn. */
	readonly progress: number | null;
};

/** A link being drawn. Points in pixels of the grid's body. */
export type LinkDraft = {
	readonly from: string;
	readonly fromEnd: BarEnd;
	readonly point: { readonly x: number; readonly y: number };
	readonly target: { readonly id: string; readonly end: BarEnd; readonly refusal: string | null } | null;
};
