import { getDocument, removeDocument, updateDocument } from '#lib/api/endpoints/documents.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(getDocument, ({ actor, services, params }) =>
	services.documents.get(actor, params.id)
);

export const PATCH = handle(updateDocument, ({ actor, services, params, body }) =>
	services.documents.update(actor, params.id, body)
);

export const DELETE = handle(removeDocument, async ({ actor, services, params }) => {
	await services.documents.remove(actor, params.id);
	return undefined;
});

export const fallback = methodNotAllowed('GET', 'PATCH', 'DELETE');
