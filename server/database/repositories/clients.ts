// Client companies. Two names that differ only in case or spacing are the same client.

import { asc, count, eq, inArray } from 'drizzle-orm';
import { isUniqueViolation } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { clients, projectMembers, projects } from '../schema/tables.ts';
import type { ClientRow } from '../schema/tables.ts';

export interface CountedClient {
	id: string;
	name: string;
	projectCount: number;
}

/** The form in which names are compared. */
export function clientNameKey(name: string): string {
	return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

export function createClientRepository(db: Connection) {
	const counted = () =>
		db
			.select({ id: clients.id, name: clients.name, projectCount: count(projects.id) })
			.from(clients)
			.leftJoin(projects, eq(projects.clientId, clients.id))
			.groupBy(clients.id)
			.orderBy(asc(clients.nameKey));

	return {
		async list(): Promise<CountedClient[]> {
			return counted();
		},

		/** Clients of the projects that this person is on, counting only those projects. */
		async listOf(userId: string): Promise<CountedClient[]> {
			const theirProjects = db
				.select({ id: projectMembers.projectId })
				.from(projectMembers)
				.where(eq(projectMembers.userId, userId));
			return db
				.select({ id: clients.id, name: clients.name, projectCount: count(projects.id) })
				.from(clients)
				.innerJoin(projects, eq(projects.clientId, clients.id))
				.where(inArray(projects.id, theirProjects))
				.groupBy(clients.id)
				.orderBy(asc(clients.nameKey));
		},

		async byId(id: string): Promise<CountedClient | null> {
			const [row] = await counted().where(eq(clients.id, id));
			return row ?? null;
		},

		/** False where the name is taken. */
		async add(client: Omit<ClientRow, 'nameKey'>): Promise<boolean> {
			const added = await db
				.insert(clients)
				.values({ ...client, nameKey: clientNameKey(client.name) })
				.onConflictDoNothing()
				.returning({ id: clients.id });
			return added.length > 0;
		},

		/** The client of this name, made where there is none; answers its id. */
		async findOrAdd(client: Omit<ClientRow, 'nameKey'>): Promise<string> {
			const nameKey = clientNameKey(client.name);
			await db
				.insert(clients)
				.values({ ...client, nameKey })
				.onConflictDoNothing();
			const [row] = await db.select({ id: clients.id }).from(clients).where(eq(clients.nameKey, nameKey));
			if (row === undefined) throw new Error('a client vanished between two statements');
			return row.id;
		},

		/** False where another client has the name. */
		async rename(id: string, name: string): Promise<boolean> {
			try {
				await db
					.update(clients)
					.set({ name, nameKey: clientNameKey(name) })
					.where(eq(clients.id, id));
				return true;
			} catch (error) {
				if (isUniqueViolation(error)) return false;
				throw error;
			}
		}
	};
}
