import { setTopic } from '#lib/api/endpoints/retrospectives.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const PUT = handle(setTopic, ({ actor, services, params, body }) =>
	services.retrospectives.setTopic(actor, params.id, body.topicId)
);

export const fallback = methodNotAllowed('PUT');
