// Search over everything the reader may see. The question is in the address, so that a search can be kept and sent.

import { isId } from '#lib/core/ids.ts';
import { kinds } from '#lib/documents/registry.ts';
import { orErrorPage, signedIn } from '../../signed-in.ts';
import type { PageServerLoad } from './$types';

const LIMIT = 50;

export const load: PageServerLoad = async (event) => {
	const actor = await signedIn(event);
	const asked = event.url.searchParams;
	const q = asked.get('q')?.slice(0, 200) ?? '';
	const kind = kinds.find(({ name }) => name === asked.get('kind'))?.name ?? '';
	const project = asked.get('project') ?? '';
	const projectId = isId(project) ? project : '';
	const answer = await orErrorPage(
		event.locals.services.search.search(actor, {
			q,
			limit: LIMIT,
			...(kind === '' ? {} : { kind }),
			...(projectId === '' ? {} : { projectId })
		})
	);
	return { q, kind, projectId, kinds: kinds.map(({ name }) => name), ...answer };
};
