// A plan as Microsoft Project XML, out and in.

import { personMatcher } from '#lib/core/exchange/match-people.ts';
import type { Exchange } from '#lib/core/schema/define-kind.ts';
import { mutationContext } from '#lib/core/schema/mutation.ts';
import { readContent } from '../content.ts';
import { appendPlan, replacePlan } from './imported-plan.ts';
import { exportProject } from './project-export.ts';
import { importProject } from './project-import.ts';

export const projectExchange: Exchange = {
	mediaType: 'application/xml',
	extension: 'xml',
	export: (doc) => exportProject(doc),
	import(doc, text, { origin, mode, people }) {
		const { newId } = mutationContext({});
		const { imported, lost } = importProject(text, readContent(doc), newId, personMatcher(people));
		doc.transact(() => {
			if (mode === 'append') appendPlan(doc, imported, newId);
			else replacePlan(doc, imported);
		}, origin);
		return lost;
	}
};
