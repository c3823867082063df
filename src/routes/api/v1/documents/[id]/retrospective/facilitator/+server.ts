import { setFacilitator } from '#lib/api/endpoints/retrospectives.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const PUT = handle(setFacilitator, ({ actor, services, params, body }) =>
	services.retrospectives.setFacilitator(actor, params.id, body.personId)
);

export const fallback = methodNotAllowed('PUT');
