// The tables of server/meetings: the clock of each meeting. What was said is in the document.

import { MEETING_STATES } from '#lib/core/meeting.ts';
import type { Referenced, Words } from './sqlite-words.ts';

export function describeMeetings(words: Words, { users, documents }: Referenced) {
	const { table, primaryKey, id, text, choice, count, moment } = words;

	/** The clock of a meeting, one row per meeting notes that ever began; what was said is in the document. */
	const meetings = table('meetings', {
		documentId: id('document_id')
			.primaryKey()
			.references(() => documents.id, { onDelete: 'cascade' }),
		state: choice('state', MEETING_STATES).notNull(),
		startedAt: moment('started_at'),
		closedAt: moment('closed_at'),
		/** Who pressed start last: others may follow them. */
		ledBy: id('led_by').references(() => users.id),
		/** The agenda item that is on; an id inside the document. */
		itemId: text('item_id'),
		/** Since when the item on counts; null = it does not (nothing is on, or a break). */
		runningSince: moment('running_since'),
		/** The meeting that this one follows. */
		previousId: id('previous_id').references(() => documents.id, { onDelete: 'set null' })
	});

	/** What each agenda item has had so far, without the stretch that runs now. */
	const meetingItems = table(
		'meeting_items',
		{
			documentId: id('document_id')
				.notNull()
				.references(() => documents.id, { onDelete: 'cascade' }),
			itemId: text('item_id').notNull(),
			usedMs: count('used_ms').notNull(),
			extraMinutes: count('extra_minutes').notNull()
		},
		(column) => [primaryKey({ columns: [column.documentId, column.itemId] })]
	);

	return { meetings, meetingItems };
}
