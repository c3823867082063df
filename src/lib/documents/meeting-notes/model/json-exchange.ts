// Meeting notes as JSON: what the API shows, complete, and read back without trust.

import * as v from 'valibot';
import type { Exchange } from '#lib/core/schema/define-kind.ts';
import { parseJson } from '#lib/core/schema/json-rows.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { readContent } from './content.ts';
import { appendBody, replaceBody, setDetails, setTitle } from './mutations.ts';

const exported = v.intersect([setTitle.args, replaceBody.args, v.object({ details: setDetails.args })]);

export const jsonExchange: Exchange = {
	mediaType: 'application/json',
	extension: 'json',
	export: (doc) => JSON.stringify(readContent(doc), null, '\t'),
	import(doc, text, { origin, mode }) {
		const { title, details, body } = parseJson(exported, text);
		doc.transact(() => {
			if (mode === 'append') return mutate(doc, appendBody, { body }, { origin });
			mutate(doc, setTitle, { title }, { origin });
			mutate(doc, setDetails, details, { origin });
			return mutate(doc, replaceBody, { body }, { origin });
		}, origin);
		return [];
	}
};
