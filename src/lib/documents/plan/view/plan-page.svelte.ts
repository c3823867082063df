// The plan as it is open on one person's page: the store, what can be done, and what the views share, so that selection,
// filter and open parents survive a change of view. The views draw it; nothing here is stored in the document.

import type * as Y from 'yjs';
import { KnownPeople, type Person } from '#lib/features/people/known-people.ts';
import type { ComboOption } from '#lib/ui/combobox/combo-options.ts';
import type { ColumnLayout } from '#lib/ui/tree-grid/grid-types.ts';
import { readColumnLayout, readIds } from '#lib/ui/tree-grid/read-layout.ts';
import { RowSelection } from '#lib/ui/tree-grid/row-selection.svelte.ts';
import { readTitle } from '../model/content.ts';
import type { Task } from '../model/schema.ts';
import { Comparing } from './baselines/comparing.svelte.ts';
import { KeptForMe } from './kept-for-me.svelte.ts';
import {
	EVERYTHING,
	isFiltered,
	outlineOf,
	type Outline,
	type OutlineQuery,
	type OutlineSource
} from './outline-rows.ts';
import { PlanActions } from './plan-actions.ts';
import { PlanPresence } from './plan-presence.svelte.ts';
import type { PlanViewName } from './plan-query.ts';
import { setFromText } from './set-from-text.ts';
import { PlanStore } from './plan-store.svelte.ts';
import type { Awareness } from 'y-protocols/awareness';

export interface PlanPageOptions {
	documentId: string;
	doc: Y.Doc;
	undo: Y.UndoManager;
	awareness: Awareness;
	canEdit: () => boolean;
	user: Person;
	people: readonly Person[];
	locale: 'en' | 'zh-CN';
	/** 'YYYY-MM-DD' where the person is. */
	today: string;
	report: (sentence: string) => void;
	readOnlyText: () => string;
}

export type SharedText = Pick<PlanPageOptions, 'documentId' | 'doc' | 'undo' | 'awareness'>;

export class PlanPage {
	readonly store: PlanStore;
	readonly actions: PlanActions;
	readonly presence: PlanPresence;
	/** Which baseline the plan is compared with. */
	readonly comparing: Comparing;
	readonly selection = new RowSelection();
	readonly user: Person;
	/** For texts that people write together, which their editor binds to directly. */
	readonly shared: SharedText;
	readonly people: readonly Person[];
	readonly #known: KnownPeople;
	readonly locale: 'en' | 'zh-CN';
	readonly today: string;
	readonly #canEdit: () => boolean;
	readonly #undo: Y.UndoManager;
	readonly #closed: KeptForMe<readonly string[]>;
	readonly #closedSet: ReadonlySet<string> = $derived.by(() => new Set(this.#closed.current));
	readonly #layout: KeptForMe<ColumnLayout>;
	view = $state<PlanViewName>('outline');
	query = $state.raw<OutlineQuery>(EVERYTHING);
	#open = $state.raw<{ task: string | null; goal: string | null }>({ task: null, goal: null });
	/** The list of baselines is shown beside the view. */
	isBaselinesOpen = $state(false);
	/** Rows of the outline and the timeline. */
	readonly outline: Outline = $derived.by(() => this.#makeOutline());

	constructor(options: PlanPageOptions) {
		const { documentId, doc, locale, today, user, people } = options;
		this.store = new PlanStore({ doc, locale, today });
		this.comparing = new Comparing(this.store);
		this.actions = new PlanActions(options);
		this.presence = new PlanPresence(options.awareness, user.id);
		this.user = user;
		this.shared = { documentId, doc, undo: options.undo, awareness: options.awareness };
		this.people = people;
		this.#known = new KnownPeople(people);
		this.locale = locale;
		this.today = today;
		this.#canEdit = options.canEdit;
		this.#undo = options.undo;
		this.#closed = new KeptForMe(`closed:${documentId}`, readIds);
		this.#layout = new KeptForMe(`columns:${documentId}`, (stored) =>
			readColumnLayout(stored, HIDDEN_AT_FIRST)
		);
	}

	/** The task shown beside the view; there is room for one thing. */
	get openTask(): string | null {
		return this.#open.task;
	}
	set openTask(task: string | null) {
		this.#open = { task, goal: null };
	}
	/** The goal shown beside the view. */
	get openGoal(): string | null {
		return this.#open.goal;
	}
	set openGoal(goal: string | null) {
		this.#open = { task: null, goal };
	}
	/** Of the plan, as it is now. */
	get title(): string {
		return readTitle(this.shared.doc);
	}
	get canEdit(): boolean {
		return this.#canEdit();
	}
	get layout(): ColumnLayout {
		return this.#layout.current;
	}
	set layout(layout: ColumnLayout) {
		this.#layout.current = layout;
	}
	get isFiltered(): boolean {
		return isFiltered(this.query);
	}
	/** Tasks without sub-tasks that fit the filter, in outline order: the cards of a board. */
	get matchingLeaves(): readonly string[] {
		const { rows } = outlineOf(
			this.#source(() => true),
			{ ...this.query, sort: null, group: null }
		);
		return rows.flatMap(({ id, children }) =>
			children === 'none' && this.store.live.childrenOf(id).length === 0 ? [id] : []
		);
	}
	/** As it stands in the plan: rows can be moved, and a new one appears where it is added. */
	get isInPlanOrder(): boolean {
		return !this.isFiltered && this.query.sort === null && this.query.group === null;
	}

	isOpen(id: string): boolean {
		return !this.#closedSet.has(id);
	}
	setOpen(id: string, open: boolean): void {
		const next = new Set(this.#closedSet);
		if (open) next.delete(id);
		else next.add(id);
		this.#closed.current = [...next];
	}
	setAllOpen(open: boolean): void {
		const parents = this.store.taskIds.filter((id) => this.store.childrenOf(id).length > 0);
		this.#closed.current = open ? [] : parents;
	}

	nameOf(member: string): string {
		return this.#known.nameOf(member);
	}
	colorOf(member: string): number {
		return this.#known.colorOf(member);
	}
	/** Those who can be assigned: the project's people, and whoever the plan already names. */
	peopleOptions(present: readonly string[] = []): ComboOption[] {
		return this.#known.options(present);
	}
	/** The person of that name, with or without an account. */
	personNamed(name: string): string {
		return this.#known.named(name);
	}
	get statusOptions(): ComboOption[] {
		return this.store.statuses.map(({ id, name, tone }) => ({ value: id, label: name, tone }));
	}
	/** Every tag in use, for suggestions. */
	get tagOptions(): ComboOption[] {
		this.store.followAllTasks();
		const tags = new Set<string>();
		for (const id of this.store.live.taskIds)
			for (const tag of this.store.live.task(id)?.tags ?? []) tags.add(tag);
		return [...tags].toSorted((a, b) => a.localeCompare(b)).map((value) => ({ value, label: value }));
	}

	/** Adds an empty task as a sibling of `near`, or at the end; null when refused. */
	addTask(near: string | null, where: 'below' | 'above', values: Partial<Task> = {}): string | null {
		const { store, actions } = this;
		const parent = near === null ? null : store.live.parentOf(near);
		const siblings = store.live.childrenOf(parent);
		const at = near === null ? siblings.length - 1 : siblings.indexOf(near) - (where === 'above' ? 1 : 0);
		// Below an open parent the next line is its first child.
		const inside =
			near !== null && where === 'below' && this.isOpen(near) && store.live.childrenOf(near).length > 0;
		const place = inside ? { parent: near, after: null } : { parent, after: siblings[at] ?? null };
		const { title, status, priority, assignees, kind } = values;
		return actions.do('addTask', { values: { title, status, priority, assignees, kind }, ...place }) as
			string | null;
	}

	/** Takes back what this person did last. */
	undo(): void {
		this.#undo.undo();
	}

	/** Sets one value from pasted words; empty clears it. A sentence when it cannot be taken. */
	setFromText(id: string, column: string, text: string): string | undefined {
		return setFromText(this, id, column, text);
	}

	destroy(): void {
		this.presence.destroy();
		this.store.destroy();
	}

	#makeOutline(): Outline {
		const { store, query } = this;
		const needsAll = !this.isInPlanOrder;
		if (needsAll) {
			store.followAllTasks();
			const { sort, conditions } = query;
			if (sort || conditions.includes('critical') || conditions.includes('overdue')) void store.schedule;
		}
		return outlineOf(
			this.#source((id) => this.isOpen(id)),
			query
		);
	}

	#source(isOpen: (id: string) => boolean): OutlineSource {
		const { store } = this;
		return {
			// Following the structure once is enough for all of it.
			childrenOf: (id) => (id === null ? store.childrenOf(null) : store.live.childrenOf(id)),
			task: (id) => store.live.task(id),
			schedule: (id) => store.scheduleNow(id),
			statuses: store.statuses,
			statusOf: (task) => store.statusOf(task),
			nameOf: (member) => this.nameOf(member),
			isOpen,
			userId: this.user.id,
			today: this.today
		};
	}
}

const HIDDEN_AT_FIRST = ['priority', 'effort', 'tags', 'deadline', 'float', 'audience'];
