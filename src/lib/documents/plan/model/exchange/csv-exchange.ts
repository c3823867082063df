// A plan as CSV, out and in.

import { personMatcher } from '#lib/core/exchange/match-people.ts';
import type { Exchange } from '#lib/core/schema/define-kind.ts';
import { mutationContext } from '#lib/core/schema/mutation.ts';
import { readContent } from '../content.ts';
import { exportCsv } from './csv-export.ts';
import { importCsv } from './csv-import.ts';
import { appendPlan, replacePlan } from './imported-plan.ts';

export const csvExchange: Exchange = {
	mediaType: 'text/csv',
	extension: 'csv',
	export: (doc, { locale }) => exportCsv(doc, locale),
	import(doc, text, { origin, mode, people }) {
		const { newId } = mutationContext({});
		const { imported, lost } = importCsv(text, readContent(doc), newId, personMatcher(people));
		doc.transact(() => {
			if (mode === 'append') appendPlan(doc, imported, newId);
			else replacePlan(doc, imported);
		}, origin);
		return lost;
	}
};
