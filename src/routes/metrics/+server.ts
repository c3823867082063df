// Prometheus reads here, with an administrator's API token.

import { answering } from '#lib/api/handle.ts';
import { identifyCaller } from '#lib/api/caller.ts';
import { AppError } from '#lib/core/errors.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answering(event, async () => {
		const { actor } = await identifyCaller(event);
		if (actor.workspaceRole !== 'admin') throw new AppError('forbidden');
		const { metrics } = event.locals.services;
		return new Response(await metrics.metrics(), {
			headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' }
		});
	});
