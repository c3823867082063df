// Keys, presses and focus for the whole grid, heard once at its root and handed on as intents.

import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import { cellAt, isInEditor, isOwnControl, isTakingFocus } from './grid-focus.ts';
import { extendTo, performIntent } from './grid-intents.ts';
import { intentOf } from './grid-keys.ts';
import type { TreeGridState } from './tree-grid.svelte.ts';

const longPress = 500;

export function listenToGrid<Row>(grid: TreeGridState<Row>): Attachment<HTMLElement> {
	return (root) => {
		/** The cell that had the focus when the press began: a second press edits it. */
		let pressedAgain: HTMLElement | null = null;
		let pressing: ReturnType<typeof setTimeout> | undefined;

		function keydown(event: KeyboardEvent): void {
			if (event.defaultPrevented || !grid.focus || !cellAt(event.target)) return;
			const isEditing = grid.editing !== null;
			const inEditor = isInEditor(event.target);
			// A link or a tick inside a cell keeps the keys that press it.
			if (!inEditor && isOwnControl(event.target) && (event.key === 'Enter' || event.key === ' ')) return;
			const intent = intentOf(event, {
				area: grid.focus.row === null ? 'header' : isEditing ? 'editor' : 'cell',
				isFirstColumn: grid.columns.indexOf(grid.focus.column) === 0,
				isWalking: grid.isWalking
			});
			if (!intent) return;
			const used = performIntent(grid, intent, {
				isTypedInto: inEditor && !isEditing,
				now: event.timeStamp
			});
			if (used) event.preventDefault();
		}

		function mousedown(event: MouseEvent): void {
			const cell = cellAt(event.target);
			pressedAgain = null;
			if (!cell || cell.row === null || isInEditor(event.target) || isOwnControl(event.target)) return;
			if (event.button !== 0) return;
			event.preventDefault();
			const from = grid.focus?.row ?? null;
			const isSame = grid.hasFocus && from === cell.row && grid.focus?.column === cell.column;
			if (isSame && grid.editing) return;
			if (!grid.focusCell(cell.row, cell.column)) return;
			grid.isWalking = true;
			const mod = event.ctrlKey || event.metaKey;
			if (event.shiftKey && !grid.isGroup(cell.row)) extendTo(grid, from ?? cell.row, cell.row);
			else if (mod && !grid.isGroup(cell.row)) grid.selection.toggle(cell.row);
			else {
				grid.selection.clear();
				if (isSame) pressedAgain = cell.element;
			}
		}

		function click(event: MouseEvent): void {
			const cell = cellAt(event.target);
			if (!cell || cell.row === null || cell.element !== pressedAgain || isInEditor(event.target)) return;
			if (!grid.edit(cell.row, cell.column) && event.detail === 2) grid.actions.open?.(cell.row);
		}

		function openMenu(target: EventTarget | null, point: { x: number; y: number }): boolean {
			const cell = cellAt(target);
			const { menu } = grid.actions;
			if (!menu || !cell || cell.row === null || isInEditor(target) || grid.isGroup(cell.row)) return false;
			if (!grid.focusCell(cell.row, cell.column)) return false;
			if (!grid.selection.has(cell.row)) grid.selection.clear();
			menu(cell.row, cell.column, cell.element, point);
			return true;
		}
		function contextmenu(event: MouseEvent): void {
			clearTimeout(pressing);
			if (openMenu(event.target, { x: event.clientX, y: event.clientY })) event.preventDefault();
		}
		// Safari on a phone has no context menu event.
		function pointerdown(event: PointerEvent): void {
			clearTimeout(pressing);
			if (event.pointerType !== 'touch' || isOwnControl(event.target)) return;
			const point = { x: event.clientX, y: event.clientY };
			pressing = setTimeout(() => openMenu(event.target, point), longPress);
		}
		const lift = () => clearTimeout(pressing);

		function focusin(event: FocusEvent): void {
			const cell = cellAt(event.target);
			if (!grid.hasFocus) {
				grid.hasFocus = true;
				if (!isTakingFocus()) grid.isWalking = false;
			}
			if (!cell || (grid.focus?.row === cell.row && grid.focus.column === cell.column)) {
				// Entered by Tab on the cell: its unseen input waits for the focus.
				if (cell && event.target === cell.element) grid.focusWish += 1;
				return;
			}
			if (isInEditor(event.target) || !grid.commitEdit()) return;
			grid.place({ row: cell.row, column: cell.column });
			if (event.target === cell.element) grid.focusWish += 1;
		}
		function focusout(): void {
			// After the rows have followed: an element that is moved in the DOM loses the focus only for a moment.
			queueMicrotask(() => {
				if (root.contains(document.activeElement)) return;
				grid.hasFocus = false;
				grid.isWalking = false;
				grid.commitEdit();
			});
		}

		const offs = [
			on(root, 'keydown', keydown),
			on(root, 'mousedown', mousedown),
			on(root, 'click', click),
			on(root, 'contextmenu', contextmenu),
			on(root, 'pointerdown', pointerdown),
			on(root, 'pointermove', (event) => {
				grid.viewport.pointerY = event.pointerType === 'mouse' ? event.clientY : null;
			}),
			on(root, 'pointerleave', () => (grid.viewport.pointerY = null)),
			...(['pointerup', 'pointercancel', 'scroll'] as const).map((name) => on(root, name, lift)),
			on(root, 'focusin', focusin),
			on(root, 'focusout', focusout)
		];
		return () => {
			clearTimeout(pressing);
			for (const off of offs) off();
		};
	};
}
