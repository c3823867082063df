// Rows under way by pointer: which they are, where they would land, and the scrolling at the edges. The keyboard's way to
// the same places is Alt with the arrows.

import { m } from '#lib/i18n/compiled/messages.js';
import { dropTargetAt, landsInItself, withoutDescendants } from './drop-target.ts';
import { gutter, indent } from './grid-metrics.ts';
import type { DropTarget, RowId } from './grid-types.ts';
import { dragPointer } from '../pointer-drag.ts';
import type { TreeGridState } from './tree-grid.svelte.ts';

const edge = 40;
const fastest = 16;

export class RowDrag<Row> {
	/** The rows under way; empty when nothing is dragged. */
	ids = $state.raw<readonly RowId[]>([]);
	target = $state.raw<DropTarget | null>(null);
	/** Of the pointer, in client pixels. */
	point = $state.raw({ x: 0, y: 0 });
	readonly #grid: TreeGridState<Row>;
	#frame = 0;

	constructor(grid: TreeGridState<Row>) {
		this.#grid = grid;
	}

	/** Pressed on the handle of a row: it and, if it is selected, the whole selection. */
	press(event: PointerEvent, row: RowId): void {
		const grid = this.#grid;
		if (!grid.actions.drop || grid.isReadOnly) return;
		event.preventDefault();
		const chosen = grid.selection.has(row) ? grid.targets : [row];
		dragPointer(event, {
			onStart: () => {
				if (!grid.commitEdit()) return;
				this.ids = withoutDescendants(grid.shape, chosen);
				grid.announce(m.ui_grid_drag_begun({ name: this.label }));
				this.#scrollAtEdges();
			},
			onMove: (move) => this.#move(move),
			onEnd: (dropped) => this.#end(dropped)
		});
	}

	/** What is under way, in words. */
	get label(): string {
		const [first] = this.ids;
		return this.ids.length === 1 && first !== undefined
			? this.#grid.nameOf(first)
			: m.ui_grid_rows({ count: this.ids.length });
	}

	#move(event: PointerEvent): void {
		this.point = { x: event.clientX, y: event.clientY };
		this.#aim();
	}
	#aim(): void {
		const { viewport, shape, actions } = this.#grid;
		const box = viewport.scroller?.getBoundingClientRect();
		if (!box || this.ids.length === 0) return;
		const { x, y } = this.point;
		const isOver = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
		const target = isOver
			? dropTargetAt(shape, {
					y: y - box.top - viewport.headHeight + viewport.scrollTop,
					x: x - box.left - gutter - indent / 2,
					rowHeight: viewport.rowHeight,
					indent
				})
			: null;
		const fits =
			target !== null &&
			!landsInItself(shape, new Set(this.ids), target) &&
			(actions.canDrop?.(this.ids, target) ?? true);
		const next = fits ? target : null;
		if (next?.row !== this.target?.row || next?.where !== this.target?.where) this.target = next;
	}
	#scrollAtEdges(): void {
		this.#frame = requestAnimationFrame(() => this.#scrollAtEdges());
		const { viewport } = this.#grid;
		const box = viewport.scroller?.getBoundingClientRect();
		if (!box || this.point.y === 0) return;
		const above = box.top + viewport.headHeight + edge - this.point.y;
		const below = this.point.y - (box.bottom - edge);
		const by = above > 0 ? -Math.min(above, edge) : below > 0 ? Math.min(below, edge) : 0;
		if (by === 0) return;
		viewport.scrollTo(viewport.scrollTop + (by / edge) * fastest);
		this.#aim();
	}
	#end(dropped: boolean): void {
		const grid = this.#grid;
		const { ids, target, label } = this;
		cancelAnimationFrame(this.#frame);
		this.ids = [];
		this.target = null;
		this.point = { x: 0, y: 0 };
		if (!dropped || !target || ids.length === 0) {
			grid.announce(m.ui_grid_drag_given_up());
			return;
		}
		grid.act(() => grid.actions.drop?.(ids, target));
		const [first] = ids;
		if (first !== undefined) grid.focusCell(first);
		grid.announce(m.ui_grid_dropped({ name: label }));
	}
}
