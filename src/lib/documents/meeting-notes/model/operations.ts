// What the API's change list may touch in meeting notes, and by which mutation.

import type { OperationTable } from '#lib/core/schema/operations.ts';
import {
	addAgendaItem,
	moveAgendaItem,
	removeAgendaItem,
	removeAttendee,
	setAttendance,
	updateAgendaItem
} from './agenda-mutations.ts';
import { appendBody, replaceBody, setDetails, setTitle } from './mutations.ts';
import { AGENDA, ATTENDANCE, BODY, DETAILS, TITLE } from './schema.ts';

/**
 * `set title "…"` · `set details {date?, startTime?, location?}` · `set body {…doc}` · `add body {…doc}` (at the end) ·
 * `add|set|move|remove agenda` · `add attendance {person?, name, state?}` (who is there already is changed) · `remove attendance`.
 */
export const operations: OperationTable = {
	[TITLE]: { set: { mutation: setTitle, args: ({ value }) => ({ title: value }) } },
	[DETAILS]: { set: { mutation: setDetails, args: ({ value }) => value } },
	[BODY]: {
		set: { mutation: replaceBody, args: ({ value }) => ({ body: value }) },
		add: { mutation: appendBody, args: ({ value }) => ({ body: value }) }
	},
	[AGENDA]: {
		add: { mutation: addAgendaItem, args: ({ value, after }) => ({ values: value, after }) },
		set: { mutation: updateAgendaItem, args: ({ id, value }) => ({ id, values: value }) },
		move: { mutation: moveAgendaItem, args: ({ id, after }) => ({ id, after }) },
		remove: { mutation: removeAgendaItem, args: ({ id }) => ({ id }) }
	},
	[ATTENDANCE]: {
		add: { mutation: setAttendance, args: ({ value }) => value },
		remove: { mutation: removeAttendee, args: ({ id }) => ({ id }) }
	}
};
