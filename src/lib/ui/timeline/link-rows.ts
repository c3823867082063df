// Which links pass through the rows in view. Ten thousand links are placed once per change of the rows; each scroll then walks
// two arrays of numbers. Pure.

import type { RowId } from '../tree-grid/grid-types.ts';
import type { LinkType } from './dependency-path.ts';

export type RowLink = {
	readonly id: string;
	readonly from: RowId;
	readonly to: RowId;
	readonly type: LinkType;
};

/** Lines that only pass by are left out beyond this: nobody can follow so many, and drawing them would cost the scrolling. */
const mostPassing = 400;

export class LinkRows {
	readonly #links: RowLink[] = [];
	readonly #upper: Int32Array;
	readonly #lower: Int32Array;

	/** `indexOf` answers -1 for a row that is not shown; its links are not drawn. */
	constructor(links: readonly RowLink[], indexOf: (id: RowId) => number) {
		this.#upper = new Int32Array(links.length);
		this.#lower = new Int32Array(links.length);
		for (const link of links) {
			const from = indexOf(link.from);
			const to = indexOf(link.to);
			if (from < 0 || to < 0) continue;
			const at = this.#links.push(link) - 1;
			this.#upper[at] = Math.min(from, to);
			this.#lower[at] = Math.max(from, to);
		}
	}

	/** Those that touch the rows `first`…`last` (exclusive), in their order; first of all those that begin or end there. */
	through(first: number, last: number): RowLink[] {
		const ending: RowLink[] = [];
		const passing: RowLink[] = [];
		for (let at = 0; at < this.#links.length; at++) {
			const upper = this.#upper[at] ?? 0;
			const lower = this.#lower[at] ?? 0;
			if (upper >= last || lower < first) continue;
			const link = this.#links[at];
			if (!link) continue;
			if (upper >= first || lower < last) ending.push(link);
			else if (passing.length < mostPassing) passing.push(link);
		}
		return [...ending, ...passing];
	}
}
