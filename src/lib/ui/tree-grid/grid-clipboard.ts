// Copy, cut and paste as a spreadsheet does: selected rows as lines of tab-separated cells, or the one focused cell. The
// text of a cell is its column's `text`; what a pasted range means is the owner's to say.

import { m } from '#lib/i18n/compiled/messages.js';
import type { RowId } from './grid-types.ts';
import { rangeToText, textToRange } from './range-text.ts';
import type { TreeGridState } from './tree-grid.svelte.ts';

/** What copying takes now, or null when it is the page's (a text selected in an editor, say). */
export function copiedText<Row>(grid: TreeGridState<Row>): string | null {
	const { focus, selection } = grid;
	if (grid.editing || !focus || focus.row === null) return null;
	if (selection.size === 0) return grid.textOf(focus.row, focus.column);
	const columns = grid.visibleColumns.filter(({ text }) => text);
	const line = (id: RowId) => columns.map(({ id: column }) => grid.textOf(id, column));
	return rangeToText(grid.targets.map(line));
}

/** Handles copy and cut. */
export function copyFrom<Row>(grid: TreeGridState<Row>, event: ClipboardEvent): void {
	const text = copiedText(grid);
	if (text === null || !event.clipboardData) return;
	event.preventDefault();
	event.clipboardData.setData('text/plain', text);
	const { targets, actions } = grid;
	grid.announce(m.ui_grid_copied({ count: targets.length }));
	if (event.type !== 'cut' || grid.isReadOnly || !actions.cut || targets.length === 0) return;
	grid.act(() => actions.cut?.(targets));
	grid.selection.clear();
}

/** Several cells go to the owner; one word pasted into an input is the input's own. */
export function pasteInto<Row>(grid: TreeGridState<Row>, event: ClipboardEvent): void {
	const { actions, focus, editing } = grid;
	const text = event.clipboardData?.getData('text/plain') ?? '';
	if (!actions.paste || grid.isReadOnly || !focus || text === '') return;
	const cells = textToRange(text);
	const isOneCell = cells.length <= 1 && (cells[0]?.length ?? 0) <= 1;
	if (editing && (cells.length <= 1 || grid.columns.indexOf(editing.column) !== 0)) return;
	const isTypedInto = grid.columns.find(focus.column)?.column.typed ?? false;
	if (isOneCell && isTypedInto && focus.row !== null && grid.isEditable(focus.row, focus.column)) return;
	event.preventDefault();
	if (editing && !grid.commitEdit()) return;
	const from = Math.max(0, grid.columns.indexOf(focus.column));
	const columns = grid.visibleColumns.slice(from).map(({ id }) => id);
	grid.act(() => actions.paste?.(cells, { row: focus.row, column: focus.column, columns }));
}
