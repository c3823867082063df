import { contentDisposition } from '#lib/api/content-disposition.ts';
import { getFile } from '#lib/api/endpoints/files.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(getFile, async ({ actor, services, params, request }) => {
	const file = await services.files.open(actor, params.id);
	const etag = `"${file.sha256}"`;
	const headers = {
		etag,
		// Kept by the browser, but the right to see it is asked for each time.
		'cache-control': 'private, no-cache',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; sandbox",
		'cross-origin-resource-policy': 'same-origin'
	};
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	const body = request.method === 'HEAD' ? null : (file.bytes() as ReadableStream<Uint8Array>);
	return new Response(body, {
		headers: {
			...headers,
			'content-type': file.type,
			'content-length': String(file.size),
			'content-disposition': contentDisposition('inline', file.name)
		}
	});
});

export const fallback = methodNotAllowed('GET');
