import { setParticipant } from '#lib/api/endpoints/retrospectives.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const PUT = handle(setParticipant, ({ actor, services, params, body }) =>
	services.retrospectives.setRemoved(actor, params.id, params.personId, body.isRemoved)
);

export const fallback = methodNotAllowed('PUT');
