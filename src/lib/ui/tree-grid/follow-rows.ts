// What happens when the rows change under the person: what they edit, point at or have focused stays where it is on the
// screen, and a focus whose row is gone passes to the row that took its place.

import type { RowId } from './grid-types.ts';
import type { TreeGridState } from './tree-grid.svelte.ts';
import type { TreeShape } from './tree-shape.ts';

/** Called once after each change of the rows, when the DOM has followed. */
export function followRows<Row>(grid: TreeGridState<Row>, before: TreeShape, after: TreeShape): void {
	const anchor = grid.isActing ? null : anchorOf(grid, before);
	if (anchor !== null) {
		const stays = after.has(anchor) ? anchor : before.survivorOf(anchor, after);
		const moved = stays === null ? 0 : after.indexOf(stays) - before.indexOf(anchor);
		if (moved !== 0) grid.viewport.scrollTo(grid.viewport.scrollTop + moved * grid.viewport.rowHeight);
	}
	keepFocus(grid, before, after);
	if (grid.isActing && grid.focus?.row) grid.viewport.reveal(after.indexOf(grid.focus.row));
}

function anchorOf<Row>(grid: TreeGridState<Row>, before: TreeShape): RowId | null {
	const { viewport } = grid;
	const isOnScreen = (id: RowId | null | undefined): id is RowId =>
		typeof id === 'string' && before.has(id) && viewport.isOnScreen(before.indexOf(id));
	const edited = grid.editing?.row;
	if (isOnScreen(edited)) return edited;
	const pointed = viewport.pointerY === null ? undefined : before.at(viewport.indexAt(viewport.pointerY))?.id;
	if (isOnScreen(pointed)) return pointed;
	const focused = grid.hasFocus ? grid.focus?.row : null;
	if (isOnScreen(focused)) return focused;
	// At the very top one watches what arrives there.
	return viewport.scrollTop > 0 ? (before.at(viewport.topIndex)?.id ?? null) : null;
}

function keepFocus<Row>(grid: TreeGridState<Row>, before: TreeShape, after: TreeShape): void {
	const { focus } = grid;
	if (!focus || focus.row === null || after.has(focus.row)) return;
	const edited = grid.edited;
	const heir = before.survivorOf(focus.row, after);
	const lost = edited && !edited.isArmed && !edited.isNew ? edited : null;
	grid.place(heir === null ? null : { row: heir, column: focus.column });
	if (grid.hasFocus) grid.focusWish += 1;
	if (lost && !grid.isActing) grid.actions.editedRowGone?.(lost.row, lost.column, lost.draft ?? '');
}
