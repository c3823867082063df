// What is known about a document without opening it: place, kind, title, audience, bin.

import { and, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { atomically, keep } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { documents, projects, users } from '../schema/tables.ts';
import type { DocumentRow, ProjectRow } from '../schema/tables.ts';

export interface DocumentWithCreator {
	document: DocumentRow;
	creator: { id: string; name: string } | null;
}

export interface DocumentWithProject extends DocumentWithCreator {
	project: ProjectRow;
}

export function createDocumentRepository(db: Connection) {
	const creator = { id: users.id, name: users.name };
	const withCreator = () =>
		db
			.select({ document: documents, creator })
			.from(documents)
			.leftJoin(users, eq(users.id, documents.createdBy));

	const byId = keep(() =>
		db
			.select({ document: documents, creator, project: projects })
			.from(documents)
			.innerJoin(projects, eq(projects.id, documents.projectId))
			.leftJoin(users, eq(users.id, documents.createdBy))
			.where(eq(documents.id, sql.placeholder('id')))
			.prepare()
	);

	return {
		async byId(id: string): Promise<DocumentWithProject | null> {
			return byId().get({ id }) ?? null;
		},

		async listOfProject(projectId: string): Promise<DocumentWithCreator[]> {
			return withCreator()
				.where(and(eq(documents.projectId, projectId), isNull(documents.removedAt)))
				.orderBy(desc(documents.updatedAt), desc(documents.id));
		},

		async listRemovedOfProject(projectId: string): Promise<DocumentWithCreator[]> {
			return withCreator()
				.where(and(eq(documents.projectId, projectId), isNotNull(documents.removedAt)))
				.orderBy(desc(documents.removedAt), desc(documents.id));
		},

		/** Every document there is, the bin included: for checks of the whole. */
		async list(): Promise<DocumentRow[]> {
			return db.select().from(documents).orderBy(documents.id);
		},

		/** Project id → documents by audience, the bin left out. */
		async countByProject(
			projectIds: readonly string[]
		): Promise<Map<string, Record<DocumentRow['audience'], number>>> {
			const counts = new Map(projectIds.map((id) => [id, { team: 0, client: 0 }]));
			if (projectIds.length === 0) return counts;
			const rows = await db
				.select({ projectId: documents.projectId, audience: documents.audience, total: count() })
				.from(documents)
				.where(and(inArray(documents.projectId, [...projectIds]), isNull(documents.removedAt)))
				.groupBy(documents.projectId, documents.audience);
			for (const row of rows) {
				const entry = counts.get(row.projectId);
				if (entry) entry[row.audience] = row.total;
			}
			return counts;
		},

		async add(document: DocumentRow): Promise<void> {
			atomically(db, (tx) => {
				tx.insert(documents).values(document).run();
				tx.update(projects)
					.set({ updatedAt: document.createdAt })
					.where(eq(projects.id, document.projectId))
					.run();
			});
		},

		async change(
			id: string,
			changes: Partial<Pick<DocumentRow, 'title' | 'audience' | 'updatedAt' | 'removedAt' | 'removedBy'>>
		): Promise<void> {
			if (Object.keys(changes).length === 0) return;
			await db.update(documents).set(changes).where(eq(documents.id, id));
		},

		/** For ever; only for a document whose content could not be stored. */
		async erase(id: string): Promise<void> {
			await db.delete(documents).where(eq(documents.id, id));
		}
	};
}
