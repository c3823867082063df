// A retrospective as one person may see it.

import { optionalTimestamp, timestamp } from '#server/auth/new-person.ts';
import type { RetrospectiveParticipantRow } from '#server/database/schema/tables.ts';
import type { Actor } from '#server/service-types.ts';
import type { RetrospectiveState } from './retrospective-service.ts';
import { phaseOf } from './rules.ts';
import type { Seat } from './seats.ts';

export interface StateFacts {
	seat: Seat;
	participants: readonly RetrospectiveParticipantRow[];
	/** The person's own. */
	votes: ReadonlyMap<string, number>;
	facilitator: { id: string; name: string } | null;
	now: number;
}

export function stateFor(
	actor: Actor,
	{ seat, participants, votes, facilitator, now }: StateFacts
): RetrospectiveState {
	const { row, participant, canTakePart, canFacilitate, isFacilitator } = seat;
	return {
		phase: phaseOf(row),
		phaseSince: timestamp(row.phaseSince),
		now: timestamp(now),
		facilitator: facilitator && { id: facilitator.id, name: facilitator.name },
		isAnonymous: row.isAnonymous,
		voteBudget: row.voteBudget,
		votesPerTopic: row.votesPerTopic,
		timer: { endsAt: optionalTimestamp(row.timerEndsAt), left: row.timerLeft },
		topicId: row.topicId,
		participants: participants
			.filter(({ removedAt }) => removedAt === null)
			.map(({ personId, name, color, isGuest, isDone }) => ({ id: personId, name, color, isGuest, isDone })),
		removed: participants
			.filter(({ removedAt }) => removedAt !== null && isFacilitator)
			.map(({ personId, name }) => ({ id: personId, name })),
		me: {
			id: actor.userId,
			canTakePart,
			canFacilitate,
			isFacilitator,
			isRemoved: (participant?.removedAt ?? null) !== null,
			isDone: participant?.isDone === true,
			checkInId: participant?.checkInId ?? null,
			votes: Object.fromEntries(votes)
		}
	};
}
