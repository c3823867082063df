import { renameClient } from '#lib/api/endpoints/clients.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const PATCH = handle(renameClient, ({ actor, services, params, body }) =>
	services.clients.rename(actor, params.id, body.name)
);

export const fallback = methodNotAllowed('PATCH');
