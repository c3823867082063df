// The OpenAPI document tells the truth: every endpoint has its route, every route its endpoint.

import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { endpoints } from './endpoints/all.ts';
import { openApiDocument } from './openapi.ts';

const routes = resolve(import.meta.dirname, '../../routes');
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** Addresses that describe or refuse, and so stand outside the list. */
const unlisted = new Set(['/api/v1/openapi.json', '/api/v1/[...rest]']);

async function routeMethods(): Promise<string[]> {
	const found: string[] = [];
	for (const file of globSync('api/v1/**/+server.ts', { cwd: routes })) {
		const address = `/${file.replaceAll('\\', '/').replace('/+server.ts', '')}`;
		if (unlisted.has(address)) continue;
		const module = (await import(join(routes, file))) as Record<string, unknown>;
		expect(module.fallback, `${file} answers other methods`).toBeTypeOf('function');
		for (const method of methods) {
			if (module[method]) found.push(`${method} ${address.replaceAll('[', '{').replaceAll(']', '}')}`);
		}
	}
	return found.sort();
}

interface Operation {
	operationId: string;
	parameters?: { name: string; in: string }[];
	requestBody?: { content: Record<string, { schema?: object }> };
	responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

const document = openApiDocument('1.2.3') as {
	openapi: string;
	info: { version: string };
	paths: Record<string, Record<string, Operation>>;
};
const operations = Object.values(document.paths).flatMap((methodsOf) => Object.values(methodsOf));

describe('the OpenAPI document', () => {
	it('lists what the routes answer, no more and no less', async () => {
		expect(endpoints.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(await routeMethods());
	});

	it('names every operation once', () => {
		expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(endpoints.length);
		expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
	});

	it('holds only sound JSON schemas', () => {
		const ajv = new Ajv2020({ strict: true, formats: { 'date-time': true } });
		let count = 0;
		for (const { requestBody, responses } of operations) {
			for (const { content = {} } of [requestBody ?? {}, ...Object.values(responses)]) {
				for (const { schema } of Object.values(content)) {
					if (!schema || '$ref' in schema) continue;
					ajv.compile(schema);
					count++;
				}
			}
		}
		expect(count).toBeGreaterThan(endpoints.length);
	});

	it('says that a role is one of four and a title is needed', () => {
		const body = document.paths['/api/v1/projects/{id}/documents']?.post?.requestBody;
		expect(body?.content['application/json']?.schema).toMatchObject({
			required: ['kind', 'title'],
			properties: { kind: { enum: expect.arrayContaining(['meeting-notes']) } }
		});
		const query = document.paths['/api/v1/documents/{id}/content']?.get?.parameters;
		expect(query).toContainEqual(expect.objectContaining({ name: 'format', in: 'query' }));
	});
});
