// What the API's change list may touch in meeting notes, and by which mutation.

import type { OperationTable } from '#lib/core/schema/operations.ts';
import { appendBody, replaceBody, setDetails, setTitle } from './mutations.ts';
import { BODY, DETAILS, TITLE } from './schema.ts';

/** `set title "…"` · `set details {date?, startTime?, location?}` · `set body {…doc}` · `add body {…doc}` (at the end). */
export const operations: OperationTable = {
	[TITLE]: { set: { mutation: setTitle, args: ({ value }) => ({ title: value }) } },
	[DETAILS]: { set: { mutation: setDetails, args: ({ value }) => value } },
	[BODY]: {
		set: { mutation: replaceBody, args: ({ value }) => ({ body: value }) },
		add: { mutation: appendBody, args: ({ value }) => ({ body: value }) }
	}
};
