// What an intent does: walking, selecting, editing, and asking the owner for everything that changes the rows. Returns
// whether the key was used; a key that was not keeps its meaning for the page.

import { m } from '#lib/i18n/compiled/messages.js';
import type { GridIntent, Walk } from './grid-keys.ts';
import type { RowId } from './grid-types.ts';
import type { TreeGridState } from './tree-grid.svelte.ts';
import { TypeAhead } from './type-ahead.ts';

const widthStep = 16;
const searches = new WeakMap<object, TypeAhead>();

/** `isTypedInto`: an unseen input has the focus and takes the character itself. `now` in milliseconds. */
export function performIntent<Row>(
	grid: TreeGridState<Row>,
	intent: GridIntent,
	place: { isTypedInto: boolean; now: number }
): boolean {
	const { actions, selection, focus } = grid;
	const row = focus?.row ?? null;
	const column = focus?.column ?? '';
	switch (intent.do) {
		case 'walk':
			grid.isWalking = true;
			return walk(grid, intent.to, intent.extend);
		case 'edit':
			if (row === null) return false;
			if (!grid.isEditable(row, column)) return insteadOfEditing(grid, row, intent.seed, place.now);
			if (intent.seed !== null && place.isTypedInto) return false;
			return grid.edit(row, column, { seed: intent.seed });
		case 'commit':
			return commit(grid, row);
		case 'commit-to':
			return grid.commitEdit(intent.go);
		case 'cancel':
			grid.cancelEdit();
			return true;
		case 'add':
			return addRow(grid, row);
		case 'open':
			if (row === null || !actions.open || !grid.commitEdit()) return false;
			actions.open(row);
			return true;
		case 'remove':
			return remove(grid, row, column);
		case 'toggle':
			if (row !== null && !grid.isGroup(row)) selection.toggle(row);
			return row !== null;
		case 'select-all':
			selection.set(grid.shape.rows.filter(({ isGroup }) => !isGroup).map(({ id }) => id));
			grid.announce(m.ui_grid_selected({ count: selection.size }));
			return true;
		case 'back-out':
			return backOut(grid);
		case 'duplicate':
			return onTargets(grid, actions.duplicate);
		case 'indent':
			return onTargets(grid, actions.indent);
		case 'outdent':
			return onTargets(grid, actions.outdent);
		case 'move-up':
		case 'move-down': {
			const { move } = actions;
			const way = intent.do === 'move-up' ? 'up' : 'down';
			return onTargets(grid, move && ((ids) => move(ids, way)));
		}
		case 'header-wider':
		case 'header-narrower': {
			const width = grid.columns.find(column)?.width ?? 0;
			grid.setWidth(column, width + (intent.do === 'header-wider' ? widthStep : -widthStep));
			grid.announce(m.ui_grid_column_width({ width: grid.columns.find(column)?.width ?? 0 }));
			return true;
		}
		case 'header-left':
		case 'header-right':
			grid.moveColumn(column, intent.do === 'header-right' ? 1 : -1);
			grid.announce(
				m.ui_grid_column_place({
					place: grid.columns.indexOf(column) + 1,
					count: grid.columns.visible.length
				})
			);
			return true;
		case 'header-menu':
			// The header's own button opens it.
			return false;
	}
}

function walk<Row>(grid: TreeGridState<Row>, to: Walk, extend: boolean): boolean {
	const { shape, columns, viewport } = grid;
	const focus = grid.focus ?? grid.tabStop;
	if (!focus) return false;
	const at = focus.row === null ? -1 : shape.indexOf(focus.row);
	if (to === 'left' || to === 'right') return walkAside(grid, focus.row, focus.column, to);
	if (to === 'home' || to === 'end') {
		return grid.focusCell(focus.row, columns.visible.at(to === 'home' ? 0 : -1)?.column.id);
	}
	const page = Math.max(1, Math.floor(viewport.bodyHeight / viewport.rowHeight) - 1);
	const last = shape.length - 1;
	let next =
		to === 'top'
			? 0
			: to === 'bottom'
				? last
				: at + (to === 'down' ? 1 : to === 'up' ? -1 : to === 'page-down' ? page : -page);
	if (at === -1 && (to === 'down' || to === 'page-down')) next = Math.min(last, viewport.topIndex);
	if (next < 0 && to === 'up' && !extend) return grid.focusCell(null, focus.column);
	const target = shape.at(Math.min(last, Math.max(0, next)));
	if (!target) return true;
	if (extend) extendTo(grid, focus.row ?? target.id, target.id);
	return grid.focusCell(target.id, focus.column);
}

function walkAside<Row>(
	grid: TreeGridState<Row>,
	row: RowId | null,
	column: string,
	to: 'left' | 'right'
): boolean {
	const { shape, columns } = grid;
	const at = columns.indexOf(column);
	const index = row === null ? -1 : shape.indexOf(row);
	const isGroup = row !== null && grid.isGroup(row);
	const children = shape.at(index)?.children;
	if (row !== null && (at === 0 || isGroup)) {
		if (to === 'right' && children === 'closed') return expand(grid, row, true);
		if (to === 'left' && children === 'open') return expand(grid, row, false);
		if (to === 'left') {
			const parent = shape.at(shape.parentOf(index))?.id;
			if (parent !== undefined) grid.focusCell(parent, column);
			return true;
		}
		if (isGroup) return true;
	}
	const next = columns.visible[at + (to === 'right' ? 1 : -1)]?.column.id;
	if (next !== undefined) grid.focusCell(row, next);
	return true;
}

export function expand<Row>(grid: TreeGridState<Row>, row: RowId, open: boolean): boolean {
	if (!grid.actions.expand) return false;
	grid.act(() => grid.actions.expand?.(row, open));
	return true;
}

/** Selects from the anchor of the selection (or `from`) to `to`. */
export function extendTo<Row>(grid: TreeGridState<Row>, from: RowId, to: RowId): void {
	const { selection, shape } = grid;
	const anchor = selection.anchor !== null && shape.has(selection.anchor) ? selection.anchor : from;
	const [first, last] = [shape.indexOf(anchor), shape.indexOf(to)].toSorted((a, b) => a - b);
	const range = shape.rows.slice(first, (last ?? 0) + 1).filter(({ isGroup }) => !isGroup);
	selection.set(
		range.map(({ id }) => id),
		anchor
	);
	grid.announce(m.ui_grid_selected({ count: selection.size }));
}

function insteadOfEditing<Row>(
	grid: TreeGridState<Row>,
	row: RowId,
	seed: string | null,
	now: number
): boolean {
	if (seed === null) {
		if (grid.isGroup(row))
			return expand(grid, row, grid.shape.at(grid.shape.indexOf(row))?.children === 'closed');
		if (!grid.actions.open) return false;
		grid.actions.open(row);
		return true;
	}
	const search = searches.get(grid) ?? new TypeAhead();
	searches.set(grid, search);
	const { shape } = grid;
	const found = search.find(seed, now, shape.indexOf(row), {
		count: shape.length,
		at: (index) => grid.nameOf(shape.at(index)?.id ?? '')
	});
	if (found >= 0) grid.focusCell(shape.at(found)?.id ?? row);
	return true;
}

/** In the first column Enter goes on to the next row, as in an outline. */
function commit<Row>(grid: TreeGridState<Row>, row: RowId | null): boolean {
	const { edited } = grid;
	const isTitle = edited !== null && grid.columns.indexOf(edited.column) === 0;
	const wasEmpty = edited?.isNew && (edited.draft ?? '').trim() === '';
	if (grid.commitEdit() && isTitle && !wasEmpty) addRow(grid, row);
	return true;
}

function addRow<Row>(grid: TreeGridState<Row>, near: RowId | null): boolean {
	const { actions } = grid;
	if (!actions.addRow || grid.isReadOnly || !grid.commitEdit()) return false;
	const added = grid.act(() => actions.addRow?.(near, 'below')) ?? null;
	if (added !== null) grid.edit(added, undefined, { isNew: true });
	return true;
}

function remove<Row>(grid: TreeGridState<Row>, row: RowId | null, column: string): boolean {
	const { actions, targets } = grid;
	if (grid.isReadOnly) return false;
	if (grid.selection.size > 0 || grid.columns.indexOf(column) === 0) {
		if (!actions.remove || targets.length === 0) return false;
		grid.act(() => actions.remove?.(targets));
		grid.selection.clear();
		return true;
	}
	if (row === null || !actions.clear || !grid.isEditable(row, column)) return false;
	actions.clear(row, column);
	return true;
}

function backOut<Row>(grid: TreeGridState<Row>): boolean {
	if (grid.selection.size > 0) {
		grid.selection.clear();
		return true;
	}
	// A second Escape is the page's: it may close what the grid stands in.
	if (!grid.isWalking) return false;
	grid.isWalking = false;
	grid.announce(m.ui_grid_tab_leaves());
	return true;
}

function onTargets<Row>(
	grid: TreeGridState<Row>,
	action: ((ids: readonly RowId[]) => void) | undefined
): boolean {
	const editing = grid.editing?.row;
	const ids = editing ? [editing] : grid.targets;
	if (!action || grid.isReadOnly || ids.length === 0) return false;
	grid.act(() => action(ids));
	return true;
}
