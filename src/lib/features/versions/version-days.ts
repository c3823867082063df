// The history as a person reads it: by day, what somebody meant to keep in sight, what was taken by itself folded away.

import { automaticPurposes } from '#lib/core/versions/purposes.ts';
import type { VersionView } from './version-calls.ts';

export type DayEntry =
	| { readonly type: 'version'; readonly version: VersionView }
	/** Two and more that follow each other; newest first. */
	| { readonly type: 'folded'; readonly versions: readonly VersionView[] };

export interface VersionDay {
	/** `2026-11-25` where the reader is. */
	readonly day: string;
	readonly entries: readonly DayEntry[];
}

/** Nobody named it or asked for it. */
export function isAutomatic({ purpose, name }: Pick<VersionView, 'purpose' | 'name'>): boolean {
	return name === null && automaticPurposes.has(purpose) && purpose !== 'restore';
}

/** `versions` newest first; `dayOf` says on which day a moment fell. */
export function versionDays(
	versions: readonly VersionView[],
	dayOf: (moment: string) => string = localDay
): VersionDay[] {
	const days: { day: string; entries: DayEntry[] }[] = [];
	let run: VersionView[] = [];
	const settle = () => {
		const [only] = run;
		const entries = days.at(-1)?.entries;
		if (only && run.length === 1) entries?.push({ type: 'version', version: only });
		else if (only) entries?.push({ type: 'folded', versions: run });
		run = [];
	};
	for (const version of versions) {
		const day = dayOf(version.createdAt);
		if (days.at(-1)?.day !== day) {
			settle();
			days.push({ day, entries: [] });
		}
		if (isAutomatic(version)) run.push(version);
		else {
			settle();
			days.at(-1)?.entries.push({ type: 'version', version });
		}
	}
	settle();
	return days;
}

/** Everybody who wrote, each once, the latest first. */
export function writersOf(versions: readonly VersionView[]): VersionView['writers'] {
	const seen = new Map(versions.flatMap(({ writers }) => writers).map((writer) => [writer.id, writer]));
	return [...seen.values()];
}

function localDay(moment: string): string {
	const date = new Date(moment);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
