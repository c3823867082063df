// The arrangement of columns as a browser kept it, read without trust.

import type { ColumnLayout } from './grid-types.ts';

const WIDEST = 4_000;

/** `hiddenAtFirst`: for whoever has not arranged anything yet. */
export function readColumnLayout(stored: unknown, hiddenAtFirst: readonly string[]): ColumnLayout {
	const { order, hidden, widths } = (stored ?? { hidden: undefined }) as Record<string, unknown>;
	const known: Record<string, number> = {};
	for (const [id, width] of Object.entries((widths ?? {}) as object)) {
		if (typeof width === 'number' && width > 0 && width < WIDEST) known[id] = width;
	}
	return {
		order: readIds(order),
		hidden: hidden === undefined ? hiddenAtFirst : readIds(hidden),
		widths: known
	};
}

export function readIds(stored: unknown): readonly string[] {
	return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
}
