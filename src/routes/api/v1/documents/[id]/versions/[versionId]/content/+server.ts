import { getVersionContent } from '#lib/api/endpoints/versions.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(getVersionContent, async ({ actor, services, params }) => {
	const { text, hash } = await services.versions.content(actor, params.id, params.versionId);
	return new Response(text, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'cache-control': 'private, no-store',
			etag: `"${hash}"`
		}
	});
});

export const fallback = methodNotAllowed('GET');
