// Cards before the reveal and votes: each person's own, told to nobody else, not even that there are any.

import { AppError } from '#lib/core/errors.ts';
import { missing, refusal } from '#lib/core/schema/refusal.ts';
import { CARD_MAX_LENGTH, retrospective } from '#lib/documents/registry.ts';
import type { RetrospectiveDependencies } from './create-retrospective-service.ts';
import type { RetrospectiveService } from './retrospective-service.ts';
import { HIDDEN_CARDS_MAX, wrongPhase } from './rules.ts';
import type { createSeats } from './seats.ts';

interface SecretDependencies extends Pick<RetrospectiveDependencies, 'database' | 'content'> {
	seats: ReturnType<typeof createSeats>;
	/** Only the person's own other windows hear of what is secret. */
	tell(documentId: string, onlyUserIds: readonly string[]): void;
}

type Secrets = Pick<RetrospectiveService, 'ownCards' | 'putCard' | 'removeCard' | 'vote'>;

export function createSecrets({ database, content, seats, tell }: SecretDependencies): Secrets {
	const { retrospectiveSecrets: secrets } = database;

	function requireOpen(outcome: string, phase: 'brainstorm' | 'vote'): void {
		if (outcome === 'closed') throw wrongPhase(phase);
	}

	return {
		async ownCards(actor, documentId) {
			await seats.look(actor, documentId);
			const cards = await secrets.cardsOf(documentId, actor.userId);
			return cards.map(({ id, columnId, text, score }) => ({ id, columnId, text, score }));
		},

		async putCard(actor, documentId, { id, columnId, text, score }) {
			await seats.take(actor, documentId);
			if (text.length > CARD_MAX_LENGTH) throw new AppError('too-large', { limit: CARD_MAX_LENGTH });
			const card = {
				documentId,
				personId: actor.userId,
				id,
				columnId,
				text: text.toWellFormed(),
				score
			};
			const outcome = await secrets.putCard(card, { phase: 'brainstorm', most: HIDDEN_CARDS_MAX });
			requireOpen(outcome, 'brainstorm');
			if (outcome === 'too-many') {
				throw refusal('cards', 'too-many', `At most ${HIDDEN_CARDS_MAX} cards before the reveal`, {
					limit: HIDDEN_CARDS_MAX
				});
			}
			tell(documentId, [actor.userId]);
		},

		async removeCard(actor, documentId, cardId) {
			await seats.take(actor, documentId);
			requireOpen(await secrets.removeCard(documentId, actor.userId, cardId, 'brainstorm'), 'brainstorm');
			tell(documentId, [actor.userId]);
		},

		async vote(actor, documentId, { topicId, count }) {
			const { row } = await seats.take(actor, documentId);
			if (count > row.votesPerTopic) {
				throw refusal('count', 'too-big', `At most ${row.votesPerTopic} votes on one topic`, {
					limit: row.votesPerTopic
				});
			}
			const topicIds = await content.read(documentId, (doc) =>
				retrospective.read(doc).topics.map(({ id }) => id)
			);
			if (count > 0 && !topicIds.includes(topicId)) throw missing('topicId', topicId);
			const vote = { documentId, personId: actor.userId, topicId, count };
			const rules = { phase: 'vote', budget: row.voteBudget, topicIds };
			const outcome = await secrets.putVote(vote, rules);
			requireOpen(outcome, 'vote');
			if (outcome === 'over-budget') {
				throw refusal('count', 'over-budget', `At most ${row.voteBudget} votes in all`, {
					limit: row.voteBudget
				});
			}
			tell(documentId, [actor.userId]);
			return { votes: Object.fromEntries(await secrets.votesOf(documentId, actor.userId)) };
		}
	};
}
