// Where a dragged row would land. The gap between two rows may belong to several levels; how far to the right the pointer
// is chooses among them. Pure: pixels and shape in, target out.

import type { DropTarget } from './grid-types.ts';
import type { TreeShape } from './tree-shape.ts';

type Pointer = {
	/** From the top of the body. */
	y: number;
	/** From where the titles of level 1 begin. */
	x: number;
	rowHeight: number;
	indent: number;
};

/** The middle of a row means "inside", its edges the gap beside it. Null over empty space without rows. */
export function dropTargetAt(shape: TreeShape, pointer: Pointer): DropTarget | null {
	if (shape.length === 0) return null;
	const place = Math.max(0, pointer.y / pointer.rowHeight);
	const index = Math.floor(place);
	const part = place - index;
	const under = shape.at(index);
	if (under && part > 0.28 && part < 0.72) return { row: under.id, where: 'inside' };

	const gap = Math.min(shape.length, part < 0.5 ? index : index + 1);
	const above = shape.at(gap - 1);
	const below = shape.at(gap);
	const deepest = above ? above.level + (above.children === 'open' ? 1 : 0) : 1;
	const shallowest = Math.min(deepest, below?.level ?? 1);
	const level = Math.min(deepest, Math.max(shallowest, Math.round(pointer.x / pointer.indent) + 1));
	if (below && below.level === level) return { row: below.id, where: 'before' };
	let parent = gap - 1;
	while (parent >= 0 && (shape.at(parent)?.level ?? 0) > level) parent = shape.parentOf(parent);
	const after = shape.at(parent);
	return after ? { row: after.id, where: 'after' } : below ? { row: below.id, where: 'before' } : null;
}

/** A row cannot land in itself or under itself. */
export function landsInItself(shape: TreeShape, ids: ReadonlySet<string>, target: DropTarget): boolean {
	for (let index = shape.indexOf(target.row); index >= 0; index = shape.parentOf(index)) {
		if (ids.has(shape.at(index)?.id ?? '')) return true;
	}
	return false;
}

/** Only the topmost of the given rows, in order: what is under a moved row moves with it. */
export function withoutDescendants(shape: TreeShape, ids: readonly string[]): string[] {
	const chosen = new Set(ids);
	return ids.filter((id) => {
		let parent = shape.parentOf(shape.indexOf(id));
		while (parent >= 0 && !chosen.has(shape.at(parent)?.id ?? '')) parent = shape.parentOf(parent);
		return parent < 0;
	});
}
