import { listVersions, takeVersion } from '#lib/api/endpoints/versions.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(listVersions, async ({ actor, services, params }) => ({
	versions: await services.versions.list(actor, params.id)
}));

export const POST = handle(takeVersion, ({ actor, services, params, body }) =>
	services.versions.take(actor, params.id, body)
);

export const fallback = methodNotAllowed('GET', 'POST');
