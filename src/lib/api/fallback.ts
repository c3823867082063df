// Answers for what no endpoint takes: a method that an address does not know, an address that the API does not know.

import { AppError } from '#lib/core/errors.ts';
import { answering, type Handler } from './handle.ts';
import type { Method } from './endpoint.ts';

/** `allowed` as the route file exports them. */
export function methodNotAllowed(...allowed: readonly Method[]): Handler {
	const allow = allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed;
	return async (event) => {
		const response = await answering(event, async () => {
			throw new AppError('method-not-allowed', { method: event.request.method });
		});
		response.headers.set('allow', allow.join(', '));
		return response;
	};
}

export const noSuchAddress: Handler = (event) =>
	answering(event, async () => {
		throw new AppError('not-found');
	});
