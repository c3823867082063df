import { putCard, removeCard } from '#lib/api/endpoints/retrospectives.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const PUT = handle(putCard, async ({ actor, services, params, body }) => {
	await services.retrospectives.putCard(actor, params.id, { id: params.cardId, ...body });
	return undefined;
});

export const DELETE = handle(removeCard, async ({ actor, services, params }) => {
	await services.retrospectives.removeCard(actor, params.id, params.cardId);
	return undefined;
});

export const fallback = methodNotAllowed('PUT', 'DELETE');
