import { checkIn } from '#lib/api/endpoints/retrospectives.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const PUT = handle(checkIn, async ({ actor, services, params, body }) => {
	await services.retrospectives.checkIn(actor, params.id, body.answer);
	return undefined;
});

export const fallback = methodNotAllowed('PUT');
