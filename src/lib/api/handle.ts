// Turns an endpoint and a few lines of service calls into a request handler. The order of the checks is part of the
// contract: who calls, does the address make sense, may this site ask, is the body sound, and only then the service.

import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { AppError, isAppError } from '#lib/core/errors.ts';
import { isId, newId } from '#lib/core/ids.ts';
import type { CurrentUser, Locale } from '#server/service-types.ts';
import type { Services } from '#server/services.ts';
import { DEFAULT_BODY_LIMIT, readJson, readText, requireMedia } from './body.ts';
import { checkOrigin, identifyCaller } from './caller.ts';
import { checkInput } from './check-input.ts';
import {
	parameterNames,
	type AnswerOf,
	type BodyOf,
	type EndpointDefinition,
	type ParamsOf,
	type QueryOf
} from './endpoint.ts';
import { isExpected, problemResponse } from './problem.ts';

export interface Call<D extends EndpointDefinition> {
	readonly actor: CurrentUser;
	readonly services: Services;
	readonly params: ParamsOf<D>;
	readonly query: QueryOf<D>;
	readonly body: BodyOf<D>;
	readonly request: Request;
}

export type Handler = (event: RequestEvent) => Promise<Response>;

/** `run` answers with the value of the endpoint's schema, or with a response of its own for other media types. */
export function handle<D extends EndpointDefinition>(
	endpoint: D,
	run: (call: Call<D>) => Promise<AnswerOf<D> | Response>
): Handler {
	return (event) =>
		answering(event, async (speak) => {
			const { actor, byCookie } = await identifyCaller(event);
			speak(actor.locale);
			const params = readParams(endpoint, event.params);
			if (byCookie) checkOrigin(event.request, [event.url.origin, event.locals.services.config.origin]);
			const query = endpoint.query
				? checkInput(endpoint.query, Object.fromEntries(event.url.searchParams))
				: undefined;
			const body = await readBody(endpoint, event.request);
			const result = await run({
				actor,
				services: event.locals.services,
				params: params as ParamsOf<D>,
				query: query as QueryOf<D>,
				body: body as BodyOf<D>,
				request: event.request
			});
			return result instanceof Response ? result : answer(endpoint, result);
		});
}

/** Runs `work`; whatever it throws becomes a problem in the language last spoken. */
export async function answering(
	event: RequestEvent,
	work: (speak: (locale: Locale) => void) => Promise<Response>
): Promise<Response> {
	let locale: Locale = event.locals.locale;
	try {
		return await work((chosen) => {
			locale = chosen;
		});
	} catch (error) {
		if (isExpected(error)) return problemResponse(error, locale);
		const requestId = newId();
		event.locals.services.log.error(
			{
				requestId,
				route: event.route.id,
				error: error instanceof Error ? error.stack : String(error)
			},
			'API request failed'
		);
		return problemResponse(isAppError(error) ? error : new AppError('internal'), locale, requestId);
	}
}

function readParams(endpoint: EndpointDefinition, given: Partial<Record<string, string>>) {
	const params: Record<string, string> = {};
	for (const name of parameterNames(endpoint.path)) {
		const value = given[name];
		if (!isId(value)) throw new AppError('not-found');
		params[name] = value;
	}
	return params;
}

async function readBody(endpoint: EndpointDefinition, request: Request): Promise<unknown> {
	if (!endpoint.body) return undefined;
	const limit = endpoint.bodyLimit ?? DEFAULT_BODY_LIMIT;
	if (endpoint.bodyMedia === undefined || endpoint.bodyMedia === 'application/json') {
		return checkInput(endpoint.body, await readJson(request, limit));
	}
	requireMedia(request, endpoint.bodyMedia);
	return checkInput(endpoint.body, await readText(request, limit));
}

function answer(endpoint: EndpointDefinition, value: unknown): Response {
	const { status, schema } = endpoint.answer;
	if (!schema) return new Response(null, { status, headers: { 'cache-control': 'private, no-store' } });
	return Response.json(v.parse(schema, value), {
		status,
		headers: { 'cache-control': 'private, no-store' }
	});
}
