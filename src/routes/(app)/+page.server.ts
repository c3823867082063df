// Home. The projects come with the frame; here only what starting one needs.

import { orErrorPage, signedIn } from '../signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const canCreate = actor.workspaceRole !== 'guest';
	const clients = canCreate ? await orErrorPage(event.locals.services.clients.list(actor)) : [];
	return { canCreate, clientNames: clients.map(({ name }) => name) };
};
