// Meeting notes (会议纪要): the front door of the kind. Pure: runs in the browser and on the server alike.

import { defineKind } from '#lib/core/schema/define-kind.ts';
import { readContent, readTitle } from './model/content.ts';
import { followUpMarkdown } from './model/follow-up.ts';
import { initialise } from './model/initialise.ts';
import { jsonExchange } from './model/json-exchange.ts';
import { markdownExchange } from './model/markdown-exchange.ts';
import { mutations } from './model/mutations.ts';
import { operations } from './model/operations.ts';
import { projectMeetingNotes } from './model/projection.ts';
import { MEETING_NOTES_VERSION, shape } from './model/schema.ts';
import { templates } from './model/templates/templates.ts';

export type { MeetingNotesContent } from './model/content.ts';
export type { AgendaItem, AgendaState, MeetingDetails } from './model/schema.ts';
export { AGENDA, BODY, DETAILS, TITLE, TITLE_MAX_LENGTH } from './model/schema.ts';

export const meetingNotes = defineKind({
	name: 'meeting-notes',
	version: MEETING_NOTES_VERSION,
	shape,
	initialise,
	title: readTitle,
	read: readContent,
	mutations,
	operations,
	migrations: [
		// Version 1 had neither agenda nor attendance: their roots are empty.
		{ to: 2, run() {} }
	],
	exchange: { json: jsonExchange, markdown: markdownExchange },
	projection: projectMeetingNotes,
	templates,
	followUp: (doc, next) => followUpMarkdown(readContent(doc), next)
});
