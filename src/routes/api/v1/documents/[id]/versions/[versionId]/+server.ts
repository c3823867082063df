import { getVersion, renameVersion } from '#lib/api/endpoints/versions.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(getVersion, ({ actor, services, params }) =>
	services.versions.get(actor, params.id, params.versionId)
);

export const PATCH = handle(renameVersion, ({ actor, services, params, body }) =>
	services.versions.rename(actor, params.id, params.versionId, body.name)
);

export const fallback = methodNotAllowed('GET', 'PATCH');
