// Which rows of a fixed height are worth drawing. Pure arithmetic in pixels; it knows neither rows nor elements.

export type RowWindow = { first: number; /** Exclusive. */ last: number };

/** Rows in view, and `overscan` more on each side. The bounds move in steps of `step` rows, so that most scroll events change
 *  nothing and those that do draw a few rows at once. */
export function rowWindow(view: {
	scrollTop: number;
	height: number;
	rowHeight: number;
	count: number;
	overscan?: number;
	step?: number;
}): RowWindow {
	const { count, rowHeight, overscan = 4, step = 2 } = view;
	const top = Math.floor(Math.max(0, view.scrollTop) / rowHeight) - overscan;
	const bottom = Math.ceil((Math.max(0, view.scrollTop) + view.height) / rowHeight) + overscan;
	return {
		first: Math.min(count, Math.max(0, Math.floor(top / step) * step)),
		last: Math.min(count, Math.max(0, Math.ceil(bottom / step) * step))
	};
}

/** The scroll position that shows row `index` whole, moving as little as possible. */
export function scrollToShow(
	index: number,
	view: { scrollTop: number; height: number; rowHeight: number }
): number {
	const top = index * view.rowHeight;
	if (top < view.scrollTop) return top;
	const bottom = top + view.rowHeight;
	return bottom > view.scrollTop + view.height ? Math.max(0, bottom - view.height) : view.scrollTop;
}
