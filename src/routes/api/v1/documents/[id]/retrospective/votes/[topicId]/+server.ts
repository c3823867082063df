import { vote } from '#lib/api/endpoints/retrospectives.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const PUT = handle(vote, ({ actor, services, params, body }) =>
	services.retrospectives.vote(actor, params.id, { topicId: params.topicId, count: body.count })
);

export const fallback = methodNotAllowed('PUT');
