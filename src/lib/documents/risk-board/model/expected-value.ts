// What a risk costs, or an opportunity brings, on average: probability × cost (expected monetary value, PMBOK). The
// probability is the one given in per cent, or else what its level means on the scale it was judged on.

import type { Risk, RiskKind } from './schema.ts';
import { meaningFor, percentOf, type ScaleRow } from './scale.ts';

type Valued = Pick<Risk, 'probabilityPercent' | 'cost' | 'score'>;

/** In per cent; null where nobody said how likely. */
export function likelihoodOf(
	{ probabilityPercent, score }: Valued,
	scales: readonly ScaleRow[]
): number | null {
	if (probabilityPercent !== null) return probabilityPercent;
	return score === null ? null : percentOf(score.probability, meaningFor(score, scales));
}

/** In the board's currency, never negative; null where the cost or the likelihood is not known. */
export function expectedValueOf(risk: Valued, scales: readonly ScaleRow[]): number | null {
	const percent = likelihoodOf(risk, scales);
	return percent === null || risk.cost === null ? null : (risk.cost * percent) / 100;
}

/** What threats cost less what opportunities bring. */
export function totalExpectedValue(
	all: readonly (Valued & { kind: RiskKind })[],
	scales: readonly ScaleRow[]
): number {
	return all.reduce((sum, risk) => {
		const value = expectedValueOf(risk, scales) ?? 0;
		return risk.kind === 'opportunity' ? sum - value : sum + value;
	}, 0);
}
