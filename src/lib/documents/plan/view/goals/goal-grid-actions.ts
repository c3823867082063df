// What keys, drags and pastes among the goals do to the plan.

import { m } from '#lib/i18n/compiled/messages.js';
import { toast } from '#lib/ui/toast/toast.ts';
import type { GridActions } from '#lib/ui/tree-grid/grid-types.ts';
import type { PlanPage } from '../plan-page.svelte.ts';
import { placeOfDrop, placeOfStep, type Siblings } from '../tree-places.ts';
import type { GoalTree } from './goal-tree.svelte.ts';

export function goalGridActions(page: PlanPage, tree: GoalTree): GridActions {
	const { actions } = page;
	const { live } = page.store;
	const siblings: Siblings = {
		parentOf: (id) => live.goalParentOf(id),
		childrenOf: (id) => live.goalsOf(id)
	};
	const before = (id: string) => {
		const all = siblings.childrenOf(siblings.parentOf(id));
		return all[all.indexOf(id) - 1] ?? null;
	};

	function addRow(near: string | null, where: 'below' | 'above'): string | null {
		const parent = near === null ? null : siblings.parentOf(near);
		if (near === null) return actions.do('addGoal', { parent }) as string | null;
		const isInside = where === 'below' && tree.isOpen(near) && siblings.childrenOf(near).length > 0;
		const place = isInside
			? { parent: near, after: null }
			: { parent, after: where === 'below' ? near : before(near) };
		return actions.do('addGoal', place) as string | null;
	}
	function indent(ids: readonly string[]): void {
		const above = ids[0] === undefined ? null : before(ids[0]);
		if (above === null || actions.do('moveGoals', { ids: [...ids], parent: above }) === null) return;
		tree.setOpen(above, true);
	}
	function outdent(ids: readonly string[]): void {
		const parent = ids[0] === undefined ? null : siblings.parentOf(ids[0]);
		if (parent === null) return;
		actions.do('moveGoals', { ids: [...ids], parent: siblings.parentOf(parent), after: parent });
	}
	function paste(lines: readonly string[], near: string | null): void {
		const parent = near === null ? null : siblings.parentOf(near);
		let after = near;
		for (const statement of lines) {
			const place = after === null ? { parent } : { parent, after };
			after = actions.do('addGoal', { values: { statement: statement.slice(0, 500) }, ...place }) as
				string | null;
			if (after === null) return;
		}
	}

	return {
		expand: (id, open) => tree.setOpen(id, open),
		addRow,
		abandon: (id) => void actions.do('removeGoals', { ids: [id] }),
		indent,
		outdent,
		move(ids, direction) {
			const place = placeOfStep(siblings, ids, direction);
			if (place) actions.do('moveGoals', place);
		},
		drop: (ids, target) => void actions.do('moveGoals', { ids: [...ids], ...placeOfDrop(siblings, target) }),
		canDrop: () => true,
		remove: (ids) => removeGoals(page, ids),
		paste: (cells, at) =>
			paste(
				cells.map(([first = '']) => first.trim()).filter((line) => line !== ''),
				at.row
			),
		open: (id) => (page.openGoal = id),
		editedRowGone: (_id, _column, text) => {
			if (text.trim() !== '') toast.error(m.plan_edited_row_gone({ text: text.slice(0, 200) }));
		}
	};
}

export function removeGoals(page: PlanPage, ids: readonly string[]): void {
	if (ids.length === 0 || page.actions.do('removeGoals', { ids: [...ids] }) === null) return;
	toast.show({ message: m.plan_goal_removed({ count: ids.length }), undo: () => page.undo() });
}
