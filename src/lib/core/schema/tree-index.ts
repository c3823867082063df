// How the rows of a tree stand, kept up to date instead of computed anew: a change of one row costs its siblings and the
// way up to the top, not the whole tree. One index per tree of a document, shared by mutations and views.
// What is simple stays incremental; where rows are orphaned or parents run in a circle, the tree is arranged anew.

import * as Y from 'yjs';
import { arrange, bySourceOrder, type Arrangement } from './arrangement.ts';
import { PLACE, readPlace, sources, type RowSource } from './places.ts';

export class TreeIndex {
	readonly #rows: Y.Map<unknown>;
	#known = new Map<string, RowSource>();
	#parents = new Map<string, string | null>();
	#children = new Map<string | null, readonly RowSource[]>();
	#cut: readonly RowSource[] = [];
	/** False: the next reader has to arrange everything. */
	#isCurrent = false;
	/** No orphan, no circle: then a change can be followed row by row. */
	#isPlain = false;
	#version = 0;

	constructor(rows: Y.Map<unknown>) {
		this.#rows = rows;
		rows.observeDeep((events) => this.#follow(events));
	}

	/** The lists in it are never changed afterwards, the maps are: read what you need before you write. */
	get arrangement(): Arrangement<RowSource> {
		if (!this.#isCurrent) this.#arrange();
		return { parents: this.#parents, children: this.#children, cut: this.#cut };
	}

	/** Another number whenever rows came, went or moved. */
	get version(): number {
		return this.#version;
	}

	/** Reads these rows again: called right after a write, and for everything that arrives. */
	refresh(ids: Iterable<string>): void {
		if (!this.#isCurrent) {
			this.#version++;
			return;
		}
		const touched = [...ids].filter((id) => this.#differs(id));
		if (touched.length === 0) return;
		this.#version++;
		const isLarge = touched.length > Math.max(64, this.#known.size / 16);
		if (isLarge || !this.#isPlain || !this.#follows(touched)) this.#isCurrent = false;
	}

	/** False where the rows cannot be followed one by one. */
	#follows(ids: readonly string[]): boolean {
		for (const id of ids) this.#takeOut(id);
		return ids.every((id) => this.#place(id));
	}

	#arrange(): void {
		const rows = sources(this.#rows);
		const { parents, children, cut } = arrange(rows);
		this.#known = new Map(rows.map((source) => [source.id, source]));
		this.#parents = new Map(parents);
		this.#children = new Map(children);
		this.#cut = cut;
		this.#isPlain = rows.every(({ id, place }) => parents.get(id) === place.parent);
		this.#isCurrent = true;
	}

	#differs(id: string): boolean {
		const row = this.#rows.get(id);
		const known = this.#known.get(id);
		if (!(row instanceof Y.Map)) return known !== undefined;
		if (known?.map !== row) return true;
		const { parent, order } = readPlace(row.get(PLACE));
		return parent !== known.place.parent || order !== known.place.order;
	}

	/** Takes the row out of where it stood and notes its new place. */
	#takeOut(id: string): void {
		if (this.#known.has(id)) {
			const parent = this.#parents.get(id) ?? null;
			const left = this.#children.get(parent)?.filter((source) => source.id !== id) ?? [];
			if (left.length > 0) this.#children.set(parent, left);
			else this.#children.delete(parent);
		}
		const row = this.#rows.get(id);
		if (row instanceof Y.Map) {
			this.#known.set(id, { id, map: row, place: readPlace(row.get(PLACE)) });
		} else {
			this.#known.delete(id);
			this.#parents.delete(id);
		}
	}

	#place(id: string): boolean {
		const source = this.#known.get(id);
		// Gone: with rows still below it they are orphans now.
		if (!source) return !this.#children.has(id);
		const { parent } = source.place;
		if (parent !== null && !this.#known.has(parent)) return false;
		// A circle need not hold this row: two others that came with it may have closed one above it.
		let steps = 0;
		for (let above = parent; above !== null; above = this.#known.get(above)?.place.parent ?? null) {
			if (above === id || steps++ > this.#known.size) return false;
		}
		this.#parents.set(id, parent);
		const siblings = this.#children.get(parent) ?? [];
		let low = 0;
		let high = siblings.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const other = siblings[middle];
			if (other && bySourceOrder(other, source) < 0) low = middle + 1;
			else high = middle;
		}
		this.#children.set(parent, siblings.toSpliced(low, 0, source));
		return true;
	}

	#follow(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
		const touched = new Set<string>();
		for (const event of events) {
			if (event.target === (this.#rows as unknown)) for (const id of event.keys.keys()) touched.add(id);
			else if (event.path.length === 1 && event.keys.has(PLACE)) touched.add(String(event.path[0]));
		}
		if (touched.size > 0) this.refresh(touched);
	}
}

const indexes = new WeakMap<Y.Map<unknown>, TreeIndex>();

export function treeIndexOf(rows: Y.Map<unknown>): TreeIndex {
	let index = indexes.get(rows);
	if (!index) indexes.set(rows, (index = new TreeIndex(rows)));
	return index;
}

/** To be called after writing places, adding or deleting rows, so that the same transaction already sees it. */
export function rowsWritten(rows: Y.Map<unknown>, ids: Iterable<string>): void {
	indexes.get(rows)?.refresh(ids);
}
