// What keys, drags and pastes in the outline do to the plan. Rows are moved only while they stand in the plan's own order:
// in a filtered, sorted or grouped list a place between two rows means nothing.

import { m } from '#lib/i18n/compiled/messages.js';
import { toast } from '#lib/ui/toast/toast.ts';
import type { GridActions, PasteTarget } from '#lib/ui/tree-grid/grid-types.ts';
import { pastedTasks } from './pasted-tasks.ts';
import type { PlanPage } from './plan-page.svelte.ts';
import { placeOfDrop, placeOfStep } from './tree-places.ts';

const isTask = (id: string) => !id.startsWith('group:');

export function gridActions(page: PlanPage): GridActions {
	const { store, actions } = page;
	const { live } = store;

	function step(ids: readonly string[], direction: 'up' | 'down'): void {
		const place = placeOfStep(live, ids, direction);
		if (place) actions.do('moveTasks', place);
	}

	function remove(ids: readonly string[]): void {
		const tasks = ids.filter(isTask);
		if (tasks.length === 0 || actions.do('removeTasks', { ids: tasks }) === null) return;
		toast.show({ message: m.plan_removed({ count: tasks.length }), undo: () => void page.undo() });
	}

	function paste(cells: readonly (readonly string[])[], at: PasteTarget): void {
		const near = at.row !== null && isTask(at.row) ? at.row : null;
		if (at.column !== 'title' && near !== null) return pasteValues(cells, at);
		const items = pastedTasks(cells);
		if (items.length === 0) return;
		const parent = near === null ? null : live.parentOf(near);
		const target = near === null ? {} : { after: near };
		if (actions.do('addTasks', { items, parent, ...target }) !== null) {
			toast.show({ message: m.plan_pasted({ count: items.length }), undo: () => void page.undo() });
		}
	}

	/** A range over rows that are there: each value is read by its column; what does not fit is named. */
	function pasteValues(cells: readonly (readonly string[])[], at: PasteTarget): void {
		const rows = page.outline.rows.map(({ id }) => id).filter(isTask);
		const from = rows.indexOf(at.row ?? '');
		const refused: string[] = [];
		cells.forEach((line, index) => {
			const id = rows[from + index];
			if (id === undefined) return;
			line.forEach((text, offset) => {
				const column = at.columns[offset];
				const why = column === undefined ? undefined : page.setFromText(id, column, text);
				if (why) refused.push(why);
			});
		});
		if (refused[0]) toast.error(m.plan_paste_refused({ count: refused.length, reason: refused[0] }));
	}

	const inOrder =
		<Args extends unknown[]>(run: (...args: Args) => void) =>
		(...args: Args) => {
			if (page.isInPlanOrder) run(...args);
			else toast.show({ message: m.plan_only_in_order() });
		};

	return {
		expand: (id, open) => page.setOpen(id, open),
		addRow: (near, where) => page.addTask(near !== null && isTask(near) ? near : null, where),
		abandon: (id) => void actions.do('removeTasks', { ids: [id] }),
		indent: inOrder((ids) => void actions.do('indentTasks', { ids: [...ids] })),
		outdent: inOrder((ids) => void actions.do('outdentTasks', { ids: [...ids] })),
		move: inOrder(step),
		drop: inOrder(
			(ids, target) => void actions.do('moveTasks', { ids: [...ids], ...placeOfDrop(live, target) })
		),
		canDrop: () => page.isInPlanOrder,
		remove,
		clear: (id, column) => {
			const why = page.setFromText(id, column, '');
			if (why) toast.error(why);
		},
		duplicate: (ids) => void actions.do('duplicateTasks', { ids: ids.filter(isTask) }),
		cut: remove,
		paste,
		open: (id) => (page.openTask = isTask(id) ? id : null),
		editedRowGone: (_id, _column, text) => {
			if (text.trim() !== '') toast.error(m.plan_edited_row_gone({ text: text.slice(0, 200) }));
		}
	};
}
