// Every upload that the database knows is on the disk, byte for byte as it came.

import { join } from 'node:path';
import { measure } from '#server/backup/manifest.ts';
import type { FileRow } from '#server/database/schema/tables.ts';
import { FILES_FOLDER } from '#server/files/create-file-service.ts';

export async function checkUploads(dataDir: string, rows: readonly FileRow[]) {
	const findings: string[] = [];
	for (const { id, size, sha256 } of rows) {
		try {
			const found = await measure(join(dataDir, FILES_FOLDER, id));
			if (found.size !== size || found.sha256 !== sha256) {
				findings.push(`upload ${id}: differs from what was uploaded`);
			}
		} catch (error) {
			const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
			findings.push(`upload ${id}: ${isMissing ? 'is missing' : (error as Error).message}`);
		}
	}
	return { count: rows.length, findings };
}
