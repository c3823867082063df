// The columns as a person has arranged them: order, width, hidden or not, over what the owner declared. The first declared
// column is the tree's and stays first. A width being dragged lives here only; the owner hears of it when it is let go.

import type { ColumnId, ColumnLayout, GridColumn } from './grid-types.ts';

const narrowest = 48;
const widest = 1200;
/** On a phone the titles must not cover everything else. */
const shareOfFirst = 0.66;

export type PlacedColumn<Row> = { column: GridColumn<Row>; width: number; left: number; isFirst: boolean };

type Options<Row> = {
	columns: () => readonly GridColumn<Row>[];
	layout?: () => ColumnLayout;
	onLayout?: (next: ColumnLayout) => void;
	/** Pixels in view; the sticky first column leaves some of them to the others. 0 while unknown. */
	room?: () => number;
};

export class GridColumns<Row> {
	readonly #options: Options<Row>;
	#own = $state.raw<ColumnLayout>({});
	#dragged = $state.raw<{ id: ColumnId; width: number } | null>(null);

	readonly layout: ColumnLayout = $derived.by(() => this.#options.layout?.() ?? this.#own);
	/** All, hidden ones included, in the person's order. */
	readonly ordered: readonly GridColumn<Row>[] = $derived.by(() => {
		const declared = this.#options.columns();
		const order = this.layout.order ?? [];
		const place = (column: GridColumn<Row>, at: number) => {
			if (at === 0) return -1;
			const found = order.indexOf(column.id);
			// A column that is new since the order was kept stands after the one it was declared behind.
			return found >= 0 ? found : Math.max(-1, order.indexOf(declared[at - 1]?.id ?? '')) + 0.5;
		};
		return declared
			.map((column, at) => ({ column, at, place: place(column, at) }))
			.sort((a, b) => a.place - b.place || a.at - b.at)
			.map(({ column }) => column);
	});
	readonly visible: readonly PlacedColumn<Row>[] = $derived.by(() => {
		let left = 0;
		return this.ordered
			.filter((column, at) => at === 0 || !this.isHidden(column.id))
			.map((column, at, all) => {
				const room = at === 0 && all.length > 1 ? (this.#options.room?.() ?? 0) : 0;
				const width = Math.min(this.#widthOf(column), room > 0 ? room * shareOfFirst : Infinity);
				const placed = { column, width: Math.round(width), left, isFirst: at === 0 };
				left += placed.width;
				return placed;
			});
	});
	readonly total: number = $derived.by(() => this.visible.reduce((sum, { width }) => sum + width, 0));
	/** For grid-template-columns; the rest of the width stays empty. */
	readonly template: string = $derived.by(() =>
		[...this.visible.map(({ width }) => `${width}px`), '1fr'].join(' ')
	);

	constructor(options: Options<Row>) {
		this.#options = options;
	}

	find(id: ColumnId): PlacedColumn<Row> | undefined {
		return this.visible.find(({ column }) => column.id === id);
	}
	indexOf(id: ColumnId): number {
		return this.visible.findIndex(({ column }) => column.id === id);
	}
	isHidden(id: ColumnId): boolean {
		return this.layout.hidden?.includes(id) ?? false;
	}

	/** While dragging: `settle` false. */
	setWidth(id: ColumnId, width: number, settle = true): void {
		const column = this.#declared(id);
		if (!column || column.isFixed) return;
		const fits = clampWidth(column, width);
		this.#dragged = settle ? null : { id, width: fits };
		if (settle) this.#change({ widths: { ...this.layout.widths, [id]: fits } });
	}
	/** By whole places among the visible columns; the first column and fixed ones stay where they are. */
	move(id: ColumnId, by: number): void {
		const at = this.indexOf(id);
		const to = Math.min(this.visible.length - 1, Math.max(1, at + by));
		const other = this.visible[to]?.column;
		if (at < 1 || at === to || !other || other.isFixed || this.#declared(id)?.isFixed) return;
		const order = this.ordered.map((column) => column.id).filter((other) => other !== id);
		order.splice(order.indexOf(other.id) + (to > at ? 1 : 0), 0, id);
		this.#change({ order });
	}
	hide(id: ColumnId): void {
		const column = this.#declared(id);
		if (!column || column.isFixed || this.ordered[0]?.id === id || this.isHidden(id)) return;
		this.#change({ hidden: [...(this.layout.hidden ?? []), id] });
	}
	show(id: ColumnId): void {
		this.#change({ hidden: (this.layout.hidden ?? []).filter((hidden) => hidden !== id) });
	}

	#declared(id: ColumnId): GridColumn<Row> | undefined {
		return this.#options.columns().find((column) => column.id === id);
	}
	#widthOf(column: GridColumn<Row>): number {
		if (column.isFixed) return column.width;
		const kept = this.#dragged?.id === column.id ? this.#dragged.width : this.layout.widths?.[column.id];
		return clampWidth(column, kept ?? column.width);
	}
	#change(part: ColumnLayout): void {
		const next = { ...this.layout, ...part };
		this.#own = next;
		this.#options.onLayout?.(next);
	}
}

function clampWidth<Row>(column: GridColumn<Row>, width: number): number {
	const wanted = Number.isFinite(width) ? Math.round(width) : column.width;
	return Math.min(
		Math.max(wanted, column.minWidth ?? narrowest),
		Math.max(column.maxWidth ?? widest, column.width)
	);
}
