// Client companies: whom the projects are for.

import { can } from '#lib/core/policy/can.ts';
import type { Clock } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { Access } from '#server/access/create-access.ts';
import { requireName } from '#server/auth/input-checks.ts';
import type { Database } from '#server/database/open-database.ts';
import type { ClientService } from '#server/service-types.ts';

export interface ClientDependencies {
	database: Pick<Database, 'clients'>;
	access: Access;
	clock: Clock;
}

export function createClientService({ database, access, clock }: ClientDependencies): ClientService {
	return {
		async list(actor) {
			const seesAll = can(actor, 'clients.list-all', { type: 'workspace' });
			return seesAll ? database.clients.list() : database.clients.listOf(actor.userId);
		},

		async create(actor, { name }) {
			access.requireWorkspace(actor, 'clients.manage');
			const client = { id: newId(clock), name: requireName(name), createdAt: clock() };
			if (!(await database.clients.add(client))) throw new AppError('conflict', { name: client.name });
			return { id: client.id, name: client.name, projectCount: 0 };
		},

		async rename(actor, clientId, name) {
			access.requireWorkspace(actor, 'clients.manage');
			const normalised = requireName(name);
			const client = await database.clients.byId(clientId);
			if (client === null) throw new AppError('not-found');
			if (!(await database.clients.rename(clientId, normalised))) {
				throw new AppError('conflict', { name: normalised });
			}
			return { ...client, name: normalised };
		}
	};
}
