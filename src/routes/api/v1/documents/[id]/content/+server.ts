import { changeContent, getContent, importContent } from '#lib/api/endpoints/documents.ts';
import { contentDisposition } from '#lib/api/content-disposition.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(getContent, async ({ actor, services, params, query }) => {
	const content = await services.documents.readContent(actor, params.id, query.format);
	if (content.format === 'json') return content.value;
	return new Response(content.value, {
		headers: {
			'content-type': `${content.mediaType.split(';')[0]}; charset=utf-8`,
			'content-disposition': contentDisposition('attachment', content.fileName),
			'cache-control': 'private, no-store'
		}
	});
});

export const PATCH = handle(changeContent, ({ actor, services, params, body }) =>
	services.documents.applyOperations(actor, params.id, body.operations)
);

export const PUT = handle(importContent, ({ actor, services, params, body }) =>
	services.documents.importMarkdown(actor, params.id, body)
);

export const fallback = methodNotAllowed('GET', 'PATCH', 'PUT');
