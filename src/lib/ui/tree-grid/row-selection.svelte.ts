// Which rows are selected. One of these can be shared by the outline, the board and the timeline, so that the selection
// survives a change of view. It knows ids only; which of them are visible is the view's business.

import type { RowId } from './grid-types.ts';

export class RowSelection {
	/** Replaced as a whole: rows on screen re-ask `has`, and ten thousand more cost nothing. */
	#ids = $state.raw<ReadonlySet<RowId>>(new Set());
	/** Where a range begins. */
	anchor: RowId | null = null;

	get ids(): ReadonlySet<RowId> {
		return this.#ids;
	}
	get size(): number {
		return this.#ids.size;
	}
	has(id: RowId): boolean {
		return this.#ids.has(id);
	}
	set(ids: Iterable<RowId>, anchor: RowId | null = this.anchor): void {
		this.anchor = anchor;
		this.#ids = new Set(ids);
	}
	toggle(id: RowId): void {
		const next = new Set(this.#ids);
		if (!next.delete(id)) next.add(id);
		this.set(next, id);
	}
	clear(): void {
		this.anchor = null;
		if (this.#ids.size > 0) this.#ids = new Set();
	}
}
