// The baseline that a person compares the plan with, and what differs. Views ask per task; the whole comparison is made only
// where it is shown.

import { workingDaysBetween } from '#lib/core/calendar/compile-calendar.ts';
import {
	compareWithBaseline,
	type BaselineComparison,
	type TaskVariance
} from '../../model/baseline-comparison.ts';
import type { BaselineEntry } from '../../model/baseline-record.ts';
import type { Baseline } from '../../model/schema.ts';
import type { PlanStore } from '../plan-store.svelte.ts';

export interface Variance {
	/** Working days, positive = later than agreed; null where one of the dates is missing. */
	readonly startSlip: number | null;
	readonly finishVariance: number | null;
}

export class Comparing {
	readonly #store: PlanStore;
	/** null = none. One that somebody removed meanwhile counts as none, until it comes back. */
	chosenId = $state<string | null>(null);
	readonly baseline: Baseline | null = $derived.by(
		() => this.#store.baselines.find(({ id }) => id === this.chosenId) ?? null
	);
	readonly #entries: ReadonlyMap<string, BaselineEntry> = $derived.by(
		() => new Map(this.baseline?.tasks.map((entry) => [entry.taskId, entry]))
	);
	/** All tasks and the project; made anew whenever a computed date changes, so read it only to show it. */
	readonly comparison: BaselineComparison | null = $derived.by(() => {
		const { baseline } = this;
		if (!baseline) return null;
		const { projectStart, projectFinish } = this.#store.schedule;
		return compareWithBaseline(
			baseline,
			{ projectStart, projectFinish, tasks: presentEntries(this.#store) },
			this.#store.workdays
		);
	});

	constructor(store: PlanStore) {
		this.#store = store;
	}

	/** The dates agreed on; undefined for a task that was added since, or without a baseline. */
	agreed(id: string): BaselineEntry | undefined {
		return this.#entries.get(id);
	}

	varianceOf(id: string): Variance | null {
		const agreed = this.agreed(id);
		const now = this.#store.scheduleOf(id);
		if (!agreed || !now) return null;
		const between = (from: string | null, to: string) =>
			from === null ? null : workingDaysBetween(this.#store.workdays, from, to);
		return {
			startSlip: between(agreed.start, now.start),
			finishVariance: between(agreed.finish, now.finish)
		};
	}
}

/** What a baseline keeps of every task, as the schedule has it now. */
export function presentEntries(store: PlanStore): BaselineEntry[] {
	return store.schedule.tasks().map(({ id, start, finish, durationMinutes }) => ({
		taskId: id,
		start,
		finish,
		durationMinutes
	}));
}

/** Tasks that moved, the latest against the agreement first; then those removed since. */
export function bySlip(tasks: readonly TaskVariance[]): TaskVariance[] {
	const weight = ({ finishVarianceDays, startSlipDays }: TaskVariance) =>
		finishVarianceDays ?? startSlipDays ?? 0;
	return tasks
		.filter(({ agreed, present, startSlipDays, finishVarianceDays }) => {
			if (agreed === null) return false;
			return present === null || Boolean(startSlipDays) || Boolean(finishVarianceDays);
		})
		.toSorted(
			(a, b) =>
				Number(a.present === null) - Number(b.present === null) ||
				weight(b) - weight(a) ||
				(b.startSlipDays ?? 0) - (a.startSlipDays ?? 0)
		);
}
