// How a task shows on the timeline: its dates as days, its kind, what is wrong with it, and the words for those who hover or
// hear. Reading here follows the task, its schedule and the baseline it is compared with, and nothing else.

import { m } from '#lib/i18n/compiled/messages.js';
import { formatDate } from '#lib/i18n/format.ts';
import type { Span } from '#lib/ui/timeline/bar-moves.ts';
import type { TimelineBarShape } from '#lib/ui/timeline/bar-shape.ts';
import { dayOf } from '#lib/ui/timeline/date-scale.ts';
import type { Task } from '../../model/schema.ts';
import type { TaskSchedule } from '../../model/schedule/types.ts';
import { varianceWords } from '../baselines/variance-text.ts';
import { formatDurationShort } from '../../model/duration-text.ts';
import { lastDay } from '../outline-rows.ts';
import type { PlanPage } from '../plan-page.svelte.ts';
import { gripsOf } from './reschedule.ts';

export type BarLook = { readonly isCriticalShown: boolean };

/** undefined until the schedule knows the task. */
export function barOf(
	page: PlanPage,
	task: Task,
	{ isCriticalShown }: BarLook
): TimelineBarShape | undefined {
	const { store } = page;
	const computed = store.scheduleOf(task.id);
	if (!computed) return undefined;
	const isDone =
		computed.progress >= 100 || (!computed.isSummary && store.statusOf(task).category === 'done');
	const isCritical = isCriticalShown && computed.isCritical && !isDone;
	const agreed = page.comparing.agreed(task.id);
	return {
		start: dayOf(computed.start),
		finish: Math.max(dayOf(computed.start), dayOf(computed.finish)),
		kind: computed.isSummary ? 'summary' : task.kind,
		progress: computed.progress / 100,
		...(isDone ? { tone: 'finished' as const } : isCritical ? { tone: 'critical' as const } : {}),
		label: labelOf(page, task),
		...(isDone ? {} : alarmOf(page, task)),
		notes: notesOf(page, task, computed, isDone),
		...(agreed?.start && agreed.finish
			? { baseline: { start: dayOf(agreed.start), finish: dayOf(agreed.finish) } }
			: {}),
		...(task.deadline === null ? {} : { deadline: dayOf(task.deadline) }),
		...(isDone || computed.isSummary ? {} : slackOf(page, computed)),
		grips: page.canEdit ? gripsOf(task, computed.isSummary) : []
	};
}

/** From the first to the last day of all bars and ghosts; null for a plan without tasks. */
export function spanOf({ store, comparing }: PlanPage): { start: string; finish: string } | null {
	if (store.taskIds.length === 0) return null;
	const { projectStart, projectFinish } = store.schedule;
	const agreed = comparing.baseline;
	const starts = [projectStart, agreed?.projectStart ?? projectStart].toSorted();
	const finishes = [projectFinish, agreed?.projectFinish ?? projectFinish].toSorted();
	return { start: starts[0] ?? projectStart, finish: finishes[1] ?? projectFinish };
}

/** The dates alone, for arrows. */
export function placeOf(page: PlanPage, id: string): (Span & { isPoint: boolean }) | undefined {
	const computed = page.store.scheduleOf(id);
	if (!computed) return undefined;
	const start = dayOf(computed.start);
	const isPoint = !computed.isSummary && page.store.live.task(id)?.kind === 'milestone';
	return { start, finish: Math.max(start, dayOf(computed.finish)), isPoint };
}

function labelOf(page: PlanPage, { title, assignees }: Task): string {
	const [first, second] = assignees.map((member) => page.nameOf(member));
	const name = title || m.plan_untitled();
	if (first === undefined) return name;
	const more = assignees.length > 2 ? ` +${assignees.length - 2}` : '';
	return `${name} · ${[first, second].filter(Boolean).join(', ')}${more}`;
}

function alarmOf(page: PlanPage, task: Task): { alarm: string } | object {
	const due = lastDay(task, { schedule: (id) => page.store.scheduleNow(id) });
	if (due === null || due >= page.today) return {};
	return { alarm: m.plan_timeline_overdue({ days: dayOf(page.today) - dayOf(due) }) };
}

function slackOf({ store, locale }: PlanPage, { totalFloat, lateFinish, finish }: TaskSchedule): object {
	if (totalFloat === 0 || lateFinish === finish) return {};
	return { latest: dayOf(lateFinish), slack: formatDurationShort(totalFloat, store.units, locale) };
}

function notesOf(page: PlanPage, task: Task, computed: TaskSchedule, isDone: boolean): string[] {
	const { store, locale } = page;
	const variance = page.comparing.varianceOf(task.id)?.finishVariance;
	return [
		computed.isSummary || task.kind === 'milestone' ? '' : `${Math.round(computed.progress)} %`,
		task.kind === 'deliverable'
			? m.plan_kind_deliverable()
			: task.kind === 'milestone'
				? m.plan_kind_milestone()
				: '',
		computed.isCritical && !isDone ? m.plan_condition_critical() : '',
		isDone
			? ''
			: m.plan_timeline_float({ float: formatDurationShort(computed.totalFloat, store.units, locale) }),
		task.deadline === null ? '' : m.plan_timeline_deadline({ date: formatDate(task.deadline) }),
		variance ? varianceWords(variance) : '',
		task.actualFinish === null && task.actualStart !== null
			? m.plan_timeline_begun({ date: formatDate(task.actualStart) })
			: ''
	].filter((note) => note !== '');
}
