// What keys, drags and pastes in the register do to the board. Rows are moved only while they stand in the register's own
// order: in a filtered or sorted list a place between two rows means nothing.

import { m } from '#lib/i18n/compiled/messages.js';
import { toast } from '#lib/ui/toast/toast.ts';
import type { GridActions, PasteTarget } from '#lib/ui/tree-grid/grid-types.ts';
import { TITLE_MAX_LENGTH } from '../model/limits.ts';
import { pastedTitles } from './pasted-titles.ts';
import type { RiskPage } from './risk-page.svelte.ts';
import { setFromText } from './set-from-text.ts';

export function gridActions(page: RiskPage): GridActions {
	const { store, actions } = page;
	const before = (id: string) => store.riskIds[store.riskIds.indexOf(id) - 1] ?? null;

	function step(ids: readonly string[], direction: 'up' | 'down'): void {
		const order = store.riskIds;
		const others = order.filter((id) => !ids.includes(id));
		const first = Math.min(...ids.map((id) => order.indexOf(id)));
		const above = others.filter((id) => order.indexOf(id) < first).length;
		const at = direction === 'up' ? above - 2 : above;
		if (at < -1 || at >= others.length) return;
		actions.do('moveRisks', { ids: [...ids], after: others[at] ?? null });
	}

	function paste(cells: readonly (readonly string[])[], at: PasteTarget): void {
		if (at.column !== 'title' && at.row !== null) return pasteValues(cells, at);
		const kind = page.query.kind ?? 'risk';
		const items = pastedTitles(cells).map((title) => ({ title: title.slice(0, TITLE_MAX_LENGTH), kind }));
		if (items.length === 0) return;
		const added = actions.do('addRisks', { items, after: at.row ?? undefined, ...actions.acting });
		if (added === null) return;
		toast.show({ message: m.risk_pasted({ count: items.length }), undo: () => page.undo() });
	}

	/** A range over rows that are there: each value is read by its column; what does not fit is named. */
	function pasteValues(cells: readonly (readonly string[])[], at: PasteTarget): void {
		const rows = page.shown.map(({ id }) => id);
		const from = rows.indexOf(at.row ?? '');
		const refused: string[] = [];
		for (const [index, line] of cells.entries()) {
			const id = rows[from + index];
			if (id === undefined) break;
			for (const [offset, text] of line.entries()) {
				const column = at.columns[offset];
				const why = column === undefined ? undefined : setFromText(page, id, column, text);
				if (why) refused.push(why);
			}
		}
		if (refused[0]) toast.error(m.risk_paste_refused({ count: refused.length, reason: refused[0] }));
	}

	const inOrder =
		<Args extends unknown[]>(run: (...args: Args) => void) =>
		(...args: Args) => {
			if (page.isInOrder) run(...args);
			else toast.show({ message: m.risk_only_in_order() });
		};

	return {
		addRow: (near, where) =>
			page.add({}, near === null ? undefined : where === 'below' ? near : before(near)),
		abandon: (id) => void actions.do('removeRisks', { ids: [id] }),
		move: inOrder(step),
		drop: inOrder(
			(ids, { row, where }) =>
				void actions.do('moveRisks', { ids: [...ids], after: where === 'before' ? before(row) : row })
		),
		canDrop: (_ids, { where }) => page.isInOrder && where !== 'inside',
		remove: (ids) => removeRisks(page, ids),
		clear: (id, column) => {
			const why = setFromText(page, id, column, '');
			if (why) toast.error(why);
		},
		duplicate: (ids) => void actions.do('duplicateRisks', { ids: [...ids], ...actions.acting }),
		cut: (ids) => removeRisks(page, ids),
		paste,
		open: (id) => (page.openRisk = id),
		editedRowGone: (_id, _column, text) => {
			if (text.trim() !== '') toast.error(m.risk_edited_row_gone({ text: text.slice(0, 200) }));
		}
	};
}

/** Removes risks and offers them back. */
export function removeRisks(page: RiskPage, ids: readonly string[]): void {
	if (ids.length === 0 || page.actions.do('removeRisks', { ids: [...ids] }) === null) return;
	toast.show({ message: m.risk_removed({ count: ids.length }), undo: () => page.undo() });
}
