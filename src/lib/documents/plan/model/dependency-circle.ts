// Whether a new link would make tasks wait for each other. A link to a summary binds everything below it, and a
// summary is finished when everything below it is; so a circle may also run through the tree.

import type { Arrangement, PlacedRow } from '#lib/core/schema/arrangement.ts';

export interface Link {
	readonly from: string | null;
	readonly to: string | null;
}

/** The ids of the tasks on the circle that `from` → `to` would close, in order, starting with `from`; null = none. */
export function circleClosedBy(
	{ from, to }: { from: string; to: string },
	links: readonly Link[],
	{ parents, children }: Arrangement<PlacedRow>
): string[] | null {
	const chainOf = (id: string) => {
		const chain = [id];
		for (let above = parents.get(id) ?? null; above !== null; above = parents.get(above) ?? null) {
			chain.push(above);
		}
		return chain;
	};
	if (chainOf(from).includes(to) || chainOf(to).includes(from)) return from === to ? [from] : [from, to];
	const leaving = new Map<string, string[]>();
	for (const link of links) {
		if (link.from === null || link.to === null || !parents.has(link.to)) continue;
		leaving.set(link.from, [...(leaving.get(link.from) ?? []), link.to]);
	}
	const cameFrom = new Map<string, string>([[to, from]]);
	const waiting = [to];
	for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
		if (chainOf(at).includes(from)) return pathTo(at, from, cameFrom);
		const next = chainOf(at).flatMap((id) => leaving.get(id) ?? []);
		for (const child of children.get(at) ?? []) next.push(child.id);
		for (const id of next) {
			if (cameFrom.has(id)) continue;
			cameFrom.set(id, at);
			waiting.push(id);
		}
	}
	return null;
}

/** Back along the way that was found; `last` is `first` itself or lies below it. */
function pathTo(last: string, first: string, cameFrom: ReadonlyMap<string, string>): string[] {
	const path: string[] = [];
	let at = last === first ? cameFrom.get(last) : last;
	for (; at !== undefined && at !== first; at = cameFrom.get(at)) path.push(at);
	path.push(first);
	return path.reverse();
}
