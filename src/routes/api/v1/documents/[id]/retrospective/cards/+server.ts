import { listOwnCards } from '#lib/api/endpoints/retrospectives.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(listOwnCards, async ({ actor, services, params }) => ({
	cards: await services.retrospectives.ownCards(actor, params.id)
}));

export const fallback = methodNotAllowed('GET');
