// The sync server's hook: before a document's first sync step, its kind brings it up to this version.

import type * as Y from 'yjs';
import { kindNamed } from '#lib/documents/registry.ts';
import type { Database } from '#server/database/open-database.ts';

/** Answers whether the document was changed; one that nobody knows is left as it is. */
export function createDocumentMigration({ database }: { database: Pick<Database, 'documents'> }) {
	return async (documentId: string, doc: Y.Doc): Promise<boolean> => {
		const found = await database.documents.byId(documentId);
		const kind = found === null ? undefined : kindNamed(found.document.kind);
		return kind?.migrate(doc) ?? false;
	};
}
