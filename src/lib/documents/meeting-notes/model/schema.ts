// The shape of meeting notes: what is stored where in the document, and how it reads. Who speaks when, and how long it
// has been, is not in here: the clock of a meeting is the server's (server/meetings).

import { collection, type Row, type RowChanges } from '#lib/core/schema/collection.ts';
import { choice, date, number, string, time, type FieldValues } from '#lib/core/schema/fields.ts';
import { person } from '#lib/core/schema/people-and-days.ts';
import { record, richText, text } from '#lib/core/schema/shape.ts';

export const MEETING_NOTES_VERSION = 2;
export const TITLE_MAX_LENGTH = 300;
export const AGENDA_MAX = 200;
export const ATTENDANCE_MAX = 2_000;
/** Minutes of one agenda item. */
export const MINUTES_MAX = 600;

export const TITLE = 'title';
export const BODY = 'body';
export const DETAILS = 'details';
export const AGENDA = 'agenda';
export const ATTENDANCE = 'attendance';

/** 'carried': put off to the next meeting of the series. */
export const AGENDA_STATES = ['open', 'done', 'carried'] as const;
export const ATTENDANCE_STATES = ['present', 'remote', 'excused', 'absent'] as const;

export const detailFields = {
	date: date(),
	startTime: time(),
	location: string({ maxLength: 200 })
};

export const agenda = collection({
	title: string({ maxLength: TITLE_MAX_LENGTH }),
	/** Items of one section stand under one heading; '' = none. */
	section: string({ maxLength: 100 }),
	minutes: number({ min: 0, max: MINUTES_MAX, integer: true, fallback: 5 }),
	presenter: person(),
	state: choice(AGENDA_STATES, 'open')
});

/** One row per person. Somebody with an account has their user id for row id, so that two who tick them off meet in one row. */
export const attendance = collection({
	person: person(),
	/** As it was at the meeting: minutes outlive accounts. */
	name: string({ maxLength: 120 }),
	state: choice(ATTENDANCE_STATES, 'present')
});

export const shape = {
	[TITLE]: text(),
	[BODY]: richText(),
	[DETAILS]: record(detailFields),
	[AGENDA]: agenda,
	[ATTENDANCE]: attendance
};

export type MeetingDetails = FieldValues<typeof detailFields>;
export type AgendaItem = Row<typeof agenda.fields, never>;
export type AgendaItemValues = RowChanges<typeof agenda.fields, never>;
export type AgendaState = (typeof AGENDA_STATES)[number];
export type Attendee = Row<typeof attendance.fields, never>;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];
