// How far a goal is, and what it lacks to be a goal at all. Progress comes from what was measured; where nothing is
// measured, from the goals below it and the tasks that serve it. Nothing of this is stored.

import type { Goal } from './schema.ts';

/** What of a task counts for its goal. */
export interface ServingTask {
	/** 0…100. */
	readonly progress: number;
	readonly isDone: boolean;
	/** Working minutes; a task without an estimate counts like a day. */
	readonly durationMinutes: number | null;
}

export interface GoalProgress {
	/** 0…1; null where there is nothing to tell it by. */
	readonly share: number | null;
	/** What it was told by. */
	readonly from: 'measure' | 'goals' | 'tasks' | 'nothing';
}

const NOTHING: GoalProgress = { share: null, from: 'nothing' };
const MINUTES_WITHOUT_ESTIMATE = 480;

/** The share of the way from start to target; null where start, target or current value is missing. */
export function measuredShare({
	start,
	target,
	current
}: Pick<Goal, 'start' | 'target' | 'current'>): number | null {
	if (target === null || current === null) return null;
	const from = start ?? 0;
	// A goal to stay at a value is reached while it stays there.
	if (from === target) return current === target ? 1 : 0;
	return Math.min(1, Math.max(0, (current - from) / (target - from)));
}

/**
 * The progress of every goal. `goals` in outline order, each parent before its children. A goal's measure wins over the
 * goals below it, and those over its tasks; sub-goals weigh alike, tasks by their duration.
 */
export function goalProgress(
	goals: readonly Pick<Goal, 'id' | 'parent' | 'start' | 'target' | 'current' | 'tasks'>[],
	taskOf: (id: string) => ServingTask | undefined
): Map<string, GoalProgress> {
	const found = new Map<string, GoalProgress>();
	const below = new Map<string, number[]>();
	for (const goal of goals.toReversed()) {
		const progress = ownProgress(goal, below.get(goal.id) ?? [], taskOf);
		found.set(goal.id, progress);
		if (progress.share === null || goal.parent === null) continue;
		below.set(goal.parent, [...(below.get(goal.parent) ?? []), progress.share]);
	}
	return found;
}

function ownProgress(
	goal: Pick<Goal, 'start' | 'target' | 'current' | 'tasks'>,
	subGoals: readonly number[],
	taskOf: (id: string) => ServingTask | undefined
): GoalProgress {
	const measured = measuredShare(goal);
	if (measured !== null) return { share: measured, from: 'measure' };
	if (subGoals.length > 0) {
		return { share: subGoals.reduce((sum, share) => sum + share, 0) / subGoals.length, from: 'goals' };
	}
	const share = workShare(goal.tasks.flatMap((id) => taskOf(id) ?? []));
	return share === null ? NOTHING : { share, from: 'tasks' };
}

/** Finished work over all work; milestones count only where there is nothing else. */
function workShare(tasks: readonly ServingTask[]): number | null {
	if (tasks.length === 0) return null;
	const weighed = tasks.map((task) => ({
		weight: task.durationMinutes ?? MINUTES_WITHOUT_ESTIMATE,
		share: task.isDone ? 1 : task.progress / 100
	}));
	const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
	if (total === 0) return weighed.reduce((sum, { share }) => sum + share, 0) / weighed.length;
	return weighed.reduce((sum, { weight, share }) => sum + weight * share, 0) / total;
}

export const SMART_PARTS = ['specific', 'measurable', 'assignable', 'relevant', 'time-bound'] as const;
export type SmartPart = (typeof SMART_PARTS)[number];

/** Doran's five (1981): a statement, a metric with a target, an owner, a reason, a day. What is missing, in this order. */
export function missingSmartParts(
	goal: Pick<Goal, 'statement' | 'metric' | 'target' | 'owner' | 'why' | 'due'>
): SmartPart[] {
	const has: Record<SmartPart, boolean> = {
		specific: goal.statement.trim() !== '',
		measurable: goal.metric.trim() !== '' && goal.target !== null,
		assignable: goal.owner !== null,
		relevant: goal.why.trim() !== '',
		'time-bound': goal.due !== null
	};
	return SMART_PARTS.filter((part) => !has[part]);
}
