// The state that the parts of a timeline share: the zoom, the line of dates, the stretch of it that is in view, and the bar
// that is being moved. A view's controller owns it beside the tree grid whose last column the timeline is.

import type { ColumnId } from '../tree-grid/grid-types.ts';
import type { TreeGridState } from '../tree-grid/tree-grid.svelte.ts';
import type { Span } from './bar-moves.ts';
import { dayOf, scaleFor, widthOf, xOf, type DateScale, type Zoom } from './date-scale.ts';

type Options = {
	/** 'YYYY-MM-DD': the earliest and the latest date of all bars. Without bars, today. */
	span: () => { start: string; finish: string } | null;
	/** 'YYYY-MM-DD' */
	today: () => string;
	/** Pixels in view; the line is at least as long. */
	room: () => number;
	/** Pixels of the line that are in view; see `stretchInView`. */
	stretch: () => { from: number; to: number };
	zoom?: Zoom;
};

/** Bars and marks are drawn a little beyond what is in view, and anew only after so many pixels. */
const step = 256;

export class TimelineState {
	zoom = $state<Zoom>('week');
	/** The bar under the pointer's or the keys' hand, as it would become. */
	draft = $state.raw<{ id: string; span: Span } | null>(null);
	readonly #options: Options;

	readonly today: number = $derived.by(() => dayOf(this.#options.today()));
	readonly scale: DateScale = $derived.by(() => {
		const span = this.#options.span();
		const days = span
			? { start: Math.min(dayOf(span.start), this.today), finish: Math.max(dayOf(span.finish), this.today) }
			: { start: this.today, finish: this.today };
		return scaleFor(days, this.zoom, this.#options.room());
	});
	readonly #first: number = $derived.by(() => Math.floor(this.#options.stretch().from / step) * step - step);
	readonly #last: number = $derived.by(() => Math.ceil(this.#options.stretch().to / step) * step + step);

	constructor(options: Options) {
		this.#options = options;
		if (options.zoom) this.zoom = options.zoom;
	}

	/** Of the whole line: the width of its column. */
	get width(): number {
		return Math.ceil(widthOf(this.scale));
	}
	/** Pixels of the line worth drawing. */
	get drawn(): { from: number; to: number } {
		return { from: this.#first, to: this.#last };
	}
	isDrawn(box: { left: number; width: number }): boolean {
		return box.left + box.width >= this.#first && box.left <= this.#last;
	}
	x(day: number): number {
		return xOf(this.scale, day);
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
