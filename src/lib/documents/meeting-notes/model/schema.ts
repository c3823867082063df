// The shape of meeting notes: what is stored where in the document, and how it reads.

import { date, string, time, type FieldValues } from '#lib/core/schema/fields.ts';
import { record, richText, text } from '#lib/core/schema/shape.ts';

export const MEETING_NOTES_VERSION = 1;
export const TITLE_MAX_LENGTH = 300;

export const TITLE = 'title';
export const BODY = 'body';
export const DETAILS = 'details';

export const detailFields = {
	date: date(),
	startTime: time(),
	location: string({ maxLength: 200 })
};

export type MeetingDetails = FieldValues<typeof detailFields>;

export const shape = {
	[TITLE]: text(),
	[BODY]: richText(),
	[DETAILS]: record(detailFields)
};
