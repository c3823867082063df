import { nudge } from '#lib/api/endpoints/retrospectives.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const POST = handle(nudge, async ({ actor, services, params }) => {
	await services.retrospectives.nudge(actor, params.id);
	return undefined;
});

export const fallback = methodNotAllowed('POST');
