import { changeRetrospective, getRetrospective } from '#lib/api/endpoints/retrospectives.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(getRetrospective, ({ actor, services, params }) =>
	services.retrospectives.read(actor, params.id)
);

export const PATCH = handle(changeRetrospective, ({ actor, services, params, body }) =>
	services.retrospectives.change(actor, params.id, body)
);

export const fallback = methodNotAllowed('GET', 'PATCH');
