import { restoreVersion } from '#lib/api/endpoints/versions.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const POST = handle(restoreVersion, ({ actor, services, params }) =>
	services.versions.restore(actor, params.id, params.versionId)
);

export const fallback = methodNotAllowed('POST');
