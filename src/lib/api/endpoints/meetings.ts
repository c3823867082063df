// The clock of a meeting: who may see it reads it, who may edit the notes runs it.

import * as v from 'valibot';
import { EXTRA_MINUTES_MAX } from '#lib/core/meeting.ts';
import { DATE_PATTERN, TIME_PATTERN } from '#lib/core/schema/fields.ts';
import { defineEndpoint } from '../endpoint.ts';
import { documentView, meetingView } from '../views.ts';

const itemId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'The id of an agenda item'));

const action = v.variant('action', [
	v.strictObject({ action: v.literal('start'), itemId: v.optional(itemId) }),
	v.strictObject({
		action: v.literal('go'),
		from: v.pipe(v.nullable(itemId), v.description('The item that the caller saw; 409 where another is on')),
		itemId: v.pipe(v.nullable(itemId), v.description('The item to put on; null = none'))
	}),
	v.strictObject({ action: v.literal('pause') }),
	v.strictObject({ action: v.literal('resume') }),
	v.strictObject({
		action: v.literal('extend'),
		itemId,
		extraMinutes: v.pipe(
			v.number(),
			v.integer('A whole number'),
			v.minValue(0, 'At least 0'),
			v.maxValue(EXTRA_MINUTES_MAX, `At most ${EXTRA_MINUTES_MAX}`),
			v.description('On top of the minutes of the item, all told')
		)
	}),
	v.strictObject({ action: v.literal('close') })
]);

export const getMeeting = defineEndpoint({
	method: 'GET',
	path: '/api/v1/documents/{id}/meeting',
	summary: 'How a meeting stands: which agenda item is on, since when, and what each has had',
	answer: { status: 200, description: 'The meeting', schema: meetingView }
});

export const changeMeeting = defineEndpoint({
	method: 'POST',
	path: '/api/v1/documents/{id}/meeting',
	summary: 'Start, go to an item, pause, resume, extend or close',
	body: action,
	answer: { status: 200, description: 'The meeting as it stands now', schema: meetingView }
});

export const createNextMeeting = defineEndpoint({
	method: 'POST',
	path: '/api/v1/documents/{id}/meeting/next',
	summary: 'Make the next meeting of the series, with what this one left open',
	body: v.strictObject({
		date: v.optional(
			v.nullable(v.pipe(v.string(), v.regex(DATE_PATTERN, 'A date like 2026-01-31, or null'))),
			null
		),
		startTime: v.optional(
			v.nullable(v.pipe(v.string(), v.regex(TIME_PATTERN, 'A time like 09:30, or null'))),
			null
		),
		repeatAgenda: v.optional(v.boolean(), true)
	}),
	answer: { status: 201, description: 'The new meeting notes', schema: documentView }
});
