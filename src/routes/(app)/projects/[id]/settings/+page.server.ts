// A project's name, its client, and putting it into the archive or back into work.

import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { name, optionalName } from '#lib/features/forms/fields.ts';
import { submit } from '#lib/features/forms/submit.ts';
import { actorOf, orErrorPage, signedIn } from '../../../../signed-in.ts';
import { projectHead } from '#lib/features/projects/project-head.ts';
import type { Actions, PageServerLoad } from './$types';

const details = v.object({ name, client: optionalName });
const nothing = v.object({});

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const { projects, clients } = event.locals.services;
	const project = await orErrorPage(projects.get(actor, event.params.id));
	// An owner may also take an archived project back; then nothing else can be changed.
	if (project.role !== 'owner') error(403, { message: 'forbidden', code: 'forbidden' });
	const known = await orErrorPage(clients.list(actor));
	return { project: projectHead(project), clientNames: known.map(({ name }) => name) };
};

export const actions: Actions = {
	details: ({ request, locals, params }) =>
		submit(request, 'details', details, async ({ name, client }) => {
			await locals.services.projects.update(actorOf(locals), params.id, { name, client: client || null });
		}),
	archive: ({ request, locals, params }) =>
		submit(request, 'archive', nothing, async () => {
			await locals.services.projects.archive(actorOf(locals), params.id);
		}),
	restore: ({ request, locals, params }) =>
		submit(request, 'restore', nothing, async () => {
			await locals.services.projects.restore(actorOf(locals), params.id);
		})
};
