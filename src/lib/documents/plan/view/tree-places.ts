// Where rows of a tree go when they are dropped or stepped, told as the parent and the sibling before. Tasks and goals alike.

import type { DropTarget } from '#lib/ui/tree-grid/grid-types.ts';

export interface Siblings {
	parentOf(id: string): string | null;
	/** In order; null = the top level. */
	childrenOf(id: string | null): readonly string[];
}

export interface TreePlace {
	parent: string | null;
	/** null = first; absent = last. */
	after?: string | null;
}

export function placeOfDrop(tree: Siblings, { row, where }: DropTarget): TreePlace {
	if (where === 'inside') return { parent: row };
	const parent = tree.parentOf(row);
	if (where === 'after') return { parent, after: row };
	const siblings = tree.childrenOf(parent);
	return { parent, after: siblings[siblings.indexOf(row) - 1] ?? null };
}

/** One place up or down among the siblings of the first, in their order; null where there is none. */
export function placeOfStep(
	tree: Siblings,
	ids: readonly string[],
	direction: 'up' | 'down'
): (TreePlace & { ids: string[] }) | null {
	const first = ids[0];
	if (first === undefined) return null;
	const parent = tree.parentOf(first);
	const siblings = tree.childrenOf(parent);
	const moved = ids.filter((id) => tree.parentOf(id) === parent);
	const places = moved.map((id) => siblings.indexOf(id));
	const others = siblings.filter((id) => !moved.includes(id));
	const before = others.filter((id) => siblings.indexOf(id) < Math.min(...places)).length;
	const at = direction === 'up' ? before - 2 : before;
	if (at < -1 || at >= others.length) return null;
	return { ids: moved, parent, after: others[at] ?? null };
}
