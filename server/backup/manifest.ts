// What a backup says about itself: which files it holds and what each of them hashes to. It is the first entry of the
// archive; a backup whose files differ from it is refused.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { ID_PATTERN } from '#lib/core/ids.ts';
import { FILES_FOLDER } from '#server/files/create-file-service.ts';

export const MANIFEST_FILE = 'manifest.json';

/** Raised when an older program could no longer make sense of the archive. */
const FORMAT = 1;

/** A backup that cannot be made, read or put in place; the message says it all. */
export class BackupError extends Error {}

const entrySchema = v.object({ path: v.string(), size: v.number(), sha256: v.string() });
const manifestSchema = v.object({
	product: v.literal('throughline'),
	format: v.number(),
	version: v.string(),
	createdAt: v.string(),
	entries: v.array(entrySchema)
});

export type ManifestEntry = v.InferOutput<typeof entrySchema>;
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** Hashes `paths` below `folder`. */
export async function describeFiles(
	folder: string,
	paths: readonly string[],
	facts: { version: string; createdAt: string }
): Promise<Manifest> {
	const entries: ManifestEntry[] = [];
	for (const path of paths) entries.push({ path, ...(await measure(join(folder, path))) });
	return { product: 'throughline', format: FORMAT, ...facts, entries };
}

export async function measure(file: string): Promise<{ size: number; sha256: string }> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(file), hash);
	return { size: (await stat(file)).size, sha256: hash.digest('hex') };
}

export function readManifest(text: string): Manifest {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new BackupError('its manifest is damaged');
	}
	const parsed = v.safeParse(manifestSchema, value);
	if (!parsed.success) throw new BackupError('its manifest is not one of a backup');
	if (parsed.output.format > FORMAT) {
		throw new BackupError(`it was made by a newer version (${parsed.output.version}); update first`);
	}
	return parsed.output;
}

/** Whether an archive may hold this path: nothing is ever written anywhere else. */
export function isBackupPath(path: string, databases: readonly string[]): boolean {
	if (path === MANIFEST_FILE || databases.includes(path)) return true;
	const [folder, id, ...rest] = path.split('/');
	return folder === FILES_FOLDER && id !== undefined && ID_PATTERN.test(id) && rest.length === 0;
}
