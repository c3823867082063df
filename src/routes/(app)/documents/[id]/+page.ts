// Adds the kind's view to what the server told, so that it is there for the first paint on both sides.

import { error } from '@sveltejs/kit';
import { viewOf } from '#lib/documents/views.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const view = viewOf(data.document.kind);
	if (!view) error(404, { message: 'not-found', code: 'not-found' });
	const { layout, load: loadView, exchangeWords } = view;
	return { ...data, layout, exchangeWords, View: (await loadView()).default };
};
