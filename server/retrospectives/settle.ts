// What a step from one phase to another writes into the document: revealed cards, topics to vote on, totals. Each write
// may be run again, and the step is settled only after all of them; so a crash in between loses and doubles nothing.

import type { Clock, Random } from '#lib/core/clock.ts';
import { newId } from '#lib/core/ids.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { refusal } from '#lib/core/schema/refusal.ts';
import { CARDS_MAX, isAfter, retrospective } from '#lib/documents/registry.ts';
import type { Database } from '#server/database/open-database.ts';
import type { LiveDocuments } from '#server/sync/sync-service.ts';
import { phaseOf } from './rules.ts';

export interface SettleDependencies {
	database: Pick<Database, 'retrospectives' | 'retrospectiveSecrets'>;
	/** services.sync.documents */
	content: LiveDocuments;
	clock: Clock;
	/** Decides the order of revealed cards: must not be guessable. */
	random: Random;
}

const BY_SERVER = { origin: retrospective.name };

export function createSettling({ database, content, clock, random }: SettleDependencies) {
	const { mutations } = retrospective;

	async function reveal(documentId: string, isAnonymous: boolean): Promise<void> {
		const cards = await database.retrospectiveSecrets.markedCards(documentId);
		if (cards.length === 0) return;
		const revealed = cards
			.filter(({ text, score }) => text.trim() !== '' || score !== null)
			.map(({ id, columnId, text, score, authorName }) => ({
				id,
				values: { text, column: columnId, score, author: isAnonymous ? '' : authorName }
			}));
		await content.mutate(documentId, (doc) =>
			mutate(doc, mutations.revealCards, { cards: revealed }, BY_SERVER)
		);
		await database.retrospectiveSecrets.dropMarked(documentId);
	}

	return {
		/** New ids in an order by chance: neither tells whose card it is or when it was written. */
		marks: (count: number) =>
			shuffled(
				Array.from({ length: count }, (_, place) => place),
				random
			).map((place) => ({ revealedAs: newId(clock, random), place })),

		/** Throws before anything is changed where the board has no room for what would be revealed. */
		async requireRoom(documentId: string): Promise<void> {
			const hidden = await database.retrospectiveSecrets.countCards(documentId);
			const shown = await content.read(documentId, (doc) => retrospective.read(doc).cards.length);
			const value = hidden + shown;
			if (value <= CARDS_MAX) return;
			throw refusal('cards', 'too-many', `At most ${CARDS_MAX} cards; this would make ${value}`, {
				value,
				limit: CARDS_MAX
			});
		},

		/** True when there was something to finish. */
		async settle(documentId: string): Promise<boolean> {
			const row = await database.retrospectives.byDocument(documentId);
			if (row === null || row.unsettledFrom === null) return false;
			const phase = phaseOf(row);
			if (isAfter(phase, 'brainstorm')) await reveal(documentId, row.isAnonymous);
			if (phase === 'vote') {
				await content.mutate(documentId, (doc) => {
					mutate(doc, mutations.settleTopics, {}, { ...BY_SERVER, clock });
					mutate(doc, mutations.clearTotals, {}, BY_SERVER);
				});
			}
			if (isAfter(phase, 'vote')) {
				const totals = Object.fromEntries(await database.retrospectiveSecrets.totals(documentId));
				if (row.unsettledFrom === 'vote' || Object.keys(totals).length > 0) {
					await content.mutate(documentId, (doc) =>
						mutate(doc, mutations.writeTotals, { totals }, BY_SERVER)
					);
				}
			}
			await database.retrospectives.settled(documentId);
			return true;
		}
	};
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
	const list = [...items];
	for (let last = list.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[list[last], list[other]] = [list[other] as Item, list[last] as Item];
	}
	return list;
}
