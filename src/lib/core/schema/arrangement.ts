// Which row of a tree is shown under which, from the stored places alone. Pure and total: orphans stand at the top
// level, a circle is cut at its smallest id, siblings are sorted by order and id; the same on every replica.

import { compareOrder, type Placed } from './order.ts';

export interface PlacedRow {
	readonly id: string;
	readonly place: { readonly parent: string | null; readonly order: string | null };
}

export interface Arrangement<Source extends PlacedRow> {
	/** The parent that each row is shown under. */
	readonly parents: ReadonlyMap<string, string | null>;
	/** The sorted children of each parent that has any; null = the top level. */
	readonly children: ReadonlyMap<string | null, readonly Source[]>;
	/** Rows shown at the top level because their stored parents form a circle. */
	readonly cut: readonly Source[];
}

export interface OutlineEntry<Source> {
	readonly source: Source;
	readonly parent: string | null;
	/** 0 at the top level. */
	readonly depth: number;
}

export function arrange<Source extends PlacedRow>(rows: readonly Source[]): Arrangement<Source> {
	const byId = new Map(rows.map((source) => [source.id, source]));
	const parents = new Map<string, string | null>();
	for (const {
		id,
		place: { parent }
	} of rows) {
		parents.set(id, parent !== null && byId.has(parent) ? parent : null);
	}
	const cut = smallestOfEachCircle(parents).flatMap((id) => byId.get(id) ?? []);
	for (const { id } of cut) parents.set(id, null);
	const children = new Map<string | null, Source[]>();
	for (const source of rows) {
		const parent = parents.get(source.id) ?? null;
		const known = children.get(parent);
		if (known) known.push(source);
		else children.set(parent, [source]);
	}
	for (const siblings of children.values()) siblings.sort(bySourceOrder);
	return { parents, children, cut };
}

/** Every row once, each parent before its children. */
export function outlineOf<Source extends PlacedRow>({
	children
}: Arrangement<Source>): OutlineEntry<Source>[] {
	const outline: OutlineEntry<Source>[] = [];
	const waiting: OutlineEntry<Source>[] = [];
	const wait = (parent: string | null, depth: number) => {
		for (const source of children.get(parent)?.toReversed() ?? []) waiting.push({ source, parent, depth });
	};
	wait(null, 0);
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		outline.push(next);
		wait(next.source.id, next.depth + 1);
	}
	return outline;
}

export function bySourceOrder(left: PlacedRow, right: PlacedRow): number {
	return compareOrder(placed(left), placed(right));
}

export function placed({ id, place }: PlacedRow): Placed {
	return { id, order: place.order };
}

/** Each row has one parent, so circles do not share rows, and walking up from everywhere finds each once. */
function smallestOfEachCircle(parents: ReadonlyMap<string, string | null>): string[] {
	const settled = new Set<string>();
	const found: string[] = [];
	for (const start of parents.keys()) {
		if (settled.has(start)) continue;
		const onPath = new Set<string>();
		let at: string | null = start;
		while (at !== null && !settled.has(at) && !onPath.has(at)) {
			onPath.add(at);
			at = parents.get(at) ?? null;
		}
		if (at !== null && onPath.has(at)) {
			const path = [...onPath];
			found.push(path.slice(path.indexOf(at)).reduce((least, id) => (id < least ? id : least)));
		}
		for (const id of onPath) settled.add(id);
	}
	return found;
}
