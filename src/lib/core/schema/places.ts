// The stored place of a row: {parent, order} as one value, so that no two moves can mix. Read without trust.

import * as Y from 'yjs';
import { readOrder } from './order.ts';

export const PLACE = 'place';

export interface Place {
	parent: string | null;
	order: string | null;
}

/** Fields of one row by name; the row itself stays what others share. */
export interface RowSource {
	readonly id: string;
	readonly map: Y.Map<unknown>;
	readonly place: Place;
}

/** Every readable row with its stored place, in no particular order. */
export function sources(rows: Y.Map<unknown> | null): RowSource[] {
	const found: RowSource[] = [];
	for (const [id, map] of rows?.entries() ?? []) {
		if (map instanceof Y.Map) found.push({ id, map, place: readPlace(map.get(PLACE)) });
	}
	return found;
}

export function readPlace(stored: unknown): Place {
	if (typeof stored !== 'object' || stored === null) return { parent: null, order: null };
	const parent = 'parent' in stored && typeof stored.parent === 'string' ? stored.parent : null;
	return { parent, order: 'order' in stored ? readOrder(stored.order) : null };
}
