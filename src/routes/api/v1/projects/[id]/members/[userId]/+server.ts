import { removeMember } from '#lib/api/endpoints/projects.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const DELETE = handle(removeMember, async ({ actor, services, params }) => {
	await services.projects.removeMember(actor, params.id, params.userId);
	return undefined;
});

export const fallback = methodNotAllowed('DELETE');
