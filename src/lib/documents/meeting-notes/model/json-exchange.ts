// Meeting notes as JSON: what the API shows, complete, and read back without trust.

import * as v from 'valibot';
import { AppError } from '#lib/core/errors.ts';
import { toFieldIssues } from '#lib/core/field-issues.ts';
import type { Exchange } from '#lib/core/schema/define-kind.ts';
import { mutate } from '#lib/core/schema/mutation.ts';
import { readContent } from './content.ts';
import { appendBody, replaceBody, setDetails, setTitle } from './mutations.ts';

const exported = v.intersect([setTitle.args, replaceBody.args, v.object({ details: setDetails.args })]);

export const jsonExchange: Exchange = {
	mediaType: 'application/json',
	extension: 'json',
	export: (doc) => JSON.stringify(readContent(doc), null, '\t'),
	import(doc, text, { origin, mode }) {
		const { title, details, body } = parse(text);
		doc.transact(() => {
			if (mode === 'append') return mutate(doc, appendBody, { body }, { origin });
			mutate(doc, setTitle, { title }, { origin });
			mutate(doc, setDetails, details, { origin });
			return mutate(doc, replaceBody, { body }, { origin });
		}, origin);
		return [];
	}
};

function parse(text: string): v.InferOutput<typeof exported> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new AppError('invalid', {}, [{ path: '', code: 'not-json', message: 'Not valid JSON' }]);
	}
	const outcome = v.safeParse(exported, value);
	if (outcome.success) return outcome.output;
	throw new AppError('invalid', {}, toFieldIssues(outcome.issues, ''));
}
