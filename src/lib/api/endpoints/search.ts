// Search over everything that the caller may see.

import * as v from 'valibot';
import { itemStates } from '#lib/core/schema/projection.ts';
import { defineEndpoint } from '../endpoint.ts';
import { audience, id, named } from '../views.ts';

const parts = v.array(v.object({ text: v.string(), isMatch: v.boolean() }));

export const search = defineEndpoint({
	method: 'GET',
	path: '/api/v1/search',
	summary: 'Find documents and what stands in them by words, in Chinese and English; titles first',
	query: v.strictObject({
		q: v.pipe(v.string(), v.maxLength(200), v.description('Words; each may be the beginning of one')),
		project: v.optional(id),
		kind: v.optional(v.pipe(v.string(), v.description('A document kind'))),
		limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]|[1-4]\d|50)$/, 'Expected a number from 1 to 50')))
	}),
	answer: {
		status: 200,
		description: 'What was found, and whether there is more',
		schema: v.object({
			hits: v.array(
				v.object({
					document: v.object({ id, kind: v.string(), title: v.string(), audience, project: named }),
					item: v.pipe(
						v.nullable(
							v.object({ id: v.string(), type: v.string(), state: v.nullable(v.picklist(itemStates)) })
						),
						v.description('null: the document itself')
					),
					title: parts,
					snippet: v.pipe(parts, v.description('Of its other words; empty where only the title says it'))
				})
			),
			hasMore: v.boolean()
		})
	}
});
