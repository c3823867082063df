// What the outline shows beside a task's dates while the plan is compared with a baseline: how far it slipped, and the dates
// agreed on.

import type { Snippet } from 'svelte';
import { m } from '#lib/i18n/compiled/messages.js';
import type { CellContext, GridColumn } from '#lib/ui/tree-grid/grid-types.ts';
import type { Task } from '../../model/schema.ts';
import type { Comparing } from './comparing.svelte.ts';
import { varianceText } from './variance-text.ts';

export function comparedColumns(
	comparing: Comparing,
	cell: Snippet<[Task, CellContext]>
): GridColumn<Task>[] {
	const column = (id: string, label: string, width: number, text: (task: Task) => string) => ({
		id,
		label,
		width,
		align: 'end' as const,
		text,
		cell
	});
	return [
		column('start-slip', m.plan_baseline_start_slip(), 104, ({ id }) =>
			varianceText(comparing.varianceOf(id)?.startSlip)
		),
		column('finish-variance', m.plan_baseline_finish_variance(), 124, ({ id }) =>
			varianceText(comparing.varianceOf(id)?.finishVariance)
		),
		column('agreed-start', m.plan_baseline_start(), 118, ({ id }) => comparing.agreed(id)?.start ?? ''),
		column('agreed-finish', m.plan_baseline_finish(), 118, ({ id }) => comparing.agreed(id)?.finish ?? '')
	];
}
