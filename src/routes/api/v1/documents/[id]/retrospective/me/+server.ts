import { takePart } from '#lib/api/endpoints/retrospectives.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const PUT = handle(takePart, ({ actor, services, params, body }) =>
	services.retrospectives.takePart(actor, params.id, body)
);

export const fallback = methodNotAllowed('PUT');
