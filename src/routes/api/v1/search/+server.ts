import { search } from '#lib/api/endpoints/search.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(search, ({ actor, services, query: { q, project, kind, limit } }) =>
	services.search.search(actor, {
		q,
		...(project === undefined ? {} : { projectId: project }),
		...(kind === undefined ? {} : { kind }),
		...(limit === undefined ? {} : { limit: Number(limit) })
	})
);

export const fallback = methodNotAllowed('GET');
