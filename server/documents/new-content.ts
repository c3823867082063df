// The first state of a new document: from a template, from Markdown, or empty.

import * as Y from 'yjs';
import type { Clock, Random } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import type { DocumentKind } from '#lib/core/schema/define-kind.ts';
import type { Locale } from '#server/service-types.ts';

export interface NewContent {
	update: Uint8Array;
	title: string;
}

/** Throws AppError('invalid') for an unknown template, or Markdown for a kind that reads none. */
export function newContent(
	kind: DocumentKind,
	input: { title: string; template?: string | undefined; markdown?: string | undefined; locale: Locale },
	chance: { clock: Clock; random: Random }
): NewContent {
	const { title, template, markdown, locale } = input;
	const first = kind.create({ title, locale, ...chance, ...(template === undefined ? {} : { template }) });
	const doc = new Y.Doc();
	try {
		Y.applyUpdate(doc, first);
		if (markdown === undefined) return { update: first, title: kind.title(doc) };
		const read = kind.exchange.markdown?.import;
		if (read === undefined) {
			throw new AppError('invalid', { kind: kind.name }, [
				{
					path: 'markdown',
					code: 'unsupported-format',
					message: `“${kind.name}” cannot be made from Markdown.`
				}
			]);
		}
		read(doc, markdown, { origin: 'create', mode: 'new' });
		return { update: Y.encodeStateAsUpdate(doc), title: kind.title(doc) };
	} finally {
		doc.destroy();
	}
}
