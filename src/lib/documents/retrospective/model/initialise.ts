// The first content of a retrospective: a title, and the columns of a template; without one, start/stop/continue,
// because an empty board asks nobody anything.

import type * as Y from 'yjs';
import type { CreateInput } from '#lib/core/schema/define-kind.ts';
import { newId } from '#lib/core/ids.ts';
import { writeFields } from '#lib/core/schema/record.ts';
import { rootMap, rootText } from '#lib/core/schema/roots.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { insertColumns } from './board-mutations.ts';
import { SETTINGS, settingsFields, TITLE } from './schema.ts';
import { templateNamed } from './templates/templates.ts';

export function initialise(doc: Y.Doc, { title, template, locale, clock, random }: CreateInput): void {
	rootText(doc, TITLE)?.insert(0, oneLine(title));
	const chosen = templateNamed(template);
	const words = chosen.words[locale];
	const settings = rootMap(doc, SETTINGS);
	if (settings) writeFields(settingsFields, settings, { template: chosen.id, question: words.question });
	const columns = words.columns.map(({ title, prompt }, index) => ({
		title,
		prompt,
		tone: chosen.tones[index] ?? 'neutral',
		isScored: chosen.isScored === true
	}));
	insertColumns(doc, columns, () => newId(clock, random));
}
