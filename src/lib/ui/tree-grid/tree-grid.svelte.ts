// The grid's state, owned by a view's controller: where the focus is, what is edited, which rows and columns are drawn. It
// draws nothing. What a key means is in grid-keys, what an intent does in grid-intents, what follows a change of the rows
// in follow-rows.

import { CellEditing } from './cell-editing.svelte.ts';
import { GridColumns, type PlacedColumn } from './columns.svelte.ts';
import type {
	AfterEdit,
	ColumnId,
	ColumnLayout,
	GridActions,
	GridColumn,
	GridGeometry,
	GridPresence,
	RowId
} from './grid-types.ts';
import type { TreeRow } from './grid-types.ts';
import { GridViewport } from './grid-viewport.svelte.ts';
import { RowSelection } from './row-selection.svelte.ts';
import { stableOrder } from './stable-order.ts';
import { TreeShape } from './tree-shape.ts';
import type { RowWindow } from '../virtual-list/row-window.ts';

/** `row` null is the header. */
export type GridFocus = { readonly row: RowId | null; readonly column: ColumnId };

export type TreeGridOptions<Row> = {
	/** Visible rows in order; a new array when they change. */
	rows: () => readonly TreeRow[];
	/** Read per row on screen, and followed. Undefined for a row that is gone. */
	rowOf: (id: RowId) => Row | undefined;
	columns: () => readonly GridColumn<Row>[];
	nameOf: (row: Row) => string;
	layout?: () => ColumnLayout;
	onLayout?: (next: ColumnLayout) => void;
	presence?: (id: RowId) => readonly GridPresence[];
	isReadOnly?: () => boolean;
	selection?: RowSelection;
	actions?: GridActions;
	/** Pixels; without it 36, and 44 for fingers. */
	rowHeight?: number;
};

export class TreeGridState<Row> {
	readonly options: TreeGridOptions<Row>;
	readonly actions: GridActions;
	readonly selection: RowSelection;
	readonly columns: GridColumns<Row>;
	readonly viewport: GridViewport;
	/** The document's focus is inside the grid. */
	hasFocus = $state(false);
	/** The person walks the rows: Tab in the first column indents. */
	isWalking = $state(false);
	/** Said to screen readers. */
	announcement = $state('');
	/** Counts the wishes to have the document's focus where `focus` is. */
	focusWish = $state(0);
	/** The rows change because of what the person does here, now: nothing is held in its place. */
	isActing = false;
	#focus = $state.raw<GridFocus | null>(null);
	#edit = $state.raw<CellEditing | null>(null);
	#drawnBefore: readonly RowId[] = [];

	readonly shape: TreeShape = $derived.by(() => new TreeShape(this.options.rows()));
	/** The rows in the DOM: those in the window, and the focused one wherever it is. */
	readonly drawn: readonly RowId[] = $derived.by(() => {
		const { first, last } = this.viewport.window;
		const ids = this.shape.rows.slice(first, last).map(({ id }) => id);
		const pinned = this.#focus?.row ?? null;
		const at = pinned === null ? -1 : this.shape.indexOf(pinned);
		if (pinned !== null && at >= 0 && (at < first || at >= last)) {
			if (at < first) ids.unshift(pinned);
			else ids.push(pinned);
		}
		return (this.#drawnBefore = this.editing ? stableOrder(this.#drawnBefore, ids) : ids);
	});

	constructor(options: TreeGridOptions<Row>) {
		this.options = options;
		this.actions = options.actions ?? {};
		this.selection = options.selection ?? new RowSelection();
		this.viewport = new GridViewport(() => this.shape.length, options.rowHeight);
		this.columns = new GridColumns<Row>({
			columns: options.columns,
			layout: options.layout,
			onLayout: options.onLayout,
			room: () => this.viewport.width
		});
	}

	get focus(): GridFocus | null {
		return this.#focus;
	}
	get editing(): GridFocus | null {
		return this.#edit && !this.#edit.isArmed ? { row: this.#edit.row, column: this.#edit.column } : null;
	}
	/** Armed or editing. */
	get edited(): CellEditing | null {
		return this.#edit;
	}
	get isReadOnly(): boolean {
		return this.options.isReadOnly?.() ?? false;
	}
	/** The selected rows in order, or else the focused one. */
	get targets(): RowId[] {
		if (this.selection.size > 0) {
			const chosen = [...this.selection.ids].filter((id) => this.shape.has(id));
			return chosen.toSorted((a, b) => this.shape.indexOf(a) - this.shape.indexOf(b));
		}
		const row = this.#focus?.row;
		return row && this.shape.has(row) && !this.isGroup(row) ? [row] : [];
	}
	get visibleColumns(): readonly GridColumn<Row>[] {
		return this.columns.visible.map(({ column }) => column);
	}
	/** All columns in the person's order, for a menu that shows and hides them. */
	get columnsWithHidden(): readonly { column: GridColumn<Row>; isHidden: boolean }[] {
		return this.columns.ordered.map((column, at) => ({
			column,
			isHidden: at > 0 && this.columns.isHidden(column.id)
		}));
	}
	get window(): RowWindow {
		return this.viewport.window;
	}
	/** Where Tab enters: the focused cell, or the first one in view. */
	get tabStop(): GridFocus | null {
		if (this.#focus && (this.#focus.row === null || this.shape.has(this.#focus.row))) return this.#focus;
		const column = this.columns.visible[0]?.column.id;
		if (column === undefined) return null;
		return { row: this.shape.at(this.viewport.topIndex)?.id ?? this.shape.at(0)?.id ?? null, column };
	}
	get geometry(): GridGeometry {
		return this.#geometry;
	}
	readonly #geometry: GridGeometry = this.#makeGeometry();

	isGroup(id: RowId): boolean {
		return this.shape.at(this.shape.indexOf(id))?.isGroup ?? false;
	}
	isEditable(id: RowId, column: ColumnId): boolean {
		const found = this.columns.find(column)?.column;
		const row = this.options.rowOf(id);
		if (!found?.editor || row === undefined || this.isReadOnly || this.isGroup(id)) return false;
		return found.isEditable?.(row) ?? true;
	}
	nameOf(id: RowId): string {
		const row = this.options.rowOf(id);
		return row === undefined ? '' : this.options.nameOf(row);
	}
	textOf(id: RowId, column: ColumnId): string {
		const row = this.options.rowOf(id);
		return row === undefined ? '' : (this.columns.find(column)?.column.text?.(row) ?? '');
	}

	/** Saves what is being edited first; false when that is refused or the row is not there. */
	focusCell(row: RowId | null, column?: ColumnId): boolean {
		const to = column ?? this.#focus?.column ?? this.columns.visible[0]?.column.id;
		if (to === undefined || (row !== null && !this.shape.has(row)) || !this.commitEdit()) return false;
		this.place({ row, column: to });
		this.reveal(row, to);
		this.focusWish += 1;
		return true;
	}
	/** Edits a cell from its present value, or from `seed`. False when it cannot be edited. */
	edit(row: RowId, column?: ColumnId, how: { isNew?: boolean; seed?: string | null } = {}): boolean {
		const to = column ?? this.columns.visible[0]?.column.id ?? '';
		if (!this.isEditable(row, to) || !this.focusCell(row, to)) return false;
		if (how.isNew) this.#edit = new CellEditing(this.#host, { row, column: to, isNew: true });
		this.#edit?.start(how.seed ?? null);
		this.focusWish += 1;
		return true;
	}
	commitEdit(go: AfterEdit = 'stay'): boolean {
		return this.#edit?.commit(go) ?? true;
	}
	cancelEdit(): void {
		this.#edit?.cancel();
	}
	/** Scrolls as little as shows the row, and the column. */
	reveal(row: RowId | null, column?: ColumnId): void {
		if (row !== null && this.shape.has(row)) this.viewport.reveal(this.shape.indexOf(row));
		const first = this.columns.visible[0];
		const box = column === undefined ? undefined : this.columns.find(column);
		if (first && box && !box.column.isBare) this.viewport.revealColumn(box, first.width);
	}
	announce(text: string): void {
		// The same sentence twice is two events; a space makes it new to the screen reader.
		this.announcement = this.announcement === text ? `${text}\u00a0` : text;
	}
	setWidth(id: ColumnId, width: number): void {
		this.columns.setWidth(id, width);
	}
	moveColumn(id: ColumnId, by: number): void {
		this.columns.move(id, by);
	}
	hideColumn(id: ColumnId): void {
		this.columns.hide(id);
		const first = this.columns.visible[0]?.column.id;
		if (this.#focus?.column === id && first !== undefined)
			this.place({ row: this.#focus.row, column: first });
	}
	showColumn(id: ColumnId): void {
		this.columns.show(id);
	}

	/** Lets the owner act; until the rows have followed, nothing is held in its place. */
	act<Result>(action: () => Result): Result {
		this.isActing = true;
		const end = () => (this.isActing = false);
		// Two frames: stores that gather changes until the next frame are still in time.
		requestAnimationFrame(() => requestAnimationFrame(end));
		return action();
	}
	/** Sets the focus without asking for the document's; for the grid's own parts. */
	place(focus: GridFocus | null): void {
		const same = focus?.row === this.#focus?.row && focus?.column === this.#focus?.column;
		if (same) return;
		this.#focus = focus;
		this.#edit =
			focus === null || focus.row === null
				? null
				: new CellEditing(this.#host, { row: focus.row, column: focus.column });
	}

	readonly #host = {
		labelOf: (column: ColumnId) => this.columns.find(column)?.column.label ?? '',
		begun: (edit: CellEditing) => {
			this.isWalking = true;
			this.reveal(edit.row, edit.column);
		},
		refused: (sentence: string) => this.announce(sentence),
		saved: (edit: CellEditing, go: AfterEdit) => {
			this.#rearm(edit);
			if (go === 'down' || go === 'up') {
				const next = this.shape.at(this.shape.indexOf(edit.row) + (go === 'down' ? 1 : -1));
				if (next) this.focusCell(next.id, edit.column);
			} else if (go !== 'stay') this.#editNeighbour(edit, go === 'next' ? 1 : -1);
		},
		left: (edit: CellEditing) => {
			this.#rearm(edit);
			if (!edit.isNew) return;
			const { actions, shape } = this;
			const before = shape.at(shape.indexOf(edit.row) - 1)?.id;
			if (actions.abandon) this.act(() => actions.abandon?.(edit.row));
			if (before !== undefined) this.focusCell(before, edit.column);
		}
	};

	/** The cell is no longer edited, but still focused. */
	#rearm(edit: CellEditing): void {
		if (this.#edit !== edit) return;
		this.#edit = new CellEditing(this.#host, { row: edit.row, column: edit.column });
		if (this.hasFocus) this.focusWish += 1;
	}
	#editNeighbour(edit: CellEditing, by: 1 | -1): void {
		const { visible } = this.columns;
		let row = this.shape.indexOf(edit.row);
		let column = this.columns.indexOf(edit.column) + by;
		for (let steps = 0; steps < visible.length * 2; steps += 1, column += by) {
			if (column < 0 || column >= visible.length) {
				row += by;
				column = by > 0 ? 0 : visible.length - 1;
			}
			const id = this.shape.at(row)?.id;
			const next = visible[column]?.column.id;
			if (id === undefined || next === undefined) return;
			if (this.edit(id, next)) return;
		}
	}
	#makeGeometry(): GridGeometry {
		const grid = (): TreeGridState<Row> => this;
		return {
			get first() {
				return grid().viewport.window.first;
			},
			get last() {
				return grid().viewport.window.last;
			},
			get rowHeight() {
				return grid().viewport.rowHeight;
			},
			indexOf: (id) => this.shape.indexOf(id),
			columnBox: (id) => {
				const found: PlacedColumn<Row> | undefined = this.columns.find(id);
				return found && { left: found.left, width: found.width };
			}
		};
	}
}
