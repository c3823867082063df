// The task that is open beside the view, with everything below it and its links, as it was before the last change: when
// somebody removes it, this is what can be brought back.

import type * as Y from 'yjs';
import type { RichTextJson } from '#lib/core/rich-text/schema.ts';
import { readDescription } from '../../model/content.ts';
import type { LivePlan } from '../../model/live-plan.ts';
import { TASKS, type DependencyType, type Task } from '../../model/schema.ts';

type LostTask = Omit<Task, 'id' | 'parent' | 'depth'> & { description?: RichTextJson };

/** The arguments of restoreTasks. */
export interface Branch {
	tasks: { id: string; parent: string | null; values: LostTask }[];
	/** The sibling before it. */
	after: string | null;
	links: {
		id: string;
		values: { from: string | null; to: string | null; type: DependencyType; lagMinutes: number };
	}[];
}

export class LostBranch {
	readonly #id: string;
	readonly #doc: Y.Doc;
	readonly #live: LivePlan;
	readonly #rows: Y.Map<unknown>;
	readonly #descriptions = new Map<string, RichTextJson | null>();
	readonly #unsubscribe: () => void;
	#branch: Branch | null = null;
	#isStale = true;

	/** End with `destroy`. */
	constructor(doc: Y.Doc, live: LivePlan, id: string) {
		this.#id = id;
		this.#doc = doc;
		this.#live = live;
		this.#rows = doc.getMap(TASKS);
		this.#rows.observeDeep(this.#forget);
		this.#unsubscribe = live.onChange(() => (this.#isStale = true));
		// Afterwards it would be too late: what is deleted can no longer be read.
		doc.on('beforeTransaction', this.#keep);
	}

	/** As it last was; null when it was never there. */
	get branch(): Branch | null {
		this.#keep();
		return this.#branch;
	}

	destroy(): void {
		this.#doc.off('beforeTransaction', this.#keep);
		this.#rows.unobserveDeep(this.#forget);
		this.#unsubscribe();
	}

	readonly #forget = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
		for (const { path } of events) if (path.length > 0) this.#descriptions.delete(String(path[0]));
		this.#isStale = true;
	};

	readonly #keep = () => {
		if (!this.#isStale || !this.#live.task(this.#id)) return;
		this.#isStale = false;
		this.#branch = this.#read();
	};

	#read(): Branch {
		const live = this.#live;
		const ids = [this.#id];
		for (const id of ids) ids.push(...live.childrenOf(id));
		const siblings = live.childrenOf(live.parentOf(this.#id));
		const links = new Set(
			ids.flatMap((id) => {
				const { incoming, outgoing } = live.dependenciesOf(id);
				return [...incoming, ...outgoing];
			})
		);
		return {
			tasks: ids.flatMap((id) => this.#task(id) ?? []),
			after: siblings[siblings.indexOf(this.#id) - 1] ?? null,
			links: [...links].flatMap((linkId) => {
				const link = live.dependency(linkId);
				if (!link) return [];
				const { id, ...values } = link;
				return [{ id, values }];
			})
		};
	}

	#task(taskId: string): Branch['tasks'][number] | undefined {
		const row = this.#live.task(taskId);
		if (!row) return undefined;
		const { id, parent, depth: _, ...values } = row;
		let description = this.#descriptions.get(id);
		if (description === undefined) {
			description = readDescription(this.#doc, id);
			this.#descriptions.set(id, description);
		}
		return { id, parent, values: description ? { ...values, description } : values };
	}
}
