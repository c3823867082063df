// Mails that were kept because no mail server is set: for administrators, who pass links on by hand.

import { orErrorPage, signedIn } from '../../signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const { outbox } = event.locals.services;
	const mails = await orErrorPage(outbox.list(actor));
	return { mails, isUsed: outbox.isUsed };
};
