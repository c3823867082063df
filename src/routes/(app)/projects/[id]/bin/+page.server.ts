// A project's bin: what was removed, by whom, and the way back.

import * as v from 'valibot';
import { id } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { actorOf, orErrorPage, signedIn } from '../../../../signed-in.ts';
import { projectHead } from '#lib/features/projects/project-head.ts';
import type { Actions, PageServerLoad } from './$types';

const one = v.object({ documentId: id });

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const { projects, documents } = event.locals.services;
	const project = await orErrorPage(projects.get(actor, event.params.id));
	const removed = await orErrorPage(documents.listRemoved(actor, event.params.id));
	return {
		project: projectHead(project),
		documents: removed.map(({ id, kind, title, removedAt, removedBy }) => ({
			id,
			kind,
			title,
			removedAt,
			removedBy: removedBy?.name ?? null
		}))
	};
};

export const actions: Actions = {
	restore: ({ request, locals }) =>
		submit(request, 'restore', one, async ({ documentId }) => {
			const { title } = await locals.services.documents.restore(actorOf(locals), documentId);
			return { documentId, title };
		})
};
