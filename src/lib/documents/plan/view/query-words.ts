// What a plan can be filtered, sorted and grouped by, in the reader's language.

import { m } from '#lib/i18n/compiled/messages.js';
import type { Condition, GroupKey, SortKey } from './outline-rows.ts';

const conditions: Readonly<Record<Condition, () => string>> = {
	mine: m.plan_condition_mine,
	open: m.plan_condition_open,
	overdue: m.plan_condition_overdue,
	critical: m.plan_condition_critical,
	milestones: m.plan_condition_milestones,
	unassigned: m.plan_condition_unassigned
};
const sorts: Readonly<Record<SortKey, () => string>> = {
	title: m.plan_sort_title,
	status: m.plan_sort_status,
	priority: m.plan_sort_priority,
	start: m.plan_sort_start,
	finish: m.plan_sort_finish,
	float: m.plan_sort_float
};
const groups: Readonly<Record<GroupKey, () => string>> = {
	status: m.plan_group_status,
	assignee: m.plan_group_assignee,
	priority: m.plan_group_priority
};

export const conditionText = (condition: Condition): string => conditions[condition]();
export const sortText = (key: SortKey): string => sorts[key]();
export const groupText = (key: GroupKey): string => groups[key]();
