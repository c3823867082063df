import { getMe } from '#lib/api/endpoints/me.ts';
import { methodNotAllowed } from '#lib/api/fallback.ts';
import { handle } from '#lib/api/handle.ts';

export const GET = handle(getMe, async ({ actor }) => actor);

export const fallback = methodNotAllowed('GET');
