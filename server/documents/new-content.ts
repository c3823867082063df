// The first state of a new document: from a template, from a file, or empty.

import * as Y from 'yjs';
import type { Clock, Random } from '#lib/core/clock.ts';
import { runImport } from '#lib/core/exchange/preview-import.ts';
import type { DocumentKind, KnownPerson } from '#lib/core/schema/define-kind.ts';
import { applyOperations } from '#lib/core/schema/operations.ts';
import type { ImportText, Locale } from '#server/service-types.ts';

export interface NewContent {
	update: Uint8Array;
	title: string;
}

interface NewInput {
	title: string;
	template?: string | undefined;
	content?: ImportText | undefined;
	people?: readonly KnownPerson[];
	locale: Locale;
}

/** Throws AppError('invalid') for an unknown template, or a text in a format that the kind does not read. */
export function newContent(
	kind: DocumentKind,
	{ title, template, content, people = [], locale }: NewInput,
	chance: { clock: Clock; random: Random }
): NewContent {
	const first = kind.create({ title, locale, ...chance, ...(template === undefined ? {} : { template }) });
	const doc = new Y.Doc();
	try {
		Y.applyUpdate(doc, first);
		if (content === undefined) return { update: first, title: kind.title(doc) };
		const { format, text } = content;
		runImport(kind, doc, { format, text, people, origin: 'create', mode: 'new' });
		// Whoever gives a title means it, whatever the file calls itself.
		if (title !== '' && kind.title(doc) !== title) {
			applyOperations(kind, doc, [{ op: 'set', collection: 'title', value: title }], {
				origin: 'create',
				clock: chance.clock
			});
		}
		return { update: Y.encodeStateAsUpdate(doc), title: kind.title(doc) };
	} finally {
		doc.destroy();
	}
}
