import { compareVersions } from '#lib/api/endpoints/versions.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(compareVersions, ({ actor, services, params, query }) =>
	services.versions.compare(actor, params.id, { from: query.from, to: query.to ?? null })
);

export const fallback = methodNotAllowed('GET');
