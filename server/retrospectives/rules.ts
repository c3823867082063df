// The numbers of a retrospective, how it begins, and how it refuses.

import type { AppError } from '#lib/core/errors.ts';
import { refusal } from '#lib/core/schema/refusal.ts';
import { isPhase, type Phase } from '#lib/documents/registry.ts';
import type { RetrospectiveRow } from '#server/database/schema/tables.ts';

export const HIDDEN_CARDS_MAX = 1_000;
export const TIMER_MAX_SECONDS = 60 * 24 * 60 * 60;
/** Single votes are forgotten so long after the summary was reached. */
export const VOTES_KEPT_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

export function asInTheBeginning(
	documentId: string,
	{ createdBy, createdAt }: { createdBy: string | null; createdAt: number }
): RetrospectiveRow {
	return {
		documentId,
		phase: 'set-up',
		phaseSince: createdAt,
		unsettledFrom: null,
		facilitatorId: createdBy,
		isAnonymous: true,
		voteBudget: 5,
		votesPerTopic: 3,
		timerEndsAt: null,
		timerLeft: null,
		topicId: null
	};
}

/** A word that an older or newer program wrote reads as the beginning. */
export function phaseOf({ phase }: Pick<RetrospectiveRow, 'phase'>): Phase {
	return isPhase(phase) ? phase : 'set-up';
}

export function wrongPhase(phase: Phase): AppError {
	return refusal('phase', 'wrong-phase', `Not in the phase “${phase}”`, { phase });
}

export function phaseMoved(phase: Phase): AppError {
	return refusal('from', 'phase-moved', `The retrospective is in the phase “${phase}” by now`, { phase });
}
