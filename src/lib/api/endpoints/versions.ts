// The history of a document. A version's content is handed out byte for byte as its hash was taken of it.

import * as v from 'valibot';
import type { Section, SummaryCount } from '#lib/core/compare/comparison.ts';
import { requestablePurposes, versionPurposes } from '#lib/core/versions/purposes.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id, named, time } from '../views.ts';

const versionView = v.object({
	id,
	documentId: id,
	purpose: v.picklist(versionPurposes),
	name: v.nullable(v.string()),
	hash: v.pipe(v.string(), v.description('SHA-256 of the content as canonical JSON (RFC 8785)')),
	size: v.pipe(v.number(), v.description('Bytes of that JSON')),
	createdAt: time,
	createdBy: v.pipe(v.nullable(named), v.description('null = taken by itself')),
	writers: v.pipe(v.array(named), v.description('Who wrote since the version before')),
	sourceId: v.pipe(v.nullable(id), v.description('The version that was brought back'))
});

const name = v.nullable(v.string());

export const listVersions = defineEndpoint({
	method: 'GET',
	path: '/api/v1/documents/{id}/versions',
	summary: 'Versions of a document that the caller may see, newest first',
	answer: { status: 200, description: 'Versions', schema: v.object({ versions: v.array(versionView) }) }
});

export const takeVersion = defineEndpoint({
	method: 'POST',
	path: '/api/v1/documents/{id}/versions',
	summary: 'Take a version of the document as it is now',
	body: v.strictObject({
		name: v.optional(name, null),
		purpose: v.optional(
			v.picklist(requestablePurposes, `Expected one of ${requestablePurposes.join(', ')}`),
			'named'
		)
	}),
	answer: { status: 201, description: 'The version', schema: versionView }
});

export const getVersion = defineEndpoint({
	method: 'GET',
	path: '/api/v1/documents/{id}/versions/{versionId}',
	summary: 'What is known about a version',
	answer: { status: 200, description: 'The version', schema: versionView }
});

export const renameVersion = defineEndpoint({
	method: 'PATCH',
	path: '/api/v1/documents/{id}/versions/{versionId}',
	summary: 'Name a version, which keeps it for good, or take its name away',
	body: v.strictObject({ name }),
	answer: { status: 200, description: 'The version', schema: versionView }
});

export const getVersionContent = defineEndpoint({
	method: 'GET',
	path: '/api/v1/documents/{id}/versions/{versionId}/content',
	summary: "A version's content as canonical JSON: the very bytes that its hash is of",
	answer: { status: 200, description: 'The content', schema: v.unknown() }
});

export const restoreVersion = defineEndpoint({
	method: 'POST',
	path: '/api/v1/documents/{id}/versions/{versionId}/restore',
	summary: 'Bring a version back as a change like any other; what it replaces is kept as a version first',
	answer: {
		status: 200,
		description: 'The version that the document now equals, and the one to go back to',
		schema: v.object({ restored: versionView, before: versionView })
	}
});

/** Valibot knows no array that may be read only. */
function readonlyArray<Item>(item: v.GenericSchema) {
	return v.array(item) as unknown as v.GenericSchema<readonly Item[]>;
}

const textPiece = v.object({ type: v.picklist(['same', 'added', 'removed']), text: v.string() });
const blockChange = v.object({
	change: v.picklist(['same', 'added', 'removed', 'changed']),
	style: v.string(),
	depth: v.number(),
	level: v.optional(v.number()),
	checked: v.optional(v.boolean()),
	wasChecked: v.optional(v.boolean()),
	pieces: v.array(textPiece)
});
const fieldChange = v.object({
	name: v.string(),
	format: v.string(),
	before: v.unknown(),
	after: v.unknown(),
	pieces: v.optional(v.array(textPiece)),
	blocks: v.optional(v.array(blockChange))
});
const section = v.variant('type', [
	v.object({ type: v.literal('fields'), name: v.string(), fields: v.array(fieldChange) }),
	v.object({
		type: v.literal('rows'),
		name: v.string(),
		rows: v.array(
			v.object({
				id: v.string(),
				title: v.string(),
				change: v.picklist(['added', 'removed', 'changed']),
				marks: v.array(v.string()),
				fields: v.array(fieldChange)
			})
		)
	}),
	v.object({ type: v.literal('blocks'), name: v.string(), blocks: v.array(blockChange) })
]);

export const compareVersions = defineEndpoint({
	method: 'GET',
	path: '/api/v1/documents/{id}/comparison',
	summary: "What two versions differ in, in the terms of the document's kind",
	query: v.object({
		from: id,
		to: v.pipe(v.optional(id), v.description('Without it: the document as it is now'))
	}),
	answer: {
		status: 200,
		description: 'The difference; empty where there is none',
		schema: v.object({
			from: versionView,
			to: v.nullable(versionView),
			sections: readonlyArray<Section>(section),
			summary: readonlyArray<SummaryCount>(
				v.object({ section: v.string(), what: v.string(), count: v.number() })
			)
		})
	}
});
