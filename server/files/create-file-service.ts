// Images in documents: the bytes lie in DATA_DIR/files under their id, what is known about them in the database.
// Rights are those of the document. Refuses anything that is not one of four kinds of image.

import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { Clock } from '#lib/core/clock.ts';
import { AppError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { Database } from '#server/database/open-database.ts';
import type { Actor, DocumentService } from '#server/service-types.ts';
import { PARTIAL, receiveImage } from './receive-image.ts';

export const FILES_FOLDER = 'files';
const NAME_MAX_LENGTH = 255;

export interface UploadedFile {
	id: string;
	/** Where pages find it: a path of this site. */
	url: string;
	name: string;
	type: string;
	size: number;
}

export interface OpenedFile {
	name: string;
	type: string;
	size: number;
	/** Hexadecimal; names this very content. */
	sha256: string;
	bytes(): NodeStream<Uint8Array>;
}

export interface FileService {
	/**
	 * Whoever may edit the document. `type` as the sender names it, may be empty. Throws 'forbidden', 'not-found',
	 * 'too-large', 'unsupported-media-type'.
	 */
	upload(
		actor: Actor,
		documentId: string,
		input: { name: string; type: string; bytes: AsyncIterable<Uint8Array> }
	): Promise<UploadedFile>;
	/** Whoever may read the document. Throws 'not-found'. */
	open(actor: Actor, fileId: string): Promise<OpenedFile>;
}

export interface FileDependencies {
	dataDir: string;
	database: Pick<Database, 'files'>;
	documents: Pick<DocumentService, 'get'>;
	clock: Clock;
}

export function createFileService({ dataDir, database, documents, clock }: FileDependencies): FileService {
	const folder = join(dataDir, FILES_FOLDER);
	mkdirSync(folder, { recursive: true });
	removeLeftovers(folder);

	return {
		async upload(actor, documentId, { name, type, bytes }) {
			const { canEdit } = await documents.get(actor, documentId);
			if (!canEdit) throw new AppError('forbidden');
			const id = newId(clock);
			const path = join(folder, id);
			const image = await receiveImage(bytes, type, path);
			const safeName = fileName(name, image.type);
			try {
				await database.files.add({
					id,
					documentId,
					name: safeName,
					mediaType: image.type,
					size: image.size,
					sha256: image.sha256,
					createdBy: actor.userId,
					createdAt: clock()
				});
			} catch (error) {
				await rm(path, { force: true });
				throw error;
			}
			return { id, url: `/api/v1/files/${id}`, name: safeName, type: image.type, size: image.size };
		},

		async open(actor, fileId) {
			const file = await database.files.byId(fileId);
			if (file === null) throw new AppError('not-found');
			await documents.get(actor, file.documentId);
			return {
				name: file.name,
				type: file.mediaType,
				size: file.size,
				sha256: file.sha256,
				bytes: () => Readable.toWeb(createReadStream(join(folder, file.id)))
			};
		}
	};
}

/** Uploads that a crash cut off: nobody was told that they exist. */
function removeLeftovers(folder: string): void {
	for (const name of readdirSync(folder)) {
		if (name.endsWith(PARTIAL)) rmSync(join(folder, name), { force: true });
	}
}

function fileName(given: string, type: string): string {
	const last = given.normalize('NFC').toWellFormed().split(/[/\\]/).pop() ?? '';
	// eslint-disable-next-line no-control-regex -- control characters are what is taken out
	const name = last.replaceAll(/[\u0000-\u001f\u007f]/g, '').trim();
	const short = [...name].slice(0, NAME_MAX_LENGTH).join('');
	return short === '' ? `image.${type.slice('image/'.length)}` : short;
}
