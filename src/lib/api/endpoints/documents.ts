// Documents and their content. What stands inside a document is its kind's affair: here it is opaque.

import * as v from 'valibot';
import { kinds } from '#lib/documents/registry.ts';
import { operationsSchema } from '#lib/core/schema/operations.ts';
import { defineEndpoint } from '../endpoint.ts';
import { audience, documentSummary, documentView, formats, importFormats, locale } from '../views.ts';

const kindNames = kinds.map(({ name }) => name);

/** Also the limit of a document's first content. */
export const MARKDOWN_LIMIT = 4 * 1024 * 1024;

/** Below the limit that the server sets to every request. */
export const IMPORT_BODY_LIMIT = 12 * 1024 * 1024;

const importText = {
	format: v.picklist(importFormats, `Expected one of ${importFormats.join(', ')}`),
	text: v.pipe(v.string(), v.description('The file as text')),
	members: v.optional(
		v.pipe(
			v.record(v.string(), v.string()),
			v.description('Who is meant by a name in the file: the name, and the id of a member of the project')
		)
	)
};

export const listDocuments = defineEndpoint({
	method: 'GET',
	path: '/api/v1/projects/{id}/documents',
	summary: 'Documents of a project that the caller may see, newest change first',
	answer: {
		status: 200,
		description: 'Documents',
		schema: v.object({ documents: v.array(documentSummary) })
	}
});

export const createDocument = defineEndpoint({
	method: 'POST',
	path: '/api/v1/projects/{id}/documents',
	summary: 'Make a document, empty, from a template or from a file',
	bodyLimit: IMPORT_BODY_LIMIT,
	body: v.strictObject({
		kind: v.picklist(kindNames, `Expected one of ${kindNames.join(', ')}`),
		title: v.string(),
		audience: v.optional(audience),
		template: v.optional(v.string()),
		markdown: v.optional(v.pipe(v.string(), v.description('Content to start with, instead of a template'))),
		content: v.optional(
			v.pipe(
				v.strictObject(importText),
				v.description('Content to start with, in any format that the kind reads')
			)
		),
		locale: v.optional(
			v.pipe(locale, v.description('Of the template; by default the language of the caller'))
		)
	}),
	answer: { status: 201, description: 'The new document', schema: documentView }
});

export const getDocument = defineEndpoint({
	method: 'GET',
	path: '/api/v1/documents/{id}',
	summary: 'What is known about a document, and what the caller may do with it',
	answer: { status: 200, description: 'The document', schema: documentView }
});

export const updateDocument = defineEndpoint({
	method: 'PATCH',
	path: '/api/v1/documents/{id}',
	summary: 'Set who a document is for',
	body: v.strictObject({ audience: v.optional(audience) }),
	answer: { status: 200, description: 'The document', schema: documentView }
});

export const removeDocument = defineEndpoint({
	method: 'DELETE',
	path: '/api/v1/documents/{id}',
	summary: "Move a document to its project's bin",
	answer: { status: 204, description: 'Done' }
});

export const restoreDocument = defineEndpoint({
	method: 'POST',
	path: '/api/v1/documents/{id}/restore',
	summary: 'Bring a document back from the bin',
	answer: { status: 200, description: 'The document', schema: documentView }
});

export const getContent = defineEndpoint({
	method: 'GET',
	path: '/api/v1/documents/{id}/content',
	summary: "A document's content in its kind's own shape, or in a format that the kind exports",
	query: v.object({
		format: v.optional(v.picklist(formats, `Expected one of ${formats.join(', ')}`), 'json')
	}),
	answer: {
		status: 200,
		description: 'The content',
		schema: v.unknown(),
		media: ['text/markdown', 'text/csv', 'application/xml', 'text/calendar']
	}
});

export const changeContent = defineEndpoint({
	method: 'PATCH',
	path: '/api/v1/documents/{id}/content',
	summary: 'Change the content by a list of operations, applied as one transaction: all of it or nothing',
	bodyLimit: MARKDOWN_LIMIT,
	body: v.strictObject({ operations: operationsSchema }),
	answer: {
		status: 200,
		description: 'Durable, and on its way to everybody who has the document open',
		schema: v.object({
			ids: v.pipe(v.array(v.nullable(v.string())), v.description('What each operation made, in order'))
		})
	}
});

export const importContent = defineEndpoint({
	method: 'PUT',
	path: '/api/v1/documents/{id}/content',
	summary: 'Replace the content by a Markdown text, keeping what did not change',
	bodyMedia: 'text/markdown',
	bodyLimit: MARKDOWN_LIMIT,
	body: v.string(),
	answer: {
		status: 200,
		description: 'Durable',
		schema: v.object({
			lost: v.pipe(v.array(v.string()), v.description('What the text held and the document cannot carry'))
		})
	}
});

const loss = v.object({
	what: v.string(),
	count: v.number(),
	at: v.optional(v.object({ line: v.number(), column: v.string(), value: v.string(), why: v.string() }))
});

const previewRow = v.object({
	id: v.string(),
	change: v.picklist(['added', 'changed', 'removed']),
	title: v.string(),
	depth: v.number(),
	fields: v.array(v.object({ name: v.string(), type: v.string(), before: v.unknown(), after: v.unknown() }))
});

export const importFile = defineEndpoint({
	method: 'POST',
	path: '/api/v1/documents/{id}/content/import',
	summary:
		'Take a file in as one change, or with dryRun only tell what it would change and what it cannot carry',
	bodyLimit: IMPORT_BODY_LIMIT,
	body: v.strictObject({
		...importText,
		mode: v.optional(
			v.pipe(
				v.picklist(['append', 'replace'], 'Expected one of append, replace'),
				v.description('append: after what is there; replace: instead of it, touching only what differs')
			),
			'append'
		),
		dryRun: v.optional(v.boolean(), false)
	}),
	answer: {
		status: 200,
		description: 'What changed, or would; unless it is a dry run, durable',
		schema: v.object({
			collections: v.array(
				v.object({
					name: v.string(),
					added: v.number(),
					changed: v.number(),
					removed: v.number(),
					rows: v.pipe(v.array(previewRow), v.description('The first 200'))
				})
			),
			parts: v.array(v.string()),
			unknownPeople: v.array(v.string()),
			names: v.pipe(
				v.record(v.string(), v.string()),
				v.description('What rows that are referred to are called, by id')
			),
			lost: v.pipe(v.array(loss), v.description('What the file held and the document cannot carry'))
		})
	}
});
