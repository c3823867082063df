// How a timeline lies on paper: so many rows on a sheet, so many pixels of the line across, sheet by sheet from left to right and
// then down. Pure.

export interface Sheet {
	/** Rows, `last` exclusive. */
	readonly first: number;
	readonly last: number;
	/** Pixels of the line. */
	readonly from: number;
	readonly to: number;
}

/** CSS pixels, before `scale` makes them small enough for A4 across with margins of 10 mm. */
export const paper = {
	width: 1304,
	height: 892,
	scale: 0.8,
	rowHeight: 30,
	titleWidth: 300,
	rowsPerSheet: 25
};

type Ground = { rows: number; from: number; to: number; dayWidth: number };

/** Sheets end between days, so that no division of the scale is cut. */
export function sheetsOf({ rows, from, to, dayWidth }: Ground): Sheet[] {
	const room = paper.width - paper.titleWidth;
	const width = Math.max(1, Math.floor(room / dayWidth)) * dayWidth;
	const across = Math.max(1, Math.ceil((to - from) / width - 1e-6));
	const down = Math.ceil(rows / paper.rowsPerSheet);
	return Array.from({ length: across * down }, (_, at) => {
		const left = from + (at % across) * width;
		const first = Math.floor(at / across) * paper.rowsPerSheet;
		return {
			first,
			last: Math.min(rows, first + paper.rowsPerSheet),
			from: left,
			to: left + (across === 1 ? room : width)
		};
	});
}
