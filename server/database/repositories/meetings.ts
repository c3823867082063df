// The clocks of meetings. A change reads and writes in one transaction, so that of two people who press "next" at once
// the second sees what the first did.

import { eq } from 'drizzle-orm';
import { atomically } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { meetingItems, meetings } from '../schema/tables.ts';
import type { MeetingItemRow, MeetingRow } from '../schema/tables.ts';

export interface StoredMeeting {
	meeting: MeetingRow;
	items: readonly MeetingItemRow[];
}

export function createMeetingRepository(db: Connection) {
	type Reader = Pick<Connection, 'select'>;
	const read = (reader: Reader, documentId: string): StoredMeeting => ({
		meeting:
			reader.select().from(meetings).where(eq(meetings.documentId, documentId)).get() ?? blank(documentId),
		items: reader.select().from(meetingItems).where(eq(meetingItems.documentId, documentId)).all()
	});

	return {
		/** A meeting that never began reads as a draft. */
		async byDocument(documentId: string): Promise<StoredMeeting> {
			return read(db, documentId);
		},

		/** Writes what `decide` makes of the meeting; it may throw, and nothing is written then. */
		async change(
			documentId: string,
			decide: (stored: StoredMeeting) => StoredMeeting
		): Promise<StoredMeeting> {
			return atomically(db, (tx) => {
				const next = decide(read(tx, documentId));
				const { documentId: _, ...fields } = next.meeting;
				tx.insert(meetings)
					.values(next.meeting)
					.onConflictDoUpdate({ target: meetings.documentId, set: fields })
					.run();
				for (const item of next.items) {
					const { usedMs, extraMinutes } = item;
					tx.insert(meetingItems)
						.values(item)
						.onConflictDoUpdate({
							target: [meetingItems.documentId, meetingItems.itemId],
							set: { usedMs, extraMinutes }
						})
						.run();
				}
				return next;
			});
		}
	};
}

function blank(documentId: string): MeetingRow {
	return {
		documentId,
		state: 'draft',
		startedAt: null,
		closedAt: null,
		ledBy: null,
		itemId: null,
		runningSince: null,
		previousId: null
	};
}
