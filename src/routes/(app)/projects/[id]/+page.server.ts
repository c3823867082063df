// A project's documents: list, set the audience, move to the bin and take back out (for "Undo").

import * as v from 'valibot';
import { audience, id } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { actorOf, orErrorPage, signedIn } from '../../../signed-in.ts';
import { projectHead } from '#lib/features/projects/project-head.ts';
import { newDocumentChoices } from './new/choices.ts';
import type { Actions, PageServerLoad } from './$types';

const one = v.object({ documentId: id });
const shared = v.object({ documentId: id, audience });

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const project = await orErrorPage(event.locals.services.projects.get(actor, event.params.id));
	return {
		project: projectHead(project),
		isGuest: actor.workspaceRole === 'guest',
		documents: project.documents.map(({ id, kind, title, audience, updatedAt, createdBy }) => ({
			id,
			kind,
			title,
			audience,
			updatedAt,
			createdBy: createdBy && { name: createdBy.name }
		})),
		choices: project.canCreateDocuments ? newDocumentChoices(actor, project) : null
	};
};

export const actions: Actions = {
	remove: ({ request, locals }) =>
		submit(request, 'remove', one, async ({ documentId }) => {
			await locals.services.documents.remove(actorOf(locals), documentId);
			return { documentId };
		}),
	restore: ({ request, locals }) =>
		submit(request, 'restore', one, async ({ documentId }) => {
			await locals.services.documents.restore(actorOf(locals), documentId);
		}),
	audience: ({ request, locals }) =>
		submit(request, 'audience', shared, async ({ documentId, audience }) => {
			await locals.services.documents.update(actorOf(locals), documentId, { audience });
		})
};
