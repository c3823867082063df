// Brings the document's focus to where the grid's focus is: into an editor, into the unseen input that waits, or on the
// cell itself. The DOM is asked only here and in grid-events.

import type { TreeGridState } from './tree-grid.svelte.ts';

const inputs = ':is(input, textarea, select, [contenteditable="true"], [tabindex="0"])';

/** True while the grid itself moves the focus: it is then no entering by Tab. */
let isTaking = false;

export function isTakingFocus(): boolean {
	return isTaking;
}

export function takeFocus<Row>(grid: TreeGridState<Row>): void {
	const target = focusTarget(grid);
	const active = document.activeElement;
	if (!target || active === target) return;
	// An editor of several parts keeps the focus wherever in it that is.
	if (grid.editing && active && target.closest('[data-editor]')?.contains(active)) return;
	isTaking = true;
	target.focus({ preventScroll: true });
	isTaking = false;
}

function focusTarget<Row>(grid: TreeGridState<Row>): HTMLElement | null {
	const { focus, viewport } = grid;
	const { scroller } = viewport;
	if (!focus || !scroller) return null;
	const rows = scroller.querySelectorAll<HTMLElement>(focus.row === null ? '[data-head]' : '[data-row]');
	const row = [...rows].find(({ dataset }) => focus.row === null || dataset.row === focus.row);
	const cells = [...(row?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
	const cell = cells.find(({ dataset }) => dataset.column === focus.column) ?? cells[0];
	if (focus.row === null) return cell?.querySelector('button') ?? cell ?? null;
	return cell?.querySelector<HTMLElement>(`[data-editor] ${inputs}`) ?? cell ?? null;
}

/** The cell an event belongs to; `row` null in the head. Null beside the cells. */
export function cellAt(
	target: EventTarget | null
): { row: string | null; column: string; element: HTMLElement } | null {
	const element = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
	const row = element?.closest<HTMLElement>('[data-row], [data-head]');
	if (!element || !row) return null;
	return { row: row.dataset.row ?? null, column: element.dataset.column ?? '', element };
}

/** A control of the owner's inside a cell, which keeps its own presses and keys. */
export function isOwnControl(target: EventTarget | null): boolean {
	return (
		target instanceof Element &&
		target.closest('a, button, input, textarea, select, label, [role=button], [data-own]') !== null
	);
}

export function isInEditor(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('[data-editor]') !== null;
}
