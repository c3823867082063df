// The first content of a new risk board: a title, a currency, and a template's risks when one was chosen.

import type * as Y from 'yjs';
import type { CreateInput } from '#lib/core/schema/define-kind.ts';
import { newId } from '#lib/core/ids.ts';
import { writeFields } from '#lib/core/schema/record.ts';
import { rootMap, rootText } from '#lib/core/schema/roots.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { SETTINGS, TITLE, settingsFields } from './schema.ts';
import { fillFromTemplate, templateNamed } from './templates/templates.ts';

export function initialise(doc: Y.Doc, { title, locale, template, clock, random }: CreateInput): void {
	rootText(doc, TITLE)?.insert(0, oneLine(title));
	const settings = rootMap(doc, SETTINGS);
	if (settings) writeFields(settingsFields, settings, { currency: locale === 'zh-CN' ? 'CNY' : 'EUR' });
	const chosen = templateNamed(template);
	if (chosen) fillFromTemplate(doc, chosen, locale, { clock, newId: () => newId(clock, random) });
}
