// Images in documents: sent as raw bytes (or as one multipart field `file`), served to whoever may read the document.

import * as v from 'valibot';
import { defineEndpoint } from '../endpoint.ts';
import { fileView } from '../views.ts';

const images = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

export const uploadFile = defineEndpoint({
	method: 'POST',
	path: '/api/v1/documents/{id}/files',
	summary: 'Add an image to a document, at most 10 MB; what it is, its bytes decide',
	query: v.object({
		name: v.optional(v.pipe(v.string(), v.maxLength(255), v.description('File name')))
	}),
	upload: [...images, 'multipart/form-data'],
	answer: { status: 201, description: 'Where the image is', schema: fileView }
});

export const getFile = defineEndpoint({
	method: 'GET',
	path: '/api/v1/files/{id}',
	summary: 'The bytes of an image',
	answer: { status: 200, description: 'The image', media: images }
});
