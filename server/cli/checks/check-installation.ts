// Looks at everything that is stored, beside a running server or without one, and changes nothing. A finding is one
// line that names the thing and what is off with it.

import type * as Y from 'yjs';
import { kindNamed } from '#lib/documents/registry.ts';
import { openDatabase, type Database } from '#server/database/open-database.ts';
import type { DocumentRow } from '#server/database/schema/tables.ts';
import { verifySyncFiles } from '#server/sync/sync-files.ts';
import { checkUploads } from './check-uploads.ts';
import { checkVersions } from './check-versions.ts';

export interface Verdict {
	documents: number;
	uploads: number;
	/** Versions of the same content count once. */
	versions: number;
	findings: string[];
}

export async function checkInstallation(dataDir: string): Promise<Verdict> {
	const database = openDatabase({ dataDir, databaseUrl: '' });
	try {
		const damage = await database.checkIntegrity();
		if (damage.length > 0) {
			// What a damaged file answers to further questions is worth nothing.
			return {
				documents: 0,
				uploads: 0,
				versions: 0,
				findings: damage.map((finding) => `database: ${finding}`)
			};
		}
		const dangling = await database.checkForeignKeys();
		const documents = await checkDocuments(dataDir, database);
		const uploads = await checkUploads(dataDir, await database.files.list());
		const versions = await checkVersions(database);
		return {
			documents: documents.count,
			uploads: uploads.count,
			versions: versions.count,
			findings: [
				...dangling.map(
					({ table, row, references }) =>
						`database: row ${row ?? '?'} of ${table} points at nothing in ${references}`
				),
				...documents.findings,
				...uploads.findings,
				...versions.findings
			]
		};
	} finally {
		await database.close();
	}
}

async function checkDocuments(dataDir: string, database: Database) {
	// Rows first: content is stored before its row, so each of these has some.
	const rows = new Map((await database.documents.list()).map((row) => [row.id, row]));
	const unread: string[] = [];
	const { ids, findings } = await verifySyncFiles(dataDir, (documentId, doc) => {
		const finding = read(rows.get(documentId), doc);
		if (finding !== null) unread.push(`document ${documentId}: ${finding}`);
	});
	const stored = new Set(ids);
	const empty = [...rows.keys()]
		.filter((id) => !stored.has(id))
		.map((id) => `document ${id}: its content is missing`);
	return { count: rows.size, findings: [...findings, ...unread, ...empty] };
}

/** Content without a row is a document whose making was cut off: nobody was told that it exists. */
function read(row: DocumentRow | undefined, doc: Y.Doc): string | null {
	if (row === undefined) return null;
	const kind = kindNamed(row.kind);
	if (kind === undefined) return `this version knows no kind "${row.kind}"`;
	try {
		kind.read(doc);
		return null;
	} catch (error) {
		return `cannot be read as ${row.kind} (${(error as Error).message})`;
	}
}
