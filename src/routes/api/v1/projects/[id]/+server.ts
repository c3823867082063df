import { getProject, updateProject } from '#lib/api/endpoints/projects.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(getProject, ({ actor, services, params }) =>
	services.projects.get(actor, params.id)
);

export const PATCH = handle(
	updateProject,
	async ({ actor, services: { projects }, params: { id }, body }) => {
		const { archived, ...changes } = body;
		// An archived project takes no changes: bring it back before them, put it away after them.
		if (archived === false) await projects.restore(actor, id);
		if (Object.keys(changes).length > 0) await projects.update(actor, id, changes);
		if (archived === true) await projects.archive(actor, id);
		return projects.get(actor, id);
	}
);

export const fallback = methodNotAllowed('GET', 'PATCH');
