// The first content of new meeting notes: a title, and the agenda and body of a template when one was chosen.

import type * as Y from 'yjs';
import { jsonToFragment } from '#lib/core/rich-text/fragment.ts';
import { newId } from '#lib/core/ids.ts';
import type { CreateInput } from '#lib/core/schema/define-kind.ts';
import { rootFragment, rootText } from '#lib/core/schema/roots.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { BODY, TITLE } from './schema.ts';
import { insertAgenda } from './agenda-mutations.ts';
import { templateWords } from './templates/templates.ts';

export function initialise(doc: Y.Doc, { title, template, locale, clock, random }: CreateInput): void {
	rootText(doc, TITLE)?.insert(0, oneLine(title));
	const fragment = rootFragment(doc, BODY);
	const words = template === undefined ? null : templateWords(template, locale);
	if (!fragment || !words) return;
	jsonToFragment({ type: 'doc', content: [...words.body] }, fragment);
	const items = words.agenda.map(([title, minutes]) => ({ title, minutes }));
	insertAgenda(doc, items, () => newId(clock, random));
}
