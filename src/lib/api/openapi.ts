// The OpenAPI 3.1 document, made from the very schemas that requests are held against. It holds no facts of its own
// but the security schemes and the shape of a refusal.

import { toJsonSchema } from '@valibot/to-json-schema';
import { parameterNames, type EndpointDefinition, type Schema } from './endpoint.ts';
import { endpoints } from './endpoints/all.ts';
import { id, problem } from './views.ts';

type Json = Record<string, unknown>;

const refusals: Readonly<Record<number, string>> = {
	401: 'Nobody is signed in',
	403: 'Not allowed',
	404: 'No such thing, or none that the caller may know of',
	409: 'In conflict with what is there',
	413: 'Too large',
	415: 'A media type that is not taken',
	422: 'Invalid; `fields` names each field',
	429: 'Too many requests; see Retry-After'
};

export function openApiDocument(version: string): Json {
	const paths: Record<string, Json> = {};
	for (const endpoint of endpoints) {
		paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint) };
	}
	return {
		openapi: '3.1.0',
		info: {
			title: 'Throughline',
			version,
			description: 'Errors are application/problem+json with a stable code.'
		},
		servers: [{ url: '/' }],
		security: [{ token: [] }, { session: [] }],
		paths,
		components: {
			securitySchemes: {
				token: { type: 'http', scheme: 'bearer' },
				session: { type: 'apiKey', in: 'cookie', name: 'throughline_session' }
			},
			schemas: { Problem: jsonSchema(problem, 'output') },
			responses: { Problem: problemAnswer('Refused') }
		}
	};
}

function operation(endpoint: EndpointDefinition): Json {
	const { summary, answer } = endpoint;
	const parameters = [
		...parameterNames(endpoint.path).map((name) => ({
			name,
			in: 'path',
			required: true,
			schema: jsonSchema(id, 'input')
		})),
		...queryParameters(endpoint.query)
	];
	return {
		operationId: operationId(endpoint),
		summary,
		...(parameters.length > 0 && { parameters }),
		...requestBody(endpoint),
		responses: {
			[answer.status]: { description: answer.description, ...answerContent(answer) },
			...Object.fromEntries(statusesOf(endpoint).map((status) => [status, problemAnswer(refusals[status])])),
			default: { $ref: '#/components/responses/Problem' }
		}
	};
}

/** `GET /api/v1/projects/{id}/members` → `getProjectsIdMembers`: stable as long as the address is. */
function operationId({ method, path }: EndpointDefinition): string {
	const words = path
		.replace('/api/v1/', '')
		.split(/[^a-z]+/i)
		.filter(Boolean);
	return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function queryParameters(query: Schema | undefined): Json[] {
	if (!query) return [];
	const { properties = {}, required = [] } = jsonSchema(query, 'input') as {
		properties?: Json;
		required?: string[];
	};
	return Object.entries(properties).map(([name, schema]) => ({
		name,
		in: 'query',
		required: required.includes(name),
		schema
	}));
}

function requestBody({ body, bodyMedia = 'application/json', upload }: EndpointDefinition): Json {
	if (upload) return { requestBody: { required: true, content: bytesOf(upload) } };
	if (!body) return {};
	return {
		requestBody: { required: true, content: { [bodyMedia]: { schema: jsonSchema(body, 'input') } } }
	};
}

function answerContent({ schema, media = [] }: EndpointDefinition['answer']): Json {
	const content = {
		...(schema && { 'application/json': { schema: jsonSchema(schema, 'output') } }),
		...bytesOf(media)
	};
	return Object.keys(content).length > 0 ? { content } : {};
}

/** In OpenAPI 3.1 raw bytes are a media type without a schema; a text says so. */
function bytesOf(media: readonly string[]): Json {
	return Object.fromEntries(
		media.map((type) => {
			if (type.startsWith('text/')) return [type, { schema: { type: 'string' } }];
			if (type !== 'multipart/form-data') return [type, {}];
			const file = { contentMediaType: 'application/octet-stream' };
			return [type, { schema: { type: 'object', properties: { file }, required: ['file'] } }];
		})
	);
}

function statusesOf(endpoint: EndpointDefinition): number[] {
	const takesBody = endpoint.body !== undefined || endpoint.upload !== undefined;
	const isChange = endpoint.method !== 'GET';
	return [
		401,
		...(isChange ? [403] : []),
		...(endpoint.path.includes('{') ? [404] : []),
		...(isChange ? [409] : []),
		...(takesBody ? [413, 415] : []),
		...(takesBody || endpoint.query ? [422] : []),
		429
	];
}

function problemAnswer(description: string | undefined): Json {
	return {
		description: description ?? 'Refused',
		content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
	};
}

function jsonSchema(schema: Schema, typeMode: 'input' | 'output'): Json {
	const converted: Json = { ...toJsonSchema(schema, { typeMode, target: 'draft-2020-12' }) };
	delete converted.$schema;
	return converted;
}
