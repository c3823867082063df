// For load balancers and start scripts: may requests come? No rights are asked and nothing private is told.

import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => {
	const { state } = locals.services.health;
	const isReady = state === 'ready';
	return Response.json(
		{ status: isReady ? 'ok' : state },
		{ status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
};
