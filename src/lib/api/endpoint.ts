// What one endpoint of the API is: its place, what it takes and what it answers, stated once. The handler and the
// OpenAPI document both read this; neither may know more about an endpoint than stands here.

import type * as v from 'valibot';

export type Schema = v.GenericSchema;
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface EndpointDefinition {
	readonly method: Method;
	/** OpenAPI style, `/api/v1/projects/{id}`. Every parameter is an id. */
	readonly path: string;
	readonly summary: string;
	readonly query?: Schema;
	readonly body?: Schema;
	/** Default `application/json`; anything else reaches the schema as text. */
	readonly bodyMedia?: 'application/json' | 'text/markdown';
	/** Bytes; default 1 MiB. */
	readonly bodyLimit?: number;
	/** Media types of raw bytes that the handler reads by itself, instead of `body`. */
	readonly upload?: readonly string[];
	readonly answer: {
		readonly status: 200 | 201 | 204;
		readonly description: string;
		readonly schema?: Schema;
		/** Further media types that a request may ask for. */
		readonly media?: readonly string[];
	};
}

type Output<Candidate> = Candidate extends Schema ? v.InferOutput<Candidate> : undefined;
type PathNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
	? Name | PathNames<Rest>
	: never;

export type ParamsOf<D extends EndpointDefinition> = Record<PathNames<D['path']>, string>;
export type QueryOf<D extends EndpointDefinition> = Output<D['query']>;
export type BodyOf<D extends EndpointDefinition> = Output<D['body']>;
/** What a service may hand over: more keys than the answer names are left out of it. */
export type AnswerOf<D extends EndpointDefinition> = D['answer'] extends { schema: infer S extends Schema }
	? v.InferInput<S>
	: undefined;

export function defineEndpoint<const D extends EndpointDefinition>(definition: D): D {
	return definition;
}

export function parameterNames(path: string): string[] {
	return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}
