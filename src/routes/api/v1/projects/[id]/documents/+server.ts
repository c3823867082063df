import { createDocument, listDocuments } from '#lib/api/endpoints/documents.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(listDocuments, async ({ actor, services, params }) => ({
	documents: await services.documents.list(actor, params.id)
}));

export const POST = handle(createDocument, ({ actor, services, params, body }) =>
	services.documents.create(actor, params.id, body)
);

export const fallback = methodNotAllowed('GET', 'POST');
