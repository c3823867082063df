// The goals as one person sees them: the open ones as rows, how far each is and what it was told by. Nothing of it is stored.

import type { TreeRow } from '#lib/ui/tree-grid/grid-types.ts';
import { flattenTree } from '#lib/ui/tree-grid/tree-shape.ts';
import { goalProgress, type GoalProgress } from '../../model/goal-progress.ts';
import type { CheckIn } from '../../model/schema.ts';
import { KeptForMe } from '../kept-for-me.svelte.ts';
import type { PlanPage } from '../plan-page.svelte.ts';

const NOTHING: GoalProgress = { share: null, from: 'nothing' };

export class GoalTree {
	readonly #page: PlanPage;
	readonly #closed: KeptForMe<readonly string[]>;
	readonly rows: readonly TreeRow[] = $derived.by(() => {
		const { store } = this.#page;
		const childrenOf = (id: string) => store.live.goalsOf(id);
		return flattenTree({ roots: store.goalsOf(null), childrenOf, isOpen: (id) => this.isOpen(id) });
	});
	readonly #progress: ReadonlyMap<string, GoalProgress> = $derived.by(() => {
		const { store } = this.#page;
		const goals = store.goalIds.flatMap((id) => store.goal(id) ?? []);
		return goalProgress(goals, (id) => {
			const task = store.task(id);
			const computed = store.scheduleOf(id);
			if (!task) return undefined;
			return {
				progress: computed?.progress ?? task.progress,
				isDone: store.statusOf(task).category === 'done',
				durationMinutes: computed?.durationMinutes ?? task.durationMinutes
			};
		});
	});

	constructor(page: PlanPage) {
		this.#page = page;
		this.#closed = new KeptForMe(`closed-goals:${page.shared.documentId}`, (stored) =>
			Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []
		);
	}

	progressOf(id: string): GoalProgress {
		return this.#progress.get(id) ?? NOTHING;
	}
	/** What was said last about a goal. */
	latestOf(id: string): CheckIn | undefined {
		return this.#page.store.checkInsOf(id).at(-1);
	}
	isOpen(id: string): boolean {
		return !this.#closed.current.includes(id);
	}
	setOpen(id: string, open: boolean): void {
		const others = this.#closed.current.filter((other) => other !== id);
		this.#closed.current = open ? others : [...others, id];
	}
}
