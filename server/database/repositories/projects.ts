// Projects, their client and when something last happened in them.

import { desc, eq, inArray, lt, and } from 'drizzle-orm';
import { atomically } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { clients, projectMembers, projects } from '../schema/tables.ts';
import type { ProjectRow } from '../schema/tables.ts';

export interface ProjectWithClient {
	project: ProjectRow;
	client: { id: string; name: string } | null;
}

export function createProjectRepository(db: Connection) {
	const withClient = () =>
		db
			.select({ project: projects, client: { id: clients.id, name: clients.name } })
			.from(projects)
			.leftJoin(clients, eq(clients.id, projects.clientId));

	return {
		async byId(id: string): Promise<ProjectWithClient | null> {
			const [row] = await withClient().where(eq(projects.id, id));
			return row ?? null;
		},

		async list(): Promise<ProjectWithClient[]> {
			return withClient().orderBy(desc(projects.updatedAt), desc(projects.id));
		},

		async listOf(userId: string): Promise<ProjectWithClient[]> {
			const theirs = db
				.select({ id: projectMembers.projectId })
				.from(projectMembers)
				.where(eq(projectMembers.userId, userId));
			return withClient()
				.where(inArray(projects.id, theirs))
				.orderBy(desc(projects.updatedAt), desc(projects.id));
		},

		/** With its maker as owner. */
		async add(project: ProjectRow): Promise<void> {
			atomically(db, (tx) => {
				tx.insert(projects).values(project).run();
				tx.insert(projectMembers)
					.values({
						projectId: project.id,
						userId: project.createdBy,
						role: 'owner',
						createdAt: project.createdAt
					})
					.run();
			});
		},

		async change(
			id: string,
			changes: Partial<Pick<ProjectRow, 'name' | 'clientId' | 'archivedAt' | 'updatedAt'>>
		): Promise<void> {
			if (Object.keys(changes).length === 0) return;
			await db.update(projects).set(changes).where(eq(projects.id, id));
		},

		/** Something happened in the project; never moves the moment backwards. */
		async touch(id: string, now: number): Promise<void> {
			await db
				.update(projects)
				.set({ updatedAt: now })
				.where(and(eq(projects.id, id), lt(projects.updatedAt, now)));
		}
	};
}
