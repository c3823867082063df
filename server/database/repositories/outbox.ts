// Mails that could not leave because no mail server is set.

import { desc, eq } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { outbox } from '../schema/tables.ts';
import type { OutboxRow } from '../schema/tables.ts';

export function createOutboxRepository(db: Connection) {
	return {
		async add(mail: OutboxRow): Promise<void> {
			await db.insert(outbox).values(mail);
		},

		/** Newest first, at most `limit`. */
		async list(limit: number): Promise<OutboxRow[]> {
			return db.select().from(outbox).orderBy(desc(outbox.createdAt), desc(outbox.id)).limit(limit);
		},

		async byId(id: string): Promise<OutboxRow | null> {
			const [row] = await db.select().from(outbox).where(eq(outbox.id, id));
			return row ?? null;
		}
	};
}
