// Starts a project, for a known client or a new one.

import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { name, optionalName } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { actorOf, orErrorPage, signedIn } from '../../../signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const create = v.object({ name, client: optionalName });

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	if (actor.workspaceRole === 'guest') error(403, { message: 'forbidden', code: 'forbidden' });
	const clients = await orErrorPage(event.locals.services.clients.list(actor));
	return { clientNames: clients.map(({ name }) => name) };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const answer = await submit(request, 'create-project', create, async ({ name, client }) => {
			const project = await locals.services.projects.create(actorOf(locals), {
				name,
				...(client ? { client } : {})
			});
			return { projectId: project.id };
		});
		if ('done' in answer) redirect(303, `/projects/${answer.projectId}`);
		return answer;
	}
};
