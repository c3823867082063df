import { importFile } from '#lib/api/endpoints/documents.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const POST = handle(importFile, ({ actor, services, params, body }) =>
	services.documents.importContent(actor, params.id, body)
);

export const fallback = methodNotAllowed('POST');
