// One kept mail. Its plain text is shown; its HTML never reaches the page.

import { orErrorPage, signedIn } from '../../../signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const { id, to, subject, createdAt, text } = await orErrorPage(
		event.locals.services.outbox.get(actor, event.params.id)
	);
	return { mail: { id, to, subject, createdAt, text } };
};
