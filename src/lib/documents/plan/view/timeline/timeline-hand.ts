// What drags and keys on the timeline do to the plan. Whoever moves a bar is told which date of the task holds it from now on, or
// why it did not move, with the way back beside it.

import { m } from '#lib/i18n/compiled/messages.js';
import { formatDate } from '#lib/i18n/format.ts';
import { toast } from '#lib/ui/toast/toast.ts';
import type { BarEnd, LinkDrop, TimelineHand } from '#lib/ui/timeline/bar-hand.ts';
import type { BarPart } from '#lib/ui/timeline/bar-moves.ts';
import { dateOf } from '#lib/ui/timeline/date-scale.ts';
import type { DependencyType } from '../../model/schema.ts';
import { formatDurationShort } from '../../model/duration-text.ts';
import type { PlanPage } from '../plan-page.svelte.ts';
import { linkTypeText } from '../plan-words.ts';
import { gripsOf, previewOf, reschedule, type BarInHand, type Reschedule } from './reschedule.ts';

const linkTypes: Readonly<Record<BarEnd, Readonly<Record<BarEnd, DependencyType>>>> = {
	finish: { start: 'FS', finish: 'FF' },
	start: { start: 'SS', finish: 'SF' }
};

/** `say` reaches a screen reader. */
export function timelineHand(page: PlanPage, say: (sentence: string) => void): TimelineHand {
	const { store, actions } = page;
	/** As it was when it was taken: what others do meanwhile does not move it under the hand. */
	let held: BarInHand | null = null;
	let along: readonly string[] = [];
	const titleOf = (id: string | null) => (id === null ? '' : store.live.task(id)?.title) || m.plan_untitled();

	function read(id: string): BarInHand | null {
		store.settle();
		const task = store.live.task(id);
		const schedule = store.scheduleNow(id);
		if (!task || !schedule) return null;
		const isLinked = store.live
			.dependenciesOf(id)
			.incoming.some((linkId) => store.live.task(store.live.dependency(linkId)?.from ?? '') !== undefined);
		const isFree = schedule.isSummary || task.mode === 'auto';
		const free = isFree ? (store.whatIf(id, { start: null, constraint: null }) ?? null) : null;
		return { task, schedule, isLinked, free, calendar: store.workdays };
	}
	const barInHand = (id: string) => (held?.task.id === id ? held : (held = read(id)));

	function done(sentence: string): void {
		say(sentence);
		toast.show({ message: sentence, undo: () => page.undo() });
	}

	function whyHeld({ task, free }: BarInHand): string {
		const date = free ? formatDate(free.start) : '';
		const title = titleOf(task.id);
		if (free?.drivenBy) {
			return m.plan_timeline_held_by({ title, date, other: titleOf(free.drivenBy.predecessorId) });
		}
		return m.plan_timeline_held_by_start({ title, date });
	}

	function told({ task }: BarInHand, { bound, values, span }: Reschedule): string {
		const title = titleOf(task.id);
		const date = formatDate(dateOf(span.start));
		const finish = formatDate(dateOf(span.finish));
		if (bound === 'start') return m.plan_timeline_starts({ title, date });
		if (bound === 'snet') return m.plan_timeline_snet({ title, date });
		if (bound === 'mso') return m.plan_timeline_mso({ title, date });
		if (bound === 'fnet') return m.plan_timeline_fnet({ title, date: finish });
		if (bound === 'mfo') return m.plan_timeline_mfo({ title, date: finish });
		if (bound === 'free') return m.plan_timeline_free({ title });
		const length = formatDurationShort(values.durationMinutes ?? 0, store.units, page.locale);
		return m.plan_timeline_takes({ title, length, date, finish });
	}

	/** A start behind the due date would contradict it: named here, where the model only says that dates are the wrong way round. */
	function pastDue({ task }: BarInHand, { values }: Reschedule): string | null {
		if (!values.start || task.due === null || values.start <= task.due) return null;
		return m.plan_timeline_past_due({ title: titleOf(task.id), due: formatDate(task.due) });
	}

	/** True when it moved. */
	function move(bar: BarInHand, part: BarPart, days: number): Reschedule | string {
		const change = reschedule(bar, part, days);
		if (!change) return whyHeld(bar);
		return pastDue(bar, change) ?? actions.setTask(bar.task.id, change.values) ?? change;
	}

	return {
		take(id) {
			held = read(id);
			const isChosen = page.selection.has(id);
			along = isChosen
				? [...page.selection.ids].filter((other) => other !== id && store.live.task(other) !== undefined)
				: [];
			return along;
		},
		preview(id, part, days) {
			const bar = barInHand(id);
			return bar ? previewOf(bar, part, days) : { start: 0, finish: 0 };
		},
		drop(id, part, days) {
			const bar = barInHand(id);
			const others = part === 'whole' ? along : [];
			held = null;
			along = [];
			if (!bar) return;
			if (others.length > 0) return moveTogether([id, ...others], days);
			const outcome = move(bar, part, days);
			if (typeof outcome !== 'string') return done(told(bar, outcome));
			say(outcome);
			toast.show({ message: outcome });
		},
		setProgress(id, progress) {
			const why = actions.setTask(id, { progress });
			if (why) toast.error(why);
			else done(m.plan_timeline_progress({ title: titleOf(id), progress }));
		},
		link({ from, fromEnd, to, toEnd }: LinkDrop) {
			const type = linkTypes[fromEnd][toEnd];
			const why = actions.try('linkTasks', { from, to, type });
			if (why) {
				say(why);
				toast.error(why);
			} else {
				done(m.plan_timeline_linked({ from: titleOf(from), to: titleOf(to), type: linkTypeText(type) }));
			}
		},
		refuseLink(from, to) {
			const circle = store.live.circleClosedBy(from, to);
			return (
				circle &&
				m.plan_timeline_circle({ circle: [...circle, ...circle.slice(0, 1)].map(titleOf).join(' → ') })
			);
		}
	};

	/** Each by as many days, as far as it can; one step to undo. */
	function moveTogether(ids: readonly string[], days: number): void {
		const bars = ids.flatMap((id) => read(id) ?? []).filter(isMovable);
		let count = 0;
		let why: string | null = null;
		actions.together(() => {
			for (const bar of bars) {
				const outcome = move(bar, 'whole', days);
				if (typeof outcome === 'string') why ??= outcome;
				else count++;
			}
		});
		if (count > 0) done(m.plan_timeline_moved_together({ count }));
		else if (why) toast.show({ message: why });
	}
	function isMovable({ task, schedule }: BarInHand): boolean {
		return gripsOf(task, schedule.isSummary).includes('whole');
	}
}
