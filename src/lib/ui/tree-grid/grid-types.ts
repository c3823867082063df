// The words of the grid: rows in the order they are shown, columns as data, and what the grid asks its owner to do.
// It holds no state and no behaviour. Ids are the owner's; the grid never reads inside a row.

import type { Snippet } from 'svelte';
import type { IconComponent } from '../icon/icon.ts';
import type { MenuItem } from '../menu/menu-item.ts';

export type RowId = string;
export type ColumnId = string;

/** One visible row. Rows inside a closed parent, or filtered away, are simply not in the list. */
export type TreeRow = {
	id: RowId;
	/** 1 for a root. A row belongs to the nearest row above it with a smaller level. */
	level: number;
	children: 'none' | 'open' | 'closed';
	/** A heading over the rows below it (grouping): one cell across the whole width, drawn by `groupCell`. */
	isGroup?: boolean;
};

/** What a cell snippet may want to know beside its row. Reading a property follows it. */
export type CellContext = {
	readonly id: RowId;
	readonly column: ColumnId;
	readonly isFocused: boolean;
	readonly isSelected: boolean;
};

export type GridColumn<Row> = {
	id: ColumnId;
	label: string;
	/** Pixels, until the person changes it. */
	width: number;
	minWidth?: number;
	maxWidth?: number;
	align?: 'start' | 'center' | 'end';
	cell: Snippet<[row: Row, context: CellContext]>;
	/** Drawn instead of the cell while it is edited. Without it the cell is read-only. */
	editor?: Snippet<[row: Row, edit: CellEdit]>;
	isEditable?: (row: Row) => boolean;
	/** Set for editors that begin with a text input (TextEditor, ChoiceEditor, DateEditor): it then waits, unseen, in the
	 *  focused cell, so that an input method can begin to compose in it. Others receive the first character as `edit.seed`. */
	typed?: boolean;
	/** What copying takes and a screen reader hears while the unseen input has the focus. */
	text?: (row: Row) => string;
	/** Said with the header; the order itself is the owner's. */
	sort?: 'ascending' | 'descending';
	/** Added to the header's menu, before move, widen and hide. */
	menu?: readonly MenuItem[];
	icon?: IconComponent;
	/** Draws the header's content instead of the label (a time scale, say). The label remains its name. */
	header?: Snippet;
	/** True for a column that cannot be moved, hidden or resized. The first column never moves or hides. */
	isFixed?: boolean;
	/** True: the cell has no padding and the snippet draws the whole of it. */
	isBare?: boolean;
};

/** Handed to an editor snippet. Most editors only pass it on to TextEditor, ChoiceEditor or DateEditor. */
export type CellEdit = {
	readonly row: RowId;
	readonly column: ColumnId;
	/** Names the input: the column's label. */
	readonly label: string;
	/** The unseen input waits in a focused cell; nothing is being edited yet. */
	readonly isArmed: boolean;
	/** The character that began the edit, or null to start from the present value. */
	readonly seed: string | null;
	/** What has been typed so far; text editors keep it up to date. It is what `editedRowGone` hands back, and a new row is
	 *  empty as long as it is. */
	draft: string | null;
	/** Why the last attempt to save was refused. */
	readonly error: string | null;
	/** For an armed input: the person has begun to type. */
	begin(): void;
	/** The editor says how to save. Returning a sentence refuses, keeps the editor open and shows it. Returns the undo. */
	saveWith(save: () => string | undefined | void): () => void;
	/** Saves and leaves. False when refused. */
	commit(then?: AfterEdit): boolean;
	cancel(): void;
};

/** Where the focus goes after saving. 'next' and 'previous' go to the next editable cell and edit it. */
export type AfterEdit = 'stay' | 'down' | 'up' | 'next' | 'previous';

export type DropTarget = { row: RowId; where: 'before' | 'after' | 'inside' };

/** What the grid asks for. Leave out what is not possible here: its keys, handles and menu items then do nothing or do
 *  not appear. `ids` come in the order of the rows. All are called inside the key or pointer event, so undo can group. */
export type GridActions = {
	/** Opens or closes a parent. */
	expand?(id: RowId, open: boolean): void;
	/** Enter in a title, Insert. Returns the new row, which is then edited, or null. */
	addRow?(near: RowId | null, where: 'below' | 'above'): RowId | null;
	/** A row that was added and left without a title (Escape, or Enter on nothing). */
	abandon?(id: RowId): void;
	indent?(ids: readonly RowId[]): void;
	outdent?(ids: readonly RowId[]): void;
	/** Alt+Up, Alt+Down. */
	move?(ids: readonly RowId[], direction: 'up' | 'down'): void;
	drop?(ids: readonly RowId[], target: DropTarget): void;
	/** Asked while dragging. The grid itself already refuses a row's own subtree. */
	canDrop?(ids: readonly RowId[], target: DropTarget): boolean;
	/** Delete on the first column or on selected rows. */
	remove?(ids: readonly RowId[]): void;
	/** Delete on another cell. */
	clear?(id: RowId, column: ColumnId): void;
	/** Mod+D. */
	duplicate?(ids: readonly RowId[]): void;
	/** Mod+X: after the text has gone to the clipboard. */
	cut?(ids: readonly RowId[]): void;
	/** A range from the clipboard; `columns` are the visible columns from the focused one on. Also called when several lines
	 *  are pasted into a title being edited. */
	paste?(cells: readonly (readonly string[])[], at: PasteTarget): void;
	/** Mod+Enter, Enter on a read-only cell: open the item. */
	open?(id: RowId): void;
	/** Right click, the menu key, long press. `anchor` is the cell. */
	menu?(id: RowId, column: ColumnId, anchor: HTMLElement, point: { x: number; y: number }): void;
	/** The row that was being edited is gone. `text` is what had been typed into a text input, so nothing is lost. */
	editedRowGone?(id: RowId, column: ColumnId, text: string): void;
};

export type PasteTarget = { row: RowId | null; column: ColumnId; columns: readonly ColumnId[] };

/** Somebody else in a row, or in one of its cells. `color` is 1…8. */
export type GridPresence = { id: string; name: string; color: number; column?: ColumnId };

/** What a person changed about the columns; keep it per person. */
export type ColumnLayout = {
	order?: readonly ColumnId[];
	hidden?: readonly ColumnId[];
	widths?: Readonly<Record<ColumnId, number>>;
};

/** For an overlay drawn over the rows: which are on screen and where. Pixels from the top left of the body. */
export type GridGeometry = {
	readonly first: number;
	readonly last: number;
	readonly rowHeight: number;
	/** -1 for a row that is not visible. */
	indexOf(id: RowId): number;
	/** The left edge and width of a column; undefined when hidden. */
	columnBox(id: ColumnId): { left: number; width: number } | undefined;
};
