// Which risks want to be looked at, and why: the queue of a risk review. Pure; the day is handed in.

import { LIVE_STATUSES } from './exposure-history.ts';
import type { Risk } from './schema.ts';
import { bandOf, exposureOf } from './score.ts';

/** In the order of their urgency. */
export const REVIEW_REASONS = [
	'acceptance-expired',
	'review-due',
	'not-scored',
	'no-response',
	'no-owner'
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

export interface DueRisk {
	readonly id: string;
	/** At least one, the most urgent first. */
	readonly reasons: readonly ReviewReason[];
	/** The day since which it has been due; null where no day says so. */
	readonly since: string | null;
}

type Reviewed = Pick<
	Risk,
	'id' | 'status' | 'score' | 'nextReview' | 'acceptance' | 'owner' | 'strategy' | 'kind' | 'occurredOn'
>;

/** `hasAction`: whether a task responds to the risk. */
export function dueForReview(
	risks: readonly Reviewed[],
	today: string,
	hasAction: (id: string) => boolean
): DueRisk[] {
	const due = risks.flatMap((risk) => {
		const reasons = reasonsOf(risk, today, hasAction);
		return reasons.length > 0
			? [{ risk, entry: { id: risk.id, reasons, since: sinceWhen(risk, today) } }]
			: [];
	});
	return due
		.sort((left, right) => {
			const rank = (one: typeof left) => REVIEW_REASONS.indexOf(one.entry.reasons[0] ?? 'no-owner');
			return (
				rank(left) - rank(right) ||
				exposure(right.risk) - exposure(left.risk) ||
				((left.entry.since ?? '') < (right.entry.since ?? '') ? -1 : 1)
			);
		})
		.map(({ entry }) => entry);
}

export function reasonsOf(risk: Reviewed, today: string, hasAction: (id: string) => boolean): ReviewReason[] {
	const reasons: ReviewReason[] = [];
	const isLive = LIVE_STATUSES.includes(risk.status);
	if (!isLive && risk.status !== 'occurred') return reasons;
	if (isExpired(risk, today)) reasons.push('acceptance-expired');
	if (risk.nextReview !== null && risk.nextReview <= today) reasons.push('review-due');
	if (!isLive) return reasons;
	if (risk.score === null) reasons.push('not-scored');
	const isGrave = risk.kind === 'risk' && ['high', 'critical'].includes(bandOf(exposure(risk)));
	if (isGrave && risk.status !== 'accepted' && !hasAction(risk.id)) reasons.push('no-response');
	if (risk.owner === null) reasons.push('no-owner');
	return reasons;
}

/** An acceptance whose last day has passed. */
export function isExpired(
	{ status, acceptance }: Pick<Risk, 'status' | 'acceptance'>,
	today: string
): boolean {
	return (
		status === 'accepted' && acceptance !== null && acceptance.until !== null && acceptance.until < today
	);
}

function exposure({ score }: Pick<Risk, 'score'>): number {
	return score === null ? 0 : exposureOf(score);
}

function sinceWhen({ nextReview, acceptance, status }: Reviewed, today: string): string | null {
	const days = [nextReview, status === 'accepted' ? (acceptance?.until ?? null) : null];
	const passed = days.filter((date): date is string => date !== null && date <= today).sort();
	return passed[0] ?? null;
}
