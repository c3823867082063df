// One document: who may open it, what it is, and its content for the first paint. The live part comes by the socket.

import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { viewOf } from '#lib/documents/views.ts';
import { audience } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { actorOf, orErrorPage, signedIn } from '../../../signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const nothing = v.object({});
const shared = v.object({ audience });

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const { documents, projects } = event.locals.services;
	const { id } = event.params;
	const found = await orErrorPage(documents.get(actor, id));
	const view = viewOf(found.kind);
	if (!view) error(404, { message: 'not-found', code: 'not-found' });
	const [content, project] = await orErrorPage(
		Promise.all([documents.readContent(actor, id, 'json'), projects.get(actor, found.projectId)])
	);
	return {
		document: {
			id: found.id,
			kind: found.kind,
			title: found.title,
			audience: found.audience,
			project: { id: found.project.id, name: found.project.name },
			myRole: found.myRole,
			canEdit: found.canEdit,
			canManage: found.canManage
		},
		firstPaint: view.firstPaint(content.value),
		people: project.members.map(({ userId, name, email }) => ({ id: userId, name, email })),
		locale: event.locals.locale
	};
};

export const actions: Actions = {
	remove: ({ request, locals, params }) =>
		submit(request, 'remove', nothing, async () => {
			await locals.services.documents.remove(actorOf(locals), params.id);
		}),
	restore: ({ request, locals, params }) =>
		submit(request, 'restore', nothing, async () => {
			await locals.services.documents.restore(actorOf(locals), params.id);
		}),
	audience: ({ request, locals, params }) =>
		submit(request, 'audience', shared, async (input) => {
			await locals.services.documents.update(actorOf(locals), params.id, input);
		})
};
