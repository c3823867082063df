// Every version's content is what its hash was taken of. One content after the other: they may not fit into memory at once.

import type { Database } from '#server/database/open-database.ts';
import { unpack } from '#server/versions/stored-content.ts';

export async function checkVersions(database: Pick<Database, 'versions'>) {
	const findings: string[] = [];
	const hashes = await database.versions.contentHashes();
	for (const hash of hashes) {
		try {
			const content = await database.versions.content(hash);
			// Gone meanwhile: thinned out beside this check.
			if (content !== null) await unpack(content);
		} catch (error) {
			findings.push(`version content ${hash}: ${(error as Error).message}`);
		}
	}
	return { count: hashes.length, findings };
}
