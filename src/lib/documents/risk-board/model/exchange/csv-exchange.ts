// A risk board as CSV, out and in.

import type { Exchange } from '#lib/core/schema/define-kind.ts';
import { mutationContext } from '#lib/core/schema/mutation.ts';
import { readContent } from '../content.ts';
import { exportCsv } from './csv-export.ts';
import { importCsv } from './csv-import.ts';
import { appendBoard, replaceBoard } from './imported-board.ts';

export const csvExchange: Exchange = {
	mediaType: 'text/csv',
	extension: 'csv',
	export: (doc, { locale }) => exportCsv(doc, locale),
	import(doc, text, { origin, mode }) {
		const context = mutationContext({});
		const { imported, lost } = importCsv(text, readContent(doc), context.newId);
		const write = mode === 'append' ? appendBoard : replaceBoard;
		doc.transact(() => write(doc, imported, context), origin);
		return lost;
	}
};
