// The order of the checks and the shape of every refusal, on a made-up endpoint.

import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import { defineEndpoint } from './endpoint.ts';
import { methodNotAllowed } from './fallback.ts';
import { handle } from './handle.ts';

const actor = { userId: newId(), locale: 'en', workspaceRole: 'member' };
const id = newId();

const endpoint = defineEndpoint({
	method: 'POST',
	path: '/things/{id}',
	summary: 'Made up',
	body: v.strictObject({ name: v.pipe(v.string(), v.minLength(2)) }),
	bodyLimit: 64,
	answer: { status: 201, description: 'Made', schema: v.object({ id: v.string(), name: v.string() }) }
});

interface Sent {
	body?: string;
	headers?: Record<string, string>;
	thing?: string;
	signedIn?: boolean;
}

function send(sent: Sent, fails?: unknown) {
	const logged: unknown[] = [];
	const post = handle(endpoint, async ({ params, body }) => {
		if (fails) throw fails;
		return { id: params.id, name: body.name, secret: 'never shown' };
	});
	const event = {
		params: { id: sent.thing ?? id },
		url: new URL('http://here.test/things'),
		route: { id: '/things/[id]' },
		request: new Request('http://here.test/things', {
			method: 'POST',
			body: sent.body ?? '{"name":"Plan"}',
			headers: { 'content-type': 'application/json', ...sent.headers }
		}),
		locals: {
			user: sent.signedIn ? actor : null,
			locale: 'en',
			services: {
				config: { origin: 'http://here.test' },
				log: { error: (entry: unknown) => logged.push(entry) },
				auth: {
					authenticateRequest: async ({ bearer }: { bearer?: string }) =>
						bearer === 'tl_good' ? { actor } : null
				}
			}
		}
	} as unknown as RequestEvent;
	return { logged, event, response: post(event) };
}

const bearer = { authorization: 'Bearer tl_good' };

async function problemOf(sent: Sent, fails?: unknown) {
	const response = await send(sent, fails).response;
	expect(response.headers.get('content-type')).toContain('application/problem+json');
	const body = (await response.json()) as Record<string, unknown>;
	expect(body).toMatchObject({ status: response.status, type: `urn:throughline:error:${String(body.code)}` });
	return { response, ...body } as { response: Response; code: string; fields?: unknown; requestId?: string };
}

describe('handle', () => {
	it('answers with the named keys only', async () => {
		const response = await send({ headers: bearer }).response;
		expect(response.status).toBe(201);
		expect(await response.json()).toEqual({ id, name: 'Plan' });
	});

	it('asks who calls before anything else', async () => {
		const { code, response } = await problemOf({ thing: 'nonsense', body: '{' });
		expect(code).toBe('unauthenticated');
		expect(response.headers.get('www-authenticate')).toBe('Bearer');
	});

	it.each(['Basic abc', 'Bearer', 'Bearer tl_wrong', ''])(
		'refuses "%s" even beside a cookie',
		async (value) => {
			const { code } = await problemOf({ headers: { authorization: value }, signedIn: true });
			expect(code).toBe('unauthenticated');
		}
	);

	it('knows nothing of a malformed id', async () => {
		expect((await problemOf({ headers: bearer, thing: '../etc' })).code).toBe('not-found');
	});

	it('refuses a change that another site sends with the cookie', async () => {
		const headers = { origin: 'http://evil.test' };
		expect((await problemOf({ headers, signedIn: true })).code).toBe('cross-origin');
		expect((await send({ headers: { origin: 'http://here.test' }, signedIn: true }).response).status).toBe(
			201
		);
		expect((await send({ headers: { ...headers, ...bearer } }).response).status).toBe(201);
		const ownPage = { 'sec-fetch-site': 'same-origin' };
		expect((await send({ headers: ownPage, signedIn: true }).response).status).toBe(201);
		for (const site of ['cross-site', 'same-site', 'none']) {
			const elsewhere = { 'sec-fetch-site': site };
			expect((await problemOf({ headers: elsewhere, signedIn: true })).code).toBe('cross-origin');
		}
		expect((await problemOf({ signedIn: true })).code).toBe('cross-origin');
	});

	it('names each field that does not fit', async () => {
		const { code, fields } = await problemOf({ headers: bearer, body: '{"name":"x","nmae":1}' });
		expect(code).toBe('invalid');
		expect(fields).toEqual([
			expect.objectContaining({ path: 'name', code: 'too-short' }),
			expect.objectContaining({ path: 'nmae', code: 'unknown' })
		]);
		const missing = await problemOf({ headers: bearer, body: '{}' });
		expect(missing.fields).toEqual([expect.objectContaining({ path: 'name', code: 'required' })]);
	});

	it('tells malformed, oversized and foreign bodies apart', async () => {
		expect((await problemOf({ headers: bearer, body: '{' })).response.status).toBe(422);
		expect((await problemOf({ headers: bearer, body: `"${'x'.repeat(80)}"` })).response.status).toBe(413);
		const xml = { ...bearer, 'content-type': 'text/xml' };
		expect((await problemOf({ headers: xml })).response.status).toBe(415);
	});

	it('says when to come back', async () => {
		const error = new AppError('too-many-requests', { retryAfterSeconds: 12.2 });
		expect((await problemOf({ headers: bearer }, error)).response.headers.get('retry-after')).toBe('13');
	});

	it('keeps an unexpected error to the log', async () => {
		const { response, logged } = send({ headers: bearer }, new Error('table users has no column'));
		const text = await (await response).text();
		expect(text).not.toContain('column');
		expect(JSON.parse(text)).toMatchObject({ code: 'internal', requestId: expect.any(String) });
		expect(logged).toHaveLength(1);
	});

	it('names the methods of an address', async () => {
		const response = await methodNotAllowed('GET', 'POST')(send({}).event);
		expect(response.status).toBe(405);
		expect(response.headers.get('allow')).toBe('GET, POST, HEAD');
	});
});
