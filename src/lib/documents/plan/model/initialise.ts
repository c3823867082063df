// The first content of a new plan: a title, today as its start, the statuses everybody knows, and a template's work when
// one was chosen.

import type * as Y from 'yjs';
import { addRow } from '#lib/core/schema/collection.ts';
import type { CreateInput } from '#lib/core/schema/define-kind.ts';
import { newId } from '#lib/core/ids.ts';
import { writeFields } from '#lib/core/schema/record.ts';
import { rootMap, rootText } from '#lib/core/schema/roots.ts';
import { oneLine } from '#lib/core/schema/text.ts';
import { SETTINGS, STATUSES, TITLE, settingsFields, statuses } from './schema.ts';
import { builtInStatuses } from './statuses.ts';
import { utcDay } from './task-rules.ts';
import { fillFromTemplate, templateNamed } from './templates/templates.ts';

export function initialise(doc: Y.Doc, { title, locale, template, clock, random }: CreateInput): void {
	rootText(doc, TITLE)?.insert(0, oneLine(title));
	const settings = rootMap(doc, SETTINGS);
	if (settings) writeFields(settingsFields, settings, { projectStart: utcDay(clock) });
	for (const { id, ...values } of builtInStatuses(locale)) {
		// The row's name is stored in the language of whoever made the plan; it is theirs to change.
		addRow(doc, STATUSES, statuses, { id, values });
	}
	const chosen = templateNamed(template);
	if (chosen) fillFromTemplate(doc, chosen, locale, () => newId(clock, random));
}
