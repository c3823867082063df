import { createProject, listProjects } from '#lib/api/endpoints/projects.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(listProjects, async ({ actor, services }) => ({
	projects: await services.projects.list(actor)
}));

export const POST = handle(createProject, ({ actor, services, body }) =>
	services.projects.create(actor, body)
);

export const fallback = methodNotAllowed('GET', 'POST');
