// How a document's row reads to the outside, and what a file made of it is called.

import { timestamp } from '#server/auth/new-person.ts';
import type { DocumentWithCreator } from '#server/database/repositories/documents.ts';
import type { DocumentSummary } from '#server/service-types.ts';

export function asDocumentSummary({ document, creator }: DocumentWithCreator): DocumentSummary {
	return {
		id: document.id,
		kind: document.kind,
		title: document.title,
		audience: document.audience,
		projectId: document.projectId,
		createdAt: timestamp(document.createdAt),
		updatedAt: timestamp(document.updatedAt),
		createdBy: creator
	};
}

const FILE_NAME_MAX_LENGTH = 80;

/** The title without what file systems refuse; the kind where nothing is left. */
export function fileNameOf(title: string, kind: string, extension: string): string {
	const safe = [
		...title
			.replace(/[\p{Cc}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu, ' ')
			.replace(/\s+/gu, ' ')
			.trim()
	]
		.slice(0, FILE_NAME_MAX_LENGTH)
		.join('')
		.replace(/^[.\s]+|[.\s]+$/gu, '');
	return `${safe === '' ? kind : safe}.${extension}`;
}
