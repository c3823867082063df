import { methodNotAllowed } from '#lib/api/fallback.ts';
import { openApiDocument } from '#lib/api/openapi.ts';
import packageFile from '../../../../../package.json' with { type: 'json' };

const text = JSON.stringify(openApiDocument(packageFile.version));

/** Open to everybody: it describes the API and tells nothing of this installation. */
export const GET = () =>
	new Response(text, {
		headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' }
	});

export const fallback = methodNotAllowed('GET');
