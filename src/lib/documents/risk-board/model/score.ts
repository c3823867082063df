// A score: how likely (1–5) and how severe (1–5 per dimension), judged on one scale. It is one value, so that of two people
// who drag a risk at once one wins whole and nobody's probability meets another's impact.
// The overall impact is the largest of the dimensions that were judged; where none was, it was judged as a whole.

import * as v from 'valibot';
import type { Field } from '#lib/core/schema/fields.ts';

export const DIMENSIONS = ['time', 'cost', 'quality', 'satisfaction'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

export type Impacts = Readonly<Record<Dimension, Level | null>>;

export interface Score {
	readonly probability: Level;
	/** The overall impact. */
	readonly impact: Level;
	/** null = not judged in this dimension. */
	readonly impacts: Impacts;
	/** Id of the scale it was judged on; null = the standard scale. */
	readonly scale: string | null;
}

export const BANDS = ['minimal', 'low', 'medium', 'high', 'critical'] as const;
export type Band = (typeof BANDS)[number];

export const NOT_JUDGED: Impacts = { time: null, cost: null, quality: null, satisfaction: null };

/** Probability × impact, 1…25. */
export function exposureOf({ probability, impact }: Pick<Score, 'probability' | 'impact'>): number {
	return probability * impact;
}

/** 1 minimal, 2–5 low, 6–11 medium, 12–19 high, 20–25 critical. */
export function bandOf(exposure: number): Band {
	if (exposure >= 20) return 'critical';
	if (exposure >= 12) return 'high';
	if (exposure >= 6) return 'medium';
	return exposure >= 2 ? 'low' : 'minimal';
}

/** The largest of the dimensions that were judged; null where none was. */
export function overallImpact(impacts: Impacts): Level | null {
	let largest: Level | null = null;
	for (const dimension of DIMENSIONS) {
		const level = impacts[dimension];
		if (level !== null && (largest === null || level > largest)) largest = level;
	}
	return largest;
}

/**
 * The score of a risk that is put into another cell of the matrix. Dimensions above the new impact come down to it; when it
 * rises, those that made the old one rise with it.
 */
export function movedTo(
	score: Score | null,
	cell: { probability: Level; impact: Level },
	scale: string | null
): Score {
	const { probability, impact } = cell;
	if (score === null) return { probability, impact, impacts: NOT_JUDGED, scale };
	const move = (level: Level | null): Level | null =>
		level === null || (level < score.impact && level <= impact) ? level : impact;
	const { time, cost, quality, satisfaction } = score.impacts;
	const impacts = {
		time: move(time),
		cost: move(cost),
		quality: move(quality),
		satisfaction: move(satisfaction)
	};
	return { probability, impact, impacts, scale };
}

export function isSameScore(left: Score | null, right: Score | null): boolean {
	if (left === null || right === null) return left === right;
	return left.scale === right.scale && isSamePlace(left, right) && isSameImpacts(left, right);
}

/** The same cell of the matrix. */
export function isSamePlace(
	left: Pick<Score, 'probability' | 'impact'> | null,
	right: Pick<Score, 'probability' | 'impact'> | null
): boolean {
	if (left === null || right === null) return left === right;
	return left.probability === right.probability && left.impact === right.impact;
}

/** The same judgement, on whichever scale. */
export function isSameImpacts(left: Score, right: Score): boolean {
	return DIMENSIONS.every((dimension) => left.impacts[dimension] === right.impacts[dimension]);
}

export function isLevel(value: unknown): value is Level {
	return LEVELS.some((level) => level === value);
}

const level = v.pipe(
	v.number('A whole number from 1 to 5'),
	v.integer('A whole number from 1 to 5'),
	v.minValue(1, (issue) => `At least 1; got ${issue.input}`),
	v.maxValue(5, (issue) => `At most 5; got ${issue.input}`),
	v.transform((value) => value as Level)
);
const judged = v.optional(v.nullable(level), null);

/** The overall impact may be left out where a dimension is given, and must be their largest where both are. */
const scoreSchema = v.pipe(
	v.strictObject({
		probability: level,
		impact: v.optional(level),
		impacts: v.optional(
			v.strictObject({ time: judged, cost: judged, quality: judged, satisfaction: judged }),
			NOT_JUDGED
		),
		scale: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'An id, or null'))), null)
	}),
	v.check(
		({ impact, impacts }) => (impact ?? overallImpact(impacts)) !== null,
		'An overall impact, or the impact in at least one dimension'
	),
	v.check(
		({ impact, impacts }) => impact === undefined || (overallImpact(impacts) ?? impact) === impact,
		(issue) =>
			`The overall impact is the largest of its dimensions (${overallImpact(issue.input.impacts) ?? ''}); got ${issue.input.impact ?? ''}`
	),
	v.transform(({ probability, impact, impacts, scale }): Score => ({
		probability,
		impact: overallImpact(impacts) ?? impact ?? 1,
		impacts,
		scale
	}))
);

/** null = not scored yet. */
export function score(): Field<Score | null> {
	return {
		type: 'score',
		fallback: null,
		schema: v.nullable(scoreSchema),
		rules: { levels: LEVELS.length, dimensions: DIMENSIONS },
		read: readScore,
		isStored: (stored, value) =>
			value === null ? stored === null || stored === undefined : isSameScore(readScore(stored), value)
	};
}

function readScore(stored: unknown): Score | null {
	if (typeof stored !== 'object' || stored === null) return null;
	const { probability, impact, impacts, scale } = stored as Record<string, unknown>;
	const likely = readLevel(probability);
	if (likely === null) return null;
	const given = (typeof impacts === 'object' && impacts !== null ? impacts : {}) as Record<string, unknown>;
	const { time, cost, quality, satisfaction } = given;
	const read = {
		time: readLevel(time),
		cost: readLevel(cost),
		quality: readLevel(quality),
		satisfaction: readLevel(satisfaction)
	};
	const overall = overallImpact(read) ?? readLevel(impact);
	if (overall === null) return null;
	const known = typeof scale === 'string' && /^[\w-]{1,64}$/.test(scale) ? scale : null;
	return { probability: likely, impact: overall, impacts: read, scale: known };
}

function readLevel(stored: unknown): Level | null {
	if (typeof stored !== 'number' || !Number.isFinite(stored)) return null;
	return Math.min(5, Math.max(1, Math.round(stored))) as Level;
}
