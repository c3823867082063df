import { restoreDocument } from '#lib/api/endpoints/documents.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const POST = handle(restoreDocument, ({ actor, services, params }) =>
	services.documents.restore(actor, params.id)
);

export const fallback = methodNotAllowed('POST');
