// What of a plan's view is kept in its address, so that a link shows what its sender saw: the view, the filter, the order,
// the grouping, the open task. Whatever a stranger writes there reads as something valid.

import { CONDITIONS, GROUP_KEYS, SORT_KEYS, type Condition, type OutlineQuery } from './outline-rows.ts';

export const PLAN_VIEWS = ['outline', 'board', 'timeline', 'workload', 'goals'] as const;
export type PlanViewName = (typeof PLAN_VIEWS)[number];

export interface PlanPlace {
	view: PlanViewName;
	query: OutlineQuery;
	/** The task shown beside. */
	task: string | null;
	/** The goal shown beside. */
	goal: string | null;
	/** The baseline it is compared with. */
	baseline: string | null;
}

const LONGEST_TEXT = 200;

export function readPlace(parameters: URLSearchParams): PlanPlace {
	const view = PLAN_VIEWS.find((name) => name === parameters.get('view')) ?? 'outline';
	const asked = (parameters.get('show') ?? '').split(',');
	const [sortKey, direction] = (parameters.get('sort') ?? '').split('-');
	const key = SORT_KEYS.find((known) => known === sortKey);
	return {
		view,
		task: parameters.get('task')?.slice(0, 64) || null,
		goal: parameters.get('goal')?.slice(0, 64) || null,
		baseline: parameters.get('baseline')?.slice(0, 64) || null,
		query: {
			text: (parameters.get('find') ?? '').slice(0, LONGEST_TEXT),
			conditions: CONDITIONS.filter((condition: Condition) => asked.includes(condition)),
			sort: key ? { key, direction: direction === 'down' ? 'descending' : 'ascending' } : null,
			group: GROUP_KEYS.find((known) => known === parameters.get('group')) ?? null
		}
	};
}

/** Sets our own parameters in `parameters` and leaves the others; what is as usual is left out. */
export function writePlace(
	{ view, query, task, goal, baseline }: PlanPlace,
	parameters: URLSearchParams
): void {
	const values: Record<string, string> = {
		view: view === 'outline' ? '' : view,
		task: task ?? '',
		goal: goal ?? '',
		baseline: baseline ?? '',
		find: query.text.trim(),
		show: query.conditions.join(','),
		sort: query.sort ? `${query.sort.key}-${query.sort.direction === 'descending' ? 'down' : 'up'}` : '',
		group: query.group ?? ''
	};
	for (const [name, value] of Object.entries(values)) {
		if (value === '') parameters.delete(name);
		else parameters.set(name, value);
	}
}
