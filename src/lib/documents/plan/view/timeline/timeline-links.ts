// The links to draw: those of hidden rows end at the closed parent that hides them, and several that then look the same are one;
// and which of them are the critical path.

import type { RowLink } from '#lib/ui/timeline/link-rows.ts';
import type { PlanStore } from '../plan-store.svelte.ts';

/** `isClosed`: a row that is shown with its sub-tasks hidden. */
export function visibleLinks(
	{ live }: PlanStore,
	linkIds: readonly string[],
	{ isShown, isClosed }: { isShown: (id: string) => boolean; isClosed: (id: string) => boolean }
): RowLink[] {
	const ends = new Map<string, string | null>();
	const shownEnd = (id: string): string | null => {
		if (isShown(id)) return id;
		const known = ends.get(id);
		if (known !== undefined) return known;
		const above = live.parentOf(id);
		const end = above === null ? null : shownEnd(above);
		const lifted = end !== null && isClosed(end) ? end : null;
		ends.set(id, lifted);
		return lifted;
	};
	const found: RowLink[] = [];
	const lifted = new Set<string>();
	for (const linkId of linkIds) {
		const link = live.dependency(linkId);
		if (!link || link.from === null || link.to === null) continue;
		const from = shownEnd(link.from);
		const to = shownEnd(link.to);
		if (from === null || to === null || from === to) continue;
		if (from !== link.from || to !== link.to) {
			const key = `${from} ${to} ${link.type}`;
			if (lifted.has(key)) continue;
			lifted.add(key);
		}
		found.push({ id: linkId, from, to, type: link.type });
	}
	return found;
}

/** The link that holds a critical task where it is: part of the critical path. */
export function isDrivenCritically(store: PlanStore, { id, to }: RowLink): boolean {
	const computed = store.scheduleNow(to);
	return computed?.isCritical === true && computed.drivenBy?.dependencyId === id;
}
