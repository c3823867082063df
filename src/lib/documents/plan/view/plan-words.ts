// The plan's own terms in the reader's language.

import { m } from '#lib/i18n/compiled/messages.js';
import { formatDate } from '#lib/i18n/format.ts';
import type { ConstraintType } from '../model/plan-fields.ts';
import type { ScheduleWarning } from '../model/schedule/types.ts';
import type { DependencyType, Priority, Task, TaskKind } from '../model/schema.ts';
import { formatDurationShort } from '../model/duration-text.ts';
import type { PlanPage } from './plan-page.svelte.ts';

const priorities: Readonly<Record<Priority, () => string>> = {
	urgent: m.plan_priority_urgent,
	high: m.plan_priority_high,
	normal: m.plan_priority_normal,
	low: m.plan_priority_low
};

export function priorityText(priority: Priority): string {
	return priorities[priority]();
}

const kinds: Readonly<Record<TaskKind, () => string>> = {
	task: m.plan_kind_task,
	milestone: m.plan_kind_milestone,
	deliverable: m.plan_kind_deliverable
};
const links: Readonly<Record<DependencyType, () => string>> = {
	FS: m.plan_link_fs,
	SS: m.plan_link_ss,
	FF: m.plan_link_ff,
	SF: m.plan_link_sf
};

const constraints: Readonly<Record<ConstraintType, () => string>> = {
	alap: m.plan_constraint_alap,
	snet: m.plan_constraint_snet,
	snlt: m.plan_constraint_snlt,
	fnet: m.plan_constraint_fnet,
	fnlt: m.plan_constraint_fnlt,
	mso: m.plan_constraint_mso,
	mfo: m.plan_constraint_mfo
};

export const constraintText = (type: ConstraintType): string => constraints[type]();
export const kindText = (kind: TaskKind): string => kinds[kind]();
export const modeText = (mode: Task['mode']): string =>
	mode === 'auto' ? m.plan_mode_auto() : m.plan_mode_manual();
export const linkTypeText = (type: DependencyType): string => links[type]();

/** What the schedule found wrong with a task, as a sentence; undefined for what is shown elsewhere or needs no word. */
export function warningText(warning: ScheduleWarning, { store, locale }: PlanPage): string | undefined {
	const titleOf = (id: string) => store.task(id)?.title || m.plan_untitled();
	const length = (minutes: number) => formatDurationShort(minutes, store.units, locale);
	switch (warning.code) {
		case 'deadline-missed':
			return m.plan_warning_deadline({ date: formatDate(warning.date), late: length(warning.minutes) });
		case 'constraint-missed':
			return m.plan_warning_constraint({ date: formatDate(warning.date), late: length(warning.minutes) });
		case 'negative-float':
			return m.plan_warning_negative_float({
				title: titleOf(warning.cause.taskId),
				date: formatDate(warning.cause.date),
				late: length(warning.minutes)
			});
		case 'manual-conflict':
		case 'out-of-sequence':
			return m.plan_warning_too_early({
				title: titleOf(warning.driver.predecessorId),
				early: length(warning.minutes)
			});
		case 'in-circle':
			return m.plan_warning_circle({ circle: warning.taskIds.map(titleOf).join(' → ') });
		case 'predecessor-missing':
			return m.plan_warning_predecessor_missing();
		case 'finish-before-start':
			return m.plan_refused_finish_before_start({
				start: formatDate(warning.start),
				finish: formatDate(warning.finish)
			});
		case 'late-to-start':
			return m.plan_warning_late_to_start();
		case 'late-to-finish':
			return m.plan_warning_late_to_finish();
		default:
			return undefined;
	}
}
