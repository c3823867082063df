// The tree as the flat list of its visible rows: where each row is, whose child it is, its place among its siblings. It is
// computed once per change of the list, in one pass, and never asks the owner anything.

import type { RowId, TreeRow } from './grid-types.ts';

export class TreeShape {
	readonly rows: readonly TreeRow[];
	readonly #index = new Map<RowId, number>();
	readonly #parent: Int32Array;
	readonly #position: Int32Array;
	/** Children per row; the roots' count is in slot 0, row i's in slot i + 1. */
	readonly #count: Int32Array;

	constructor(rows: readonly TreeRow[]) {
		this.rows = rows;
		this.#parent = new Int32Array(rows.length);
		this.#position = new Int32Array(rows.length);
		this.#count = new Int32Array(rows.length + 1);
		const open: number[] = [];
		rows.forEach((row, index) => {
			this.#index.set(row.id, index);
			while (open.length > 0 && (rows[open.at(-1) ?? 0]?.level ?? 0) >= row.level) open.pop();
			const parent = open.at(-1) ?? -1;
			this.#parent[index] = parent;
			const position = (this.#count[parent + 1] ?? 0) + 1;
			this.#count[parent + 1] = position;
			this.#position[index] = position;
			open.push(index);
		});
	}

	get length(): number {
		return this.rows.length;
	}
	/** -1 for a row that is not visible. */
	indexOf(id: RowId): number {
		return this.#index.get(id) ?? -1;
	}
	has(id: RowId): boolean {
		return this.#index.has(id);
	}
	at(index: number): TreeRow | undefined {
		return this.rows[index];
	}
	/** -1 for a root. */
	parentOf(index: number): number {
		return this.#parent[index] ?? -1;
	}
	/** 1-based, among the visible siblings. */
	positionOf(index: number): number {
		return this.#position[index] ?? 1;
	}
	siblingsOf(index: number): number {
		return this.#count[this.parentOf(index) + 1] ?? 1;
	}
	/** The index after the last visible descendant. */
	endOf(index: number): number {
		const level = this.rows[index]?.level ?? 0;
		let end = index + 1;
		while (end < this.rows.length && (this.rows[end]?.level ?? 0) > level) end += 1;
		return end;
	}

	/** Who takes the place of a row that is gone: the parent that closed over it, else the next survivor, else the one before. */
	survivorOf(id: RowId, after: TreeShape): RowId | null {
		const index = this.indexOf(id);
		for (let parent = this.parentOf(index); parent >= 0; parent = this.parentOf(parent)) {
			const found = after.at(after.indexOf(this.rows[parent]?.id ?? ''));
			if (found?.children === 'closed') return found.id;
		}
		for (let next = index + 1; next < this.length; next += 1) {
			const survivor = this.rows[next]?.id ?? '';
			if (after.has(survivor)) return survivor;
		}
		for (let before = Math.min(index, this.length) - 1; before >= 0; before -= 1) {
			const survivor = this.rows[before]?.id ?? '';
			if (after.has(survivor)) return survivor;
		}
		return after.at(0)?.id ?? null;
	}
}

/** Visible rows of a tree, depth first. `keep` (a filter) hides a row together with what is under it. Safe against circles. */
export function flattenTree(tree: {
	roots: readonly RowId[];
	childrenOf: (id: RowId) => readonly RowId[];
	isOpen: (id: RowId) => boolean;
	keep?: (id: RowId) => boolean;
}): TreeRow[] {
	const keep = tree.keep ?? (() => true);
	const rows: TreeRow[] = [];
	const seen = new Set<RowId>();
	const waiting: [RowId, number][] = [];
	const push = (ids: readonly RowId[], level: number) => {
		for (let index = ids.length - 1; index >= 0; index -= 1) {
			const id = ids[index];
			if (id !== undefined && keep(id)) waiting.push([id, level]);
		}
	};
	push(tree.roots, 1);
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const [id, level] = next;
		if (seen.has(id)) continue;
		seen.add(id);
		const children = tree.childrenOf(id);
		const isParent = children.some(keep);
		const isOpen = isParent && tree.isOpen(id);
		rows.push({ id, level, children: !isParent ? 'none' : isOpen ? 'open' : 'closed' });
		if (isOpen) push(children, level + 1);
	}
	return rows;
}
