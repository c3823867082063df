// What a retrospective keeps outside of its document, because it is secret or because the server decides it: phase,
// timer, who takes part, cards before the reveal, votes. How long what is secret stays: docs/privacy.md.

import type { Referenced, Words } from './sqlite-words.ts';

export function describeRetrospectives(words: Words, { users, documents }: Referenced) {
	const { table, primaryKey, id, text, count, moment, flag } = words;

	/** Made when somebody first changes something; until then everything is as in the beginning. */
	const retrospectives = table('retrospectives', {
		documentId: id('document_id')
			.primaryKey()
			.references(() => documents.id, { onDelete: 'cascade' }),
		phase: text('phase').notNull(),
		phaseSince: moment('phase_since').notNull(),
		/** The phase before, until the document holds what the present one needs; null = it does. */
		unsettledFrom: text('unsettled_from'),
		facilitatorId: id('facilitator_id').references(() => users.id),
		isAnonymous: flag('is_anonymous').notNull(),
		voteBudget: count('vote_budget').notNull(),
		votesPerTopic: count('votes_per_topic').notNull(),
		/** While the timer runs. */
		timerEndsAt: moment('timer_ends_at'),
		/** While it stands: milliseconds. */
		timerLeft: count('timer_left'),
		/** Of the document: what is being discussed. */
		topicId: id('topic_id')
	});

	/** `personId` is a user's id or a guest's. */
	const retrospectiveParticipants = table(
		'retrospective_participants',
		{
			documentId: id('document_id')
				.notNull()
				.references(() => documents.id, { onDelete: 'cascade' }),
			personId: id('person_id').notNull(),
			name: text('name').notNull(),
			color: count('color').notNull(),
			isGuest: flag('is_guest').notNull(),
			isDone: flag('is_done').notNull(),
			/** The row of the document that holds this person's answer at the check-in. */
			checkInId: id('check_in_id').notNull(),
			joinedAt: moment('joined_at').notNull(),
			removedAt: moment('removed_at')
		},
		(column) => [primaryKey({ columns: [column.documentId, column.personId] })]
	);

	/** Not revealed yet. The person is part of the key: nobody can find out or touch another's card by its id. */
	const retrospectiveCards = table(
		'retrospective_cards',
		{
			documentId: id('document_id')
				.notNull()
				.references(() => documents.id, { onDelete: 'cascade' }),
			personId: id('person_id').notNull(),
			id: id('id').notNull(),
			columnId: id('column_id'),
			text: text('text').notNull(),
			score: count('score'),
			/** Set when the reveal begins: its id and its place on the board, which tell nothing of its author. */
			revealedAs: id('revealed_as'),
			place: count('place')
		},
		(column) => [primaryKey({ columns: [column.documentId, column.personId, column.id] })]
	);

	const retrospectiveVotes = table(
		'retrospective_votes',
		{
			documentId: id('document_id')
				.notNull()
				.references(() => documents.id, { onDelete: 'cascade' }),
			personId: id('person_id').notNull(),
			topicId: id('topic_id').notNull(),
			count: count('count').notNull()
		},
		(column) => [primaryKey({ columns: [column.documentId, column.personId, column.topicId] })]
	);

	return { retrospectives, retrospectiveParticipants, retrospectiveCards, retrospectiveVotes };
}
