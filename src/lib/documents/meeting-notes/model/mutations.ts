// Every change of meeting notes by name, except the typing in the title and the body itself: those are
// co-edited texts that the editor binds to directly. Whole texts are set by difference, so that what others
// are writing at the same moment stays.

import * as v from 'valibot';
import type * as Y from 'yjs';
import { isEmptyDocument, fragmentToJson, jsonToFragment } from '#lib/core/rich-text/fragment.ts';
import { AppError } from '#lib/core/errors.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { writeFields } from '#lib/core/schema/record.ts';
import { richTextValue } from '#lib/core/schema/row-values.ts';
import { rootFragment, rootMap, rootText } from '#lib/core/schema/roots.ts';
import { oneLine, replaceText } from '#lib/core/schema/text.ts';
import {
	addAgendaItem,
	addAgendaItems,
	moveAgendaItem,
	removeAgendaItem,
	removeAttendee,
	setAttendance,
	updateAgendaItem
} from './agenda-mutations.ts';
import { BODY, DETAILS, TITLE, TITLE_MAX_LENGTH, detailFields } from './schema.ts';

export const setTitle = defineMutation({
	name: 'setTitle',
	args: v.object({
		title: v.pipe(v.string(), v.maxLength(TITLE_MAX_LENGTH, `At most ${TITLE_MAX_LENGTH} characters`))
	}),
	run(doc, { title }) {
		replaceText(required(rootText(doc, TITLE), TITLE), oneLine(title));
	}
});

export const setDetails = defineMutation({
	name: 'setDetails',
	args: v.partial(
		v.strictObject({
			date: detailFields.date.schema,
			startTime: detailFields.startTime.schema,
			location: detailFields.location.schema
		})
	),
	run(doc, changes) {
		writeFields(detailFields, required(rootMap(doc, DETAILS), DETAILS), changes);
	}
});

export const replaceBody = defineMutation({
	name: 'replaceBody',
	args: v.object({ body: richTextValue }),
	run(doc, { body }) {
		jsonToFragment(body, bodyFragment(doc));
	}
});

/** Adds blocks after the last one; an empty last paragraph gives way to them. */
export const appendBody = defineMutation({
	name: 'appendBody',
	args: v.object({ body: richTextValue }),
	run(doc, { body }) {
		const fragment = bodyFragment(doc);
		const present = fragmentToJson(fragment);
		const blocks = isEmptyDocument(present) ? [] : present.content;
		const last = blocks.at(-1);
		const kept = last?.type === 'paragraph' && !last.content ? blocks.slice(0, -1) : blocks;
		jsonToFragment({ type: 'doc', content: [...kept, ...body.content] }, fragment);
	}
});

export const mutations = {
	setTitle,
	setDetails,
	replaceBody,
	appendBody,
	addAgendaItem,
	addAgendaItems,
	updateAgendaItem,
	moveAgendaItem,
	removeAgendaItem,
	setAttendance,
	removeAttendee
};

function bodyFragment(doc: Y.Doc): Y.XmlFragment {
	return required(rootFragment(doc, BODY), BODY);
}

/** A root that another program gave a different type can be read around, but not written. */
function required<Root>(root: Root | null, name: string): Root {
	if (root) return root;
	throw new AppError('conflict', { damagedRoot: name });
}
