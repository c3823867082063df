// Meeting notes as plain values: the one reader that everything else (API, exchange, projection) starts from.

import type * as Y from 'yjs';
import { fragmentToJson } from '#lib/core/rich-text/fragment.ts';
import type { RichTextJson } from '#lib/core/rich-text/schema.ts';
import { readRows } from '#lib/core/schema/collection.ts';
import { readRecord } from '#lib/core/schema/record.ts';
import { rootFragment } from '#lib/core/schema/roots.ts';
import { oneLine, readText } from '#lib/core/schema/text.ts';
import {
	AGENDA,
	ATTENDANCE,
	BODY,
	DETAILS,
	TITLE,
	agenda,
	attendance,
	detailFields,
	type AgendaItem,
	type Attendee,
	type MeetingDetails
} from './schema.ts';

export interface MeetingNotesContent {
	title: string;
	details: MeetingDetails;
	agenda: AgendaItem[];
	attendance: Attendee[];
	body: RichTextJson;
}

/** The title on one line, without outer spaces; '' when there is none. */
export function readTitle(doc: Y.Doc): string {
	return oneLine(readText(doc, TITLE));
}

export function readBody(doc: Y.Doc): RichTextJson {
	const fragment = rootFragment(doc, BODY);
	return fragment ? fragmentToJson(fragment) : { type: 'doc', content: [{ type: 'paragraph' }] };
}

export function readAgenda(doc: Y.Doc): AgendaItem[] {
	return readRows(doc, AGENDA, agenda);
}

export function readContent(doc: Y.Doc): MeetingNotesContent {
	return {
		title: readTitle(doc),
		details: readRecord(doc, DETAILS, detailFields),
		agenda: readAgenda(doc),
		attendance: readRows(doc, ATTENDANCE, attendance),
		body: readBody(doc)
	};
}
