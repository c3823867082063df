// The first content of new meeting notes: a title, and the body of a template when one was chosen.

import type * as Y from 'yjs';
import { jsonToFragment } from '#lib/core/rich-text/fragment.ts';
import type { CreateInput } from '#lib/core/schema/define-kind.ts';
import { rootFragment, rootText } from '#lib/core/schema/roots.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { BODY, TITLE } from './schema.ts';
import { templateBody } from './templates/templates.ts';

export function initialise(doc: Y.Doc, { title, template, locale }: CreateInput): void {
	rootText(doc, TITLE)?.insert(0, oneLine(title));
	const fragment = rootFragment(doc, BODY);
	const body = template === undefined ? null : templateBody(template, locale);
	if (fragment && body) jsonToFragment(body, fragment);
}
