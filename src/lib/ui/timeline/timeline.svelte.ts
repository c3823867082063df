// The state that the parts of a timeline share: how wide a day is, the line of dates, the stretch of it that is in view, and
// what is in hand. A view's controller owns it beside the tree grid whose last column the timeline is.

import { untrack } from 'svelte';
import type { ColumnId } from '../tree-grid/grid-types.ts';
import type { TreeGridState } from '../tree-grid/tree-grid.svelte.ts';
import type { BarDraft, LinkDraft } from './bar-hand.ts';
import { moveSpan, type Span } from './bar-moves.ts';
import {
	boundDayWidth,
	dayOf,
	dayWidths,
	fittingDayWidth,
	marginBefore,
	scaleFor,
	widthOf,
	xOf,
	zoomOf,
	type DateScale,
	type Zoom
} from './date-scale.ts';

type Options = {
	/** 'YYYY-MM-DD': the earliest and the latest date of all bars. Without bars, today. */
	span: () => { start: string; finish: string } | null;
	/** 'YYYY-MM-DD' */
	today: () => string;
	/** Pixels in view beside the titles; the line is at least as long. */
	room: () => number;
	/** Pixels of the line that are in view; see `stretchInView`. */
	stretch: () => { from: number; to: number };
	dayWidth?: number;
};

/** Bars and marks are drawn a little beyond what is in view, and anew only after so many pixels. */
const step = 256;

export class TimelineState {
	#dayWidth = $state(dayWidths.week);
	/** Days beyond the plan that a drag has come to: the line then grows. */
	#reached = $state.raw<Span | null>(null);
	draft = $state.raw<BarDraft | null>(null);
	linkDraft = $state.raw<LinkDraft | null>(null);
	/** The point of the line that keeps its place when the scale changes: a day, so many pixels from the left of the view. */
	anchor: { day: number; offset: number } | null = null;
	readonly #options: Options;

	readonly today: number = $derived.by(() => dayOf(this.#options.today()));
	/** First and last day of all bars; today where there are none. */
	readonly shown: Span = $derived.by(() => {
		const span = this.#options.span();
		return span
			? { start: dayOf(span.start), finish: dayOf(span.finish) }
			: { start: this.today, finish: this.today };
	});
	readonly scale: DateScale = $derived.by(() => {
		const { start, finish } = this.shown;
		const reached = this.#reached ?? this.shown;
		const days = {
			start: Math.min(start, this.today, reached.start),
			finish: Math.max(finish, this.today, reached.finish)
		};
		return scaleFor(days, this.#dayWidth, this.#options.room());
	});
	readonly #first: number = $derived.by(() => Math.floor(this.#options.stretch().from / step) * step - step);
	readonly #last: number = $derived.by(() => Math.ceil(this.#options.stretch().to / step) * step + step);

	constructor(options: Options) {
		this.#options = options;
		if (options.dayWidth) this.#dayWidth = boundDayWidth(options.dayWidth);
	}

	get zoom(): Zoom {
		return zoomOf(this.#dayWidth);
	}
	get dayWidth(): number {
		return this.#dayWidth;
	}
	/** Of the whole line: the width of its column. */
	get width(): number {
		return Math.ceil(widthOf(this.scale));
	}
	/** Pixels of the line worth drawing: never beyond it, where they would only make it longer to scroll. */
	get drawn(): { from: number; to: number } {
		return { from: Math.max(0, this.#first), to: Math.min(this.width, this.#last) };
	}
	isDrawn(box: { left: number; width: number }): boolean {
		return box.left + box.width >= this.#first && box.left <= this.#last;
	}
	x(day: number): number {
		return xOf(this.scale, day);
	}
	/** Where a bar lies now, in hand or not. */
	spanOf(id: string, bar: Span): Span {
		const { draft } = this;
		if (!draft) return bar;
		if (draft.id === id) return draft.span ?? bar;
		return draft.also.has(id) ? moveSpan(bar, 'whole', draft.days) : bar;
	}

	/** Makes a day so many pixels wide. What lies `offset` pixels from the left of the view stays there; without it the middle. */
	setDayWidth(dayWidth: number, offset?: number): void {
		const { from, to } = this.#options.stretch();
		const held = offset ?? (to - from) / 2;
		this.anchor = { day: this.scale.first + (from + held) / this.scale.dayWidth, offset: held };
		this.#dayWidth = boundDayWidth(dayWidth);
	}
	/** The whole plan in view. */
	fit(): void {
		const { start, finish } = this.shown;
		this.#dayWidth = fittingDayWidth(finish - start + 1, this.#options.room());
		// Not the line's own beginning: today may lie far before the plan.
		this.anchor = { day: start, offset: marginBefore };
	}
	/** While something is dragged there: the line grows so that it can be reached. */
	reach(day: number): void {
		const { first, last } = this.scale;
		if (day > first + 2 && day < last - 2) return;
		const reached = this.#reached ?? this.shown;
		this.#reached = { start: Math.min(reached.start, day), finish: Math.max(reached.finish, day) };
	}
}

/** What of a grid's column is neither scrolled away nor covered by the sticky first column. Pixels of the column. */
export function stretchInView<Row>(grid: TreeGridState<Row>, column: ColumnId): { from: number; to: number } {
	const left = grid.columns.find(column)?.left ?? 0;
	const covered = grid.columns.visible[0]?.width ?? 0;
	const { scrollLeft, width } = grid.viewport;
	return { from: scrollLeft + covered - left, to: scrollLeft + (width || 1280) - left };
}

/** Brings a day into view, a third from the left of the room beside the titles. */
export function scrollToDay<Row>(
	grid: TreeGridState<Row>,
	column: ColumnId,
	timeline: TimelineState,
	day: number
): void {
	const { from, to } = stretchInView(grid, column);
	grid.viewport.scrollAside(grid.viewport.scrollLeft + timeline.x(day) - (from + (to - from) / 3));
}

/** Scrolls as little as brings a span into view; one longer than the view shows its beginning. */
export function revealSpan<Row>(
	grid: TreeGridState<Row>,
	column: ColumnId,
	timeline: TimelineState,
	span: Span
): void {
	const { from, to } = stretchInView(grid, column);
	const left = timeline.x(span.start) - 24;
	const right = timeline.x(span.finish + 1) + 24;
	if (left >= from && right <= to) return;
	const by = left < from || right - left > to - from ? left - from : right - to;
	grid.viewport.scrollAside(grid.viewport.scrollLeft + by);
}

/** Called while a component is set up: when the scale changes, what the person looks at stays where it is. */
export function holdPlace<Row>(grid: TreeGridState<Row>, column: ColumnId, timeline: TimelineState): void {
	let before: DateScale | null = null;
	$effect(() => {
		const { scale } = timeline;
		const was = before;
		before = scale;
		const { anchor } = timeline;
		timeline.anchor = null;
		untrack(() => {
			const { viewport } = grid;
			if (anchor) {
				const { from } = stretchInView(grid, column);
				viewport.scrollAside(viewport.scrollLeft + timeline.x(anchor.day) - anchor.offset - from);
			} else if (was && was.first !== scale.first && was.dayWidth === scale.dayWidth) {
				viewport.scrollAside(viewport.scrollLeft + (was.first - scale.first) * scale.dayWidth);
			}
		});
	});
}
