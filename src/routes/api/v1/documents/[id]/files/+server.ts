import { uploadFile } from '#lib/api/endpoints/files.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';
import { readUpload } from '#lib/api/read-upload.ts';

export const POST = handle(uploadFile, async ({ actor, services, params, query, request }) => {
	const { name, type, bytes } = await readUpload(request);
	return services.files.upload(actor, params.id, { name: query.name ?? name, type, bytes });
});

export const fallback = methodNotAllowed('POST');
