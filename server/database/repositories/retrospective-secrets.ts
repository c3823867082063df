// Cards before the reveal and votes before and after the count: nobody but their author is ever shown them. Each
// change is one transaction with the check of the phase, so that nothing slips in after it was closed.

import { and, asc, count, eq, isNotNull, isNull, sum } from 'drizzle-orm';
import { atomically } from '../connection.ts';
import type { Connection } from '../connection.ts';
import {
	retrospectiveCards,
	retrospectiveParticipants,
	retrospectives,
	retrospectiveVotes
} from '../schema/tables.ts';
import type { RetrospectiveCardRow } from '../schema/tables.ts';

export type SecretCard = Omit<RetrospectiveCardRow, 'revealedAs' | 'place'>;

export interface MarkedCard {
	id: string;
	columnId: string | null;
	text: string;
	score: number | null;
	authorName: string;
}

export interface Vote {
	documentId: string;
	personId: string;
	topicId: string;
	count: number;
}

export function createRetrospectiveSecretsRepository(db: Connection) {
	const cards = retrospectiveCards;
	const votes = retrospectiveVotes;
	const hiddenOf = (documentId: string) => and(eq(cards.documentId, documentId), isNull(cards.revealedAs));
	const markedOf = (documentId: string) => and(eq(cards.documentId, documentId), isNotNull(cards.revealedAs));

	return {
		async cardsOf(documentId: string, personId: string): Promise<SecretCard[]> {
			return db
				.select()
				.from(cards)
				.where(and(hiddenOf(documentId), eq(cards.personId, personId)))
				.orderBy(asc(cards.id));
		},

		async countCards(documentId: string): Promise<number> {
			const [row] = await db.select({ total: count() }).from(cards).where(hiddenOf(documentId));
			return row?.total ?? 0;
		},

		/** Writes the card, or writes it anew: the same request twice is one card. */
		async putCard(
			card: SecretCard,
			{ phase, most }: { phase: string; most: number }
		): Promise<'done' | 'closed' | 'too-many'> {
			const { documentId, personId, id, ...values } = card;
			const own = and(hiddenOf(documentId), eq(cards.personId, personId), eq(cards.id, id));
			return atomically(db, (tx) => {
				if (!isOpenTo(tx, documentId, personId, phase)) return 'closed';
				if (tx.update(cards).set(values).where(own).run().changes > 0) return 'done';
				const [row] = tx.select({ total: count() }).from(cards).where(hiddenOf(documentId)).all();
				if ((row?.total ?? 0) >= most) return 'too-many';
				tx.insert(cards).values(card).run();
				return 'done';
			});
		},

		async removeCard(
			documentId: string,
			personId: string,
			id: string,
			phase: string
		): Promise<'done' | 'closed'> {
			const own = and(hiddenOf(documentId), eq(cards.personId, personId), eq(cards.id, id));
			return atomically(db, (tx) => {
				if (!isOpenTo(tx, documentId, personId, phase)) return 'closed';
				tx.delete(cards).where(own).run();
				return 'done';
			});
		},

		/** In the order of the board. */
		async markedCards(documentId: string): Promise<MarkedCard[]> {
			const rows = await db
				.select({ card: cards, name: retrospectiveParticipants.name })
				.from(cards)
				.leftJoin(
					retrospectiveParticipants,
					and(
						eq(retrospectiveParticipants.documentId, cards.documentId),
						eq(retrospectiveParticipants.personId, cards.personId)
					)
				)
				.where(markedOf(documentId))
				.orderBy(asc(cards.place));
			return rows.map(({ card: { revealedAs, columnId, text, score }, name }) => ({
				id: revealedAs ?? '',
				columnId,
				text,
				score,
				authorName: name ?? ''
			}));
		},

		/** For ever, and with them who wrote what. */
		async dropMarked(documentId: string): Promise<void> {
			await db.delete(cards).where(markedOf(documentId));
		},

		/** Topic id → votes. */
		async votesOf(documentId: string, personId: string): Promise<Map<string, number>> {
			const rows = await db
				.select({ topicId: votes.topicId, count: votes.count })
				.from(votes)
				.where(and(eq(votes.documentId, documentId), eq(votes.personId, personId)));
			return new Map(rows.map(({ topicId, count }) => [topicId, count]));
		},

		/** Sets, never adds: the same request twice is one vote. Votes on topics that are gone are free again. */
		async putVote(
			vote: Vote,
			rules: { phase: string; budget: number; topicIds: readonly string[] }
		): Promise<'done' | 'closed' | 'over-budget'> {
			const { documentId, personId, topicId, count: given } = vote;
			const mine = and(eq(votes.documentId, documentId), eq(votes.personId, personId));
			return atomically(db, (tx) => {
				if (!isOpenTo(tx, documentId, personId, rules.phase)) return 'closed';
				const rows = tx.select().from(votes).where(mine).all();
				const others = rows.filter((row) => row.topicId !== topicId && rules.topicIds.includes(row.topicId));
				const used = others.reduce((total, row) => total + row.count, 0);
				if (used + given > rules.budget) return 'over-budget';
				tx.delete(votes)
					.where(and(mine, eq(votes.topicId, topicId)))
					.run();
				if (given > 0) tx.insert(votes).values(vote).run();
				return 'done';
			});
		},

		/** Topic id → votes of everybody. */
		async totals(documentId: string): Promise<Map<string, number>> {
			const rows = await db
				.select({ topicId: votes.topicId, total: sum(votes.count).mapWith(Number) })
				.from(votes)
				.where(eq(votes.documentId, documentId))
				.groupBy(votes.topicId);
			return new Map(rows.map(({ topicId, total }) => [topicId, total]));
		}
	};
}

function isOpenTo(tx: Connection, documentId: string, personId: string, phase: string): boolean {
	const found = tx
		.select({ personId: retrospectiveParticipants.personId })
		.from(retrospectiveParticipants)
		.innerJoin(retrospectives, eq(retrospectives.documentId, retrospectiveParticipants.documentId))
		.where(
			and(
				eq(retrospectives.documentId, documentId),
				eq(retrospectives.phase, phase),
				eq(retrospectiveParticipants.personId, personId),
				isNull(retrospectiveParticipants.removedAt)
			)
		)
		.all();
	return found.length > 0;
}
