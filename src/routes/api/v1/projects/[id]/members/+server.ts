import { listMembers, setMember } from '#lib/api/endpoints/projects.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(listMembers, async ({ actor, services, params }) => {
	const { members } = await services.projects.get(actor, params.id);
	return { members };
});

export const PUT = handle(setMember, ({ actor, services, params, body }) =>
	services.projects.setMember(actor, params.id, body)
);

export const fallback = methodNotAllowed('GET', 'PUT');
