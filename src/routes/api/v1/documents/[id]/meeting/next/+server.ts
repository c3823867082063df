import { createNextMeeting } from '#lib/api/endpoints/meetings.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const POST = handle(createNextMeeting, ({ actor, services, params, body }) =>
	services.meetings.createNext(actor, params.id, body)
);

export const fallback = methodNotAllowed('POST');
