import { setPhase } from '#lib/api/endpoints/retrospectives.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const PUT = handle(setPhase, ({ actor, services, params, body }) =>
	services.retrospectives.setPhase(actor, params.id, body)
);

export const fallback = methodNotAllowed('PUT');
