// A retrospective's phase, timer and participants. A step from one phase to the next is one transaction with the
// marking of the cards that it reveals, so that no card can be written between the two.

import { and, asc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { atomically } from '../connection.ts';
import type { Connection } from '../connection.ts';
import {
	retrospectiveCards,
	retrospectiveParticipants,
	retrospectives,
	retrospectiveVotes
} from '../schema/tables.ts';
import type { RetrospectiveParticipantRow, RetrospectiveRow } from '../schema/tables.ts';

export interface PhaseStep {
	from: string;
	to: string;
	now: number;
	/** Ids and places for so many cards, or null where this step reveals none. */
	reveal: ((cards: number) => readonly { revealedAs: string; place: number }[]) | null;
}

export function createRetrospectiveRepository(db: Connection) {
	const participants = retrospectiveParticipants;
	const participant = (documentId: string, personId: string) =>
		and(eq(participants.documentId, documentId), eq(participants.personId, personId));

	return {
		async byDocument(documentId: string): Promise<RetrospectiveRow | null> {
			return db.select().from(retrospectives).where(eq(retrospectives.documentId, documentId)).get() ?? null;
		},

		/** Does nothing where it is there already. */
		async open(row: RetrospectiveRow): Promise<void> {
			await db.insert(retrospectives).values(row).onConflictDoNothing();
		},

		async change(
			documentId: string,
			changes: Partial<Omit<RetrospectiveRow, 'documentId' | 'phase' | 'phaseSince' | 'unsettledFrom'>>
		): Promise<void> {
			if (Object.keys(changes).length === 0) return;
			await db.update(retrospectives).set(changes).where(eq(retrospectives.documentId, documentId));
		},

		/** False, and nothing changed, where it is not in the phase `from` any more. */
		async step(documentId: string, { from, to, now, reveal }: PhaseStep): Promise<boolean> {
			return atomically(db, (tx) => {
				const moved = tx
					.update(retrospectives)
					.set({ phase: to, phaseSince: now, unsettledFrom: from, timerEndsAt: null, timerLeft: null })
					.where(and(eq(retrospectives.documentId, documentId), eq(retrospectives.phase, from)))
					.run();
				if (moved.changes === 0) return false;
				tx.update(participants).set({ isDone: false }).where(eq(participants.documentId, documentId)).run();
				if (reveal) markRevealed(tx, documentId, reveal);
				return true;
			});
		},

		async settled(documentId: string): Promise<void> {
			await db
				.update(retrospectives)
				.set({ unsettledFrom: null })
				.where(eq(retrospectives.documentId, documentId));
		},

		/** Those whose last step was cut short. */
		async unsettled(): Promise<string[]> {
			const rows = await db
				.select({ documentId: retrospectives.documentId })
				.from(retrospectives)
				.where(isNotNull(retrospectives.unsettledFrom));
			return rows.map(({ documentId }) => documentId);
		},

		/** In the order in which they came. */
		async participants(documentId: string): Promise<RetrospectiveParticipantRow[]> {
			return db
				.select()
				.from(participants)
				.where(eq(participants.documentId, documentId))
				.orderBy(asc(participants.joinedAt), asc(participants.personId));
		},

		async participant(documentId: string, personId: string): Promise<RetrospectiveParticipantRow | null> {
			return db.select().from(participants).where(participant(documentId, personId)).get() ?? null;
		},

		/** Whoever was here before keeps everything but the name and the colour. True for a newcomer. */
		async join(row: RetrospectiveParticipantRow): Promise<boolean> {
			const added = db.insert(participants).values(row).onConflictDoNothing().run();
			if (added.changes > 0) return true;
			const { documentId, personId, name, color } = row;
			await db.update(participants).set({ name, color }).where(participant(documentId, personId));
			return false;
		},

		async setDone(documentId: string, personId: string, isDone: boolean): Promise<void> {
			await db.update(participants).set({ isDone }).where(participant(documentId, personId));
		},

		/** Takes what this person wrote in secret and voted along. */
		async remove(documentId: string, personId: string, now: number): Promise<void> {
			atomically(db, (tx) => {
				tx.update(participants).set({ removedAt: now }).where(participant(documentId, personId)).run();
				for (const table of [retrospectiveCards, retrospectiveVotes]) {
					tx.delete(table)
						.where(and(eq(table.documentId, documentId), eq(table.personId, personId)))
						.run();
				}
			});
		},

		async readmit(documentId: string, personId: string): Promise<void> {
			await db.update(participants).set({ removedAt: null }).where(participant(documentId, personId));
		},

		/** Forgets who voted for what wherever the phase `phase` was reached before `before`. Says how many votes went. */
		async forgetVotes(phase: string, before: number): Promise<number> {
			return atomically(db, (tx) => {
				const over = tx
					.select({ documentId: retrospectives.documentId })
					.from(retrospectives)
					.where(and(eq(retrospectives.phase, phase), lt(retrospectives.phaseSince, before)))
					.all();
				return over.reduce(
					(total, { documentId }) =>
						total +
						tx.delete(retrospectiveVotes).where(eq(retrospectiveVotes.documentId, documentId)).run().changes,
					0
				);
			});
		}
	};
}

function markRevealed(tx: Connection, documentId: string, reveal: NonNullable<PhaseStep['reveal']>): void {
	const cards = retrospectiveCards;
	const hidden = tx
		.select({ personId: cards.personId, id: cards.id })
		.from(cards)
		.where(and(eq(cards.documentId, documentId), isNull(cards.revealedAs)))
		.all();
	const marks = reveal(hidden.length);
	hidden.forEach(({ personId, id }, index) => {
		tx.update(cards)
			.set(marks[index] ?? {})
			.where(and(eq(cards.documentId, documentId), eq(cards.personId, personId), eq(cards.id, id)))
			.run();
	});
}
