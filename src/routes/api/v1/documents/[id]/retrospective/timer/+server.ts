import { setTimer } from '#lib/api/endpoints/retrospectives.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const PUT = handle(setTimer, ({ actor, services, params, body }) =>
	services.retrospectives.setTimer(actor, params.id, body.timer)
);

export const fallback = methodNotAllowed('PUT');
