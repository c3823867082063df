// The 5×5 matrix as cells: which risks stand where, and which one is next to another by the arrow keys. Pure.

import { LIVE_STATUSES } from '../../model/exposure-history.ts';
import type { Risk, RiskKind, ScoreField } from '../../model/schema.ts';
import { LEVELS, isLevel, type Level } from '../../model/score.ts';

export interface Cell {
	readonly probability: Level;
	readonly impact: Level;
}

export interface Matrix {
	/** Ids by cell, in the order of the register. */
	readonly cells: ReadonlyMap<string, readonly string[]>;
	/** Ids of those that have no such score. */
	readonly unscored: readonly string[];
	/** How many of the kind are closed or have happened, and therefore stand nowhere. */
	readonly over: number;
}

/** The most likely first: as the matrix is drawn. */
export const ROWS: readonly Level[] = LEVELS.toReversed();

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const steps: Readonly<Record<Arrow, readonly [probability: number, impact: number]>> = {
	ArrowUp: [1, 0],
	ArrowDown: [-1, 0],
	ArrowLeft: [0, -1],
	ArrowRight: [0, 1]
};

export function isArrow(key: string): key is Arrow {
	return Object.hasOwn(steps, key);
}

export function cellKey({ probability, impact }: Cell): string {
	return `${probability}-${impact}`;
}

export function cellOf(key: string | undefined): Cell | null {
	const [probability, impact] = (key ?? '').split('-').map(Number);
	return isLevel(probability) && isLevel(impact) ? { probability, impact } : null;
}

export function matrixOf(risks: readonly Risk[], kind: RiskKind, field: ScoreField): Matrix {
	const cells = new Map<string, string[]>();
	const unscored: string[] = [];
	let over = 0;
	for (const risk of risks) {
		if (risk.kind !== kind) continue;
		const score = risk[field];
		if (!LIVE_STATUSES.includes(risk.status)) over++;
		else if (score === null) unscored.push(risk.id);
		else {
			const key = cellKey(score);
			const there = cells.get(key);
			if (there) there.push(risk.id);
			else cells.set(key, [risk.id]);
		}
	}
	return { cells, unscored, over };
}

/** The cell one step away; null at the edge. */
export function stepped({ probability, impact }: Cell, arrow: Arrow): Cell | null {
	const [up, right] = steps[arrow];
	const [likely, severe] = [probability + up, impact + right];
	return isLevel(likely) && isLevel(severe) ? { probability: likely, impact: severe } : null;
}

/** The card that the arrow leads to: the next one in the cell, or the nearest in the next cell that has any. */
export function neighbour(matrix: Matrix, id: string, arrow: Arrow): string | null {
	const found = [...matrix.cells].find(([, ids]) => ids.includes(id));
	const from = cellOf(found?.[0]);
	if (!found || !from) return null;
	const [, own] = found;
	const at = own.indexOf(id);
	const within = arrow === 'ArrowDown' ? own[at + 1] : arrow === 'ArrowUp' ? own[at - 1] : undefined;
	if (within !== undefined) return within;
	for (let cell = stepped(from, arrow); cell; cell = stepped(cell, arrow)) {
		const there = matrix.cells.get(cellKey(cell));
		if (!there) continue;
		if (arrow === 'ArrowUp') return there.at(-1) ?? null;
		return there[arrow === 'ArrowDown' ? 0 : Math.min(at, there.length - 1)] ?? null;
	}
	return null;
}
