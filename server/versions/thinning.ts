// Which automatic versions may go: the older, the fewer are kept. Of each span the last one stays, because it is the
// state that held. What somebody named, what something uses and what was taken for a purpose always stays.

import { automaticPurposes, type VersionPurpose } from '#lib/core/versions/purposes.ts';

export interface Thinnable {
	readonly id: string;
	readonly purpose: VersionPurpose;
	readonly name: string | null;
	readonly isUsed: boolean;
	readonly createdAt: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Up to this age one version per so much time; the first rule that fits holds. */
export const KEPT_PER_AGE: readonly { readonly upTo: number; readonly span: number }[] = [
	{ upTo: 2 * HOUR, span: 0 },
	{ upTo: DAY, span: HOUR / 2 },
	{ upTo: 7 * DAY, span: 4 * HOUR },
	{ upTo: 60 * DAY, span: DAY },
	{ upTo: Infinity, span: 7 * DAY }
];

export function isThinnable({ purpose, name, isUsed }: Thinnable): boolean {
	return automaticPurposes.has(purpose) && name === null && !isUsed;
}

/** Ids of the versions that may go at `now`. The newest of all stays whatever its age. */
export function versionsToDrop(versions: readonly Thinnable[], now: number): string[] {
	const oldestFirst = versions.toSorted(
		(left, right) => left.createdAt - right.createdAt || (left.id < right.id ? -1 : 1)
	);
	const last = new Map<string, string>();
	const dropped: string[] = [];
	for (const version of oldestFirst) {
		if (!isThinnable(version) || version === oldestFirst.at(-1)) continue;
		const age = now - version.createdAt;
		const span = KEPT_PER_AGE.find(({ upTo }) => age <= upTo)?.span ?? 0;
		if (span === 0) continue;
		const slot = `${span} ${Math.floor(version.createdAt / span)}`;
		const earlier = last.get(slot);
		if (earlier !== undefined) dropped.push(earlier);
		last.set(slot, version.id);
	}
	return dropped;
}
