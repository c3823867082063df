// Puts a backup in place. Everything is unpacked and compared with the manifest first, in a folder of its own; only a
// backup that is whole touches the data folder. What is there already is never thrown away: a folder that is not empty
// is refused, or its content is set aside where the operator says so.

import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import type { Clock } from '#lib/core/clock.ts';
import { CLAIM_FILE } from '#server/database/claim-data-folder.ts';
import { isDatabaseInUse } from '#server/database/in-use.ts';
import { DATABASE_FILE } from '#server/database/open-database.ts';
import { PROJECTION_LOCK_FILE } from '#server/database/projection-lock.ts';
import { SYNC_FILES } from '#server/sync/sync-files.ts';
import { flush } from './create-backup.ts';
import {
	BackupError,
	isBackupPath,
	MANIFEST_FILE,
	measure,
	readManifest,
	type Manifest
} from './manifest.ts';

const STAGING = '.restoring';
/** No data: a leftover of a restore that was cut off, locks, what a file system keeps for itself. */
const IGNORED = new Set([STAGING, CLAIM_FILE, PROJECTION_LOCK_FILE, 'lost+found']);
const SHOWN = 3;

export interface RestoreOptions {
	dataDir: string;
	file: string;
	/** Set aside what the folder holds, instead of refusing. */
	replace: boolean;
	clock: Clock;
}

export interface RestoreOutcome {
	manifest: Manifest;
	/** Where the former content is now; null where there was none. */
	setAside: string | null;
}

export async function restoreBackup({
	dataDir,
	file,
	replace,
	clock
}: RestoreOptions): Promise<RestoreOutcome> {
	if (!(await stat(file).catch(() => null))?.isFile()) throw new BackupError(`"${file}" is not a file`);
	const present = (await readdir(dataDir)).filter((name) => !IGNORED.has(name));
	if (present.length > 0) {
		if (!replace) throw new BackupError(notEmpty(dataDir, present));
		if (present.includes(DATABASE_FILE) && isDatabaseInUse(dataDir)) {
			throw new BackupError(`a server or another command is using "${dataDir}"; stop it first`);
		}
	}
	const staging = join(dataDir, STAGING);
	await rm(staging, { recursive: true, force: true });
	try {
		await mkdir(staging);
		const manifest = await unpack(file, staging);
		const setAside = present.length > 0 ? await moveAside(dataDir, present, clock) : null;
		// The database last: without it nothing of the rest is taken for an installation.
		const unpacked = (await readdir(staging)).filter((name) => name !== MANIFEST_FILE);
		for (const name of unpacked.sort((one) => (one === DATABASE_FILE ? 1 : -1))) {
			await rename(join(staging, name), join(dataDir, name));
		}
		await flush(dataDir);
		return { manifest, setAside };
	} finally {
		await rm(staging, { recursive: true, force: true });
	}
}

async function unpack(file: string, staging: string): Promise<Manifest> {
	const refused: string[] = [];
	const paths = new Set<string>();
	try {
		await extract({
			file,
			cwd: staging,
			strict: true,
			preserveOwner: false,
			filter: (given, entry) => {
				const type = 'type' in entry ? entry.type : '';
				// Folders come with an archive that somebody packed again by hand; files make their own.
				if (type === 'Directory') return false;
				const path = given.replace(/^\.\//, '');
				const isFile = type === 'File' || type === 'OldFile';
				const isTaken = isFile && isBackupPath(path, [DATABASE_FILE, ...SYNC_FILES]);
				if (isTaken) paths.add(path);
				else refused.push(path);
				return isTaken;
			}
		});
		if (refused.length > 0) throw new BackupError(`it holds "${refused[0]}", which no backup does`);
		if (!paths.delete(MANIFEST_FILE)) throw new BackupError('it has no manifest');
		const manifest = readManifest(await readFile(join(staging, MANIFEST_FILE), 'utf8'));
		await compare(staging, manifest, paths);
		return manifest;
	} catch (error) {
		throw new BackupError(`"${file}" is not a whole backup: ${(error as Error).message}`);
	}
}

async function compare(staging: string, manifest: Manifest, paths: Set<string>): Promise<void> {
	for (const { path, size, sha256 } of manifest.entries) {
		if (!paths.delete(path)) throw new BackupError(`"${path}" is missing`);
		const found = await measure(join(staging, path));
		if (found.size !== size || found.sha256 !== sha256) throw new BackupError(`"${path}" is damaged`);
		await flush(join(staging, path));
	}
	const [surplus] = paths;
	if (surplus !== undefined) throw new BackupError(`"${surplus}" is not in its manifest`);
	if (!manifest.entries.some(({ path }) => path === DATABASE_FILE)) {
		throw new BackupError(`"${DATABASE_FILE}" is missing`);
	}
}

async function moveAside(dataDir: string, present: readonly string[], clock: Clock): Promise<string> {
	const moment = new Date(clock()).toISOString().replaceAll(/[:.]/g, '-');
	const folder = join(dataDir, `replaced-${moment}`);
	await mkdir(folder);
	for (const name of present) {
		if (!name.startsWith('replaced-')) await rename(join(dataDir, name), join(folder, name));
	}
	return folder;
}

function notEmpty(dataDir: string, present: readonly string[]): string {
	const shown = present.slice(0, SHOWN).join(', ') + (present.length > SHOWN ? ', …' : '');
	return (
		`"${dataDir}" is not empty (${shown}). Set DATA_DIR to an empty folder, ` +
		'or give --replace to set its content aside.'
	);
}
