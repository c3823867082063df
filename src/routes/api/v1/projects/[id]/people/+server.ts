import { listPeople } from '#lib/api/endpoints/projects.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(listPeople, async ({ actor, services, params }) => {
	const { members } = await services.projects.get(actor, params.id);
	return { people: members.map(({ userId, name, color }) => ({ id: userId, name, color })) };
});

export const fallback = methodNotAllowed('GET');
