// A plan that stays open: its rows as plain values and its order, brought up to date by what changed instead of read
// anew, and told to listeners once per transaction. Reading 10,000 tasks happens once; a change costs the rows it touches.

import type * as Y from 'yjs';
import { outlineOf } from '#lib/core/schema/arrangement.ts';
import { readRow } from '#lib/core/schema/collection.ts';
import type { Fields } from '#lib/core/schema/fields.ts';
import { LiveRows, type RowChanges } from '#lib/core/schema/live-rows.ts';
import { readRecord } from '#lib/core/schema/record.ts';
import type { RowPart } from '#lib/core/schema/shape.ts';
import { treeIndexOf, type TreeIndex } from '#lib/core/schema/tree-index.ts';
import { circleClosedBy } from './dependency-circle.ts';
import { checkInsOf } from './goal-mutations.ts';
import * as schema from './schema.ts';

/** What one transaction changed. */
export interface LivePlanChange {
	/** Ids of tasks that came, went, or differ in any value or in their place. */
	readonly tasks: ReadonlySet<string>;
	/** Tasks came, went or moved: childrenOf may differ. */
	readonly structure: boolean;
	readonly dependencies: ReadonlySet<string>;
	readonly goals: ReadonlySet<string>;
	readonly goalStructure: boolean;
	readonly settings: boolean;
	readonly holidays: boolean;
	readonly statuses: boolean;
	readonly checkIns: boolean;
	readonly baselines: boolean;
	readonly capacities: boolean;
}

type Listener = (change: LivePlanChange) => void;
/** A row without its place: that is the order's to say. */
type Placeless<Row> = Omit<Row, 'parent' | 'depth'>;

const NOWHERE = { parent: null, order: null };
const NONE: readonly string[] = [];

export class LivePlan {
	readonly #doc: Y.Doc;
	readonly #taskRows: LiveRows<Placeless<schema.Task>>;
	readonly #goalRows: LiveRows<Placeless<schema.Goal>>;
	readonly #links: LiveRows<schema.Dependency>;
	readonly #statusRows: LiveRows<schema.Status>;
	readonly #holidayRows: LiveRows<schema.Holiday>;
	readonly #checkInRows: LiveRows<schema.CheckIn>;
	readonly #baselineRows: LiveRows<schema.Baseline>;
	readonly #capacityRows: LiveRows<schema.Capacity>;
	readonly #taskTree: TreeView<schema.Task>;
	readonly #goalTree: TreeView<schema.Goal>;
	readonly #statusTree: TreeIndex;
	readonly #settingsMap: Y.Map<unknown>;
	readonly #listeners = new Set<Listener>();
	readonly #touched = new Map<string, Set<string>>();
	#settings: schema.PlanSettings | null = null;
	#areSettingsTouched = false;
	#linksByTask: Map<string, { incoming: string[]; outgoing: string[] }> | null = null;

	/** End with `destroy`. */
	constructor(doc: Y.Doc) {
		this.#doc = doc;
		// The orders listen first: whoever hears of changed rows finds the order up to date.
		const taskTree = treeIndexOf(doc.getMap(schema.TASKS));
		const goalTree = treeIndexOf(doc.getMap(schema.GOALS));
		this.#statusTree = treeIndexOf(doc.getMap(schema.STATUSES));
		this.#taskRows = this.#live(schema.TASKS, schema.tasks);
		this.#goalRows = this.#live(schema.GOALS, schema.goals);
		this.#links = this.#live(schema.DEPENDENCIES, schema.dependencies);
		this.#statusRows = this.#live(schema.STATUSES, schema.statuses);
		this.#holidayRows = this.#live(schema.HOLIDAYS, schema.holidays);
		this.#checkInRows = this.#live(schema.CHECK_INS, schema.checkIns);
		this.#baselineRows = this.#live(schema.BASELINES, schema.baselines);
		this.#capacityRows = this.#live(schema.CAPACITIES, schema.capacities);
		this.#taskTree = new TreeView(taskTree, this.#taskRows);
		this.#goalTree = new TreeView(goalTree, this.#goalRows);
		this.#settingsMap = doc.getMap(schema.SETTINGS);
		this.#settingsMap.observe(this.#onSettings);
		doc.on('afterTransaction', this.#afterTransaction);
	}

	get settings(): schema.PlanSettings {
		return (this.#settings ??= readRecord(this.#doc, schema.SETTINGS, schema.settingsFields));
	}
	get holidays(): readonly schema.Holiday[] {
		return [...this.#holidayRows.rows.values()];
	}
	/** The stored ones, in their order; none in a damaged plan. */
	get statuses(): readonly schema.Status[] {
		const order = this.#statusTree.arrangement.children.get(null) ?? [];
		return order.flatMap(({ id }) => this.#statusRows.get(id) ?? []);
	}
	/** Oldest first. */
	get baselines(): readonly schema.Baseline[] {
		const rows = [...this.#baselineRows.rows.values()];
		return rows.toSorted((a, b) => a.takenAt - b.takenAt || (a.id < b.id ? -1 : 1));
	}

	get capacities(): readonly schema.Capacity[] {
		return [...this.#capacityRows.rows.values()];
	}

	/** The same object until the task or its place changes. */
	task(id: string): schema.Task | undefined {
		return this.#taskTree.row(id);
	}
	/** In the order of the plan; null = the top level. The same array until it changes. */
	childrenOf(id: string | null): readonly string[] {
		return this.#taskTree.childrenOf(id);
	}
	/** The parent that the task is shown under. */
	parentOf(id: string): string | null {
		return this.#taskTree.parentOf(id);
	}
	/** Every task, each parent before its children. */
	get taskIds(): readonly string[] {
		return this.#taskTree.outline;
	}

	dependency(id: string): schema.Dependency | undefined {
		return this.#links.get(id);
	}
	get dependencyIds(): readonly string[] {
		return [...this.#links.rows.keys()];
	}
	dependenciesOf(taskId: string): { incoming: readonly string[]; outgoing: readonly string[] } {
		return this.#linkIndex().get(taskId) ?? { incoming: NONE, outgoing: NONE };
	}

	/** The tasks that would wait for each other if `to` waited for `from`, in order; null = none would. */
	circleClosedBy(from: string, to: string): string[] | null {
		return circleClosedBy({ from, to }, [...this.#links.rows.values()], this.#taskTree.arrangement);
	}

	goal(id: string): schema.Goal | undefined {
		return this.#goalTree.row(id);
	}
	/** Every goal, each parent before its children. */
	get goalIds(): readonly string[] {
		return this.#goalTree.outline;
	}
	goalParentOf(id: string): string | null {
		return this.#goalTree.parentOf(id);
	}
	goalsOf(id: string | null): readonly string[] {
		return this.#goalTree.childrenOf(id);
	}
	/** Oldest first. */
	checkInsOf(goalId: string): readonly schema.CheckIn[] {
		return checkInsOf(goalId, [...this.#checkInRows.rows.values()]);
	}

	/** Called once after each transaction that changed the plan. Returns how to stop. */
	onChange(listener: Listener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	destroy(): void {
		this.#doc.off('afterTransaction', this.#afterTransaction);
		this.#settingsMap.unobserve(this.#onSettings);
		for (const rows of [
			this.#taskRows,
			this.#goalRows,
			this.#links,
			this.#statusRows,
			this.#holidayRows,
			this.#checkInRows,
			this.#baselineRows,
			this.#capacityRows
		]) {
			rows.destroy();
		}
		this.#listeners.clear();
	}

	readonly #onSettings = () => {
		this.#settings = null;
		this.#areSettingsTouched = true;
	};

	readonly #afterTransaction = () => {
		const touched = (root: string) => this.#touched.get(root) ?? new Set<string>();
		const change: LivePlanChange = {
			tasks: touched(schema.TASKS),
			structure: this.#taskTree.hasMoved(),
			dependencies: touched(schema.DEPENDENCIES),
			goals: touched(schema.GOALS),
			goalStructure: this.#goalTree.hasMoved(),
			settings: this.#areSettingsTouched,
			holidays: this.#touched.has(schema.HOLIDAYS),
			statuses: this.#touched.has(schema.STATUSES),
			checkIns: this.#touched.has(schema.CHECK_INS),
			baselines: this.#touched.has(schema.BASELINES),
			capacities: this.#touched.has(schema.CAPACITIES)
		};
		if (this.#touched.size === 0 && !this.#areSettingsTouched) return;
		this.#touched.clear();
		this.#areSettingsTouched = false;
		if (change.dependencies.size > 0) this.#linksByTask = null;
		for (const listener of this.#listeners) listener(change);
	};

	#live<Own extends Fields, Texts extends string, Members extends string>(
		root: string,
		part: RowPart<Own, Texts, Members>
	) {
		const rows = new LiveRows(
			this.#doc.getMap(root),
			(id, map) => readRow(part, { id, map, place: NOWHERE }),
			part.richTexts
		);
		rows.subscribe(({ changed, removed }: RowChanges) => {
			let touched = this.#touched.get(root);
			if (!touched) this.#touched.set(root, (touched = new Set()));
			for (const id of changed) touched.add(id);
			for (const id of removed) touched.add(id);
		});
		return rows;
	}

	#linkIndex() {
		if (this.#linksByTask) return this.#linksByTask;
		const index = new Map<string, { incoming: string[]; outgoing: string[] }>();
		const entry = (taskId: string) => {
			let found = index.get(taskId);
			if (!found) index.set(taskId, (found = { incoming: [], outgoing: [] }));
			return found;
		};
		for (const { id, from, to } of this.#links.rows.values()) {
			if (to !== null) entry(to).incoming.push(id);
			if (from !== null) entry(from).outgoing.push(id);
		}
		return (this.#linksByTask = index);
	}
}

/** Rows and their order together, each list and each row the same object until it changes. */
class TreeView<Full extends { id: string; parent: string | null; depth: number }> {
	readonly #index: TreeIndex;
	readonly #rows: LiveRows<Placeless<Full>>;
	readonly #full = new WeakMap<object, Full>();
	readonly #lists = new WeakMap<object, readonly string[]>();
	/** How deep the rows below a parent stand. */
	readonly #depths = new Map<string, number>();
	#outline: readonly string[] | null = null;
	#version: number;
	#told: number;

	constructor(index: TreeIndex, rows: LiveRows<Placeless<Full>>) {
		this.#index = index;
		this.#rows = rows;
		this.#version = this.#told = index.version;
	}

	get arrangement(): TreeIndex['arrangement'] {
		return this.#index.arrangement;
	}
	/** True once after rows came, went or moved. */
	hasMoved(): boolean {
		const moved = this.#index.version !== this.#told;
		this.#told = this.#index.version;
		return moved;
	}
	row(id: string): Full | undefined {
		const stored = this.#rows.get(id);
		if (stored === undefined) return undefined;
		const parent = this.parentOf(id);
		const known = this.#full.get(stored);
		if (known && known.parent === parent) {
			const depth = this.#depthOf(parent);
			if (known.depth === depth) return known;
		}
		const full = { ...stored, parent, depth: this.#depthOf(parent) } as unknown as Full;
		this.#full.set(stored, full);
		return full;
	}
	childrenOf(id: string | null): readonly string[] {
		const sources = this.#index.arrangement.children.get(id);
		if (!sources) return NONE;
		let list = this.#lists.get(sources);
		if (!list) this.#lists.set(sources, (list = sources.map((source) => source.id)));
		return list;
	}
	parentOf(id: string): string | null {
		return this.#index.arrangement.parents.get(id) ?? null;
	}
	get outline(): readonly string[] {
		this.#forgetOldOrder();
		return (this.#outline ??= outlineOf(this.#index.arrangement).map(({ source }) => source.id));
	}

	/** Of a row under `parent`; each parent's is counted once until the order changes. */
	#depthOf(parent: string | null): number {
		this.#forgetOldOrder();
		const unknown: string[] = [];
		let depth = 0;
		for (let above = parent; above !== null; above = this.parentOf(above)) {
			const known = this.#depths.get(above);
			if (known !== undefined) {
				depth = known;
				break;
			}
			unknown.push(above);
		}
		for (const id of unknown.reverse()) this.#depths.set(id, ++depth);
		return depth;
	}

	#forgetOldOrder(): void {
		if (this.#version === this.#index.version) return;
		this.#version = this.#index.version;
		this.#outline = null;
		this.#depths.clear();
	}
}
