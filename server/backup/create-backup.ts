// Makes one file of a whole installation while it is in use. The order makes it consistent: first the rows, then the
// content they name, then the uploads, each of which is there before its row is. The archive appears under its name
// only when it is complete and on the disk; until then whatever was there stays.

import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { create } from 'tar';
import type { Clock } from '#lib/core/clock.ts';
import { DATABASE_FILE, openDatabase } from '#server/database/open-database.ts';
import { FILES_FOLDER } from '#server/files/create-file-service.ts';
import { backupSyncFiles } from '#server/sync/sync-files.ts';
import { BackupError, describeFiles, MANIFEST_FILE, measure } from './manifest.ts';

export interface BackupOptions {
	dataDir: string;
	file: string;
	/** Of this program, for whoever reads the archive. */
	version: string;
	clock: Clock;
}

export interface BackupOutcome {
	/** Absolute. */
	file: string;
	size: number;
	uploads: number;
	/** Ids of uploads that are in the database and not on the disk. */
	missing: string[];
}

export async function createBackup(options: BackupOptions): Promise<BackupOutcome> {
	const { dataDir, version, clock } = options;
	const file = resolve(options.file);
	const folder = dirname(file);
	const staging = await stagingFolder(folder, basename(file));
	try {
		await copyDatabase(dataDir, staging);
		const syncFiles = await backupSyncFiles(dataDir, staging);
		const { present, missing } = await uploads(dataDir, staging);
		await linkUploads(dataDir, staging);
		const paths = [DATABASE_FILE, ...syncFiles, ...present.map((id) => `${FILES_FOLDER}/${id}`)];
		const createdAt = new Date(clock()).toISOString();
		const manifest = await describeFiles(staging, paths, { version, createdAt });
		await writeFile(join(staging, MANIFEST_FILE), JSON.stringify(manifest, null, '\t'));

		const archive = join(staging, `${randomUUID()}.tar.gz`);
		await create({ file: archive, cwd: staging, gzip: true, portable: true, strict: true }, [
			MANIFEST_FILE,
			...paths
		]);
		// Password hashes are in it: for whoever made it, and nobody else.
		await chmod(archive, 0o600);
		await flush(archive);
		const { size } = await measure(archive);
		await rename(archive, file);
		await flush(folder);
		return { file, size, uploads: present.length, missing };
	} finally {
		await rm(staging, { recursive: true, force: true });
	}
}

/** Beside the target: the finished archive then only changes its name. */
async function stagingFolder(folder: string, name: string): Promise<string> {
	try {
		await mkdir(folder, { recursive: true });
		return await mkdtemp(join(folder, `.${name}-`));
	} catch (error) {
		throw new BackupError(`"${folder}" cannot be written (${(error as Error).message})`);
	}
}

async function copyDatabase(dataDir: string, staging: string): Promise<void> {
	const database = openDatabase({ dataDir, databaseUrl: '' });
	try {
		await database.backup(join(staging, DATABASE_FILE));
	} finally {
		await database.close();
	}
}

/** As the copied rows know them; what has been uploaded since belongs to the next backup. */
async function uploads(dataDir: string, staging: string): Promise<{ present: string[]; missing: string[] }> {
	const copy = openDatabase({ dataDir: staging, databaseUrl: '' });
	try {
		const known = await copy.files.list();
		const onDisk = new Set(await readdir(join(dataDir, FILES_FOLDER)).catch(() => []));
		const ids = known.map(({ id }) => id);
		return { present: ids.filter((id) => onDisk.has(id)), missing: ids.filter((id) => !onDisk.has(id)) };
	} finally {
		await copy.close();
	}
}

/** Uploads never change once they are there, so they are packed from where they lie. */
async function linkUploads(dataDir: string, staging: string): Promise<void> {
	await symlink(resolve(dataDir, FILES_FOLDER), join(staging, FILES_FOLDER), 'junction');
}

export async function flush(path: string): Promise<void> {
	const handle = await open(path, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
