import { createClient, listClients } from '#lib/api/endpoints/clients.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(listClients, async ({ actor, services }) => ({
	clients: await services.clients.list(actor)
}));

export const POST = handle(createClient, ({ actor, services, body }) => services.clients.create(actor, body));

export const fallback = methodNotAllowed('GET', 'POST');
