import { changeMeeting, getMeeting } from '#lib/api/endpoints/meetings.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(getMeeting, ({ actor, services, params }) =>
	services.meetings.get(actor, params.id)
);

export const POST = handle(changeMeeting, ({ actor, services, params, body }) =>
	services.meetings.act(actor, params.id, body)
);

export const fallback = methodNotAllowed('GET', 'POST');
