// Takes an image from a stream to the disk: durable and whole, or not there at all. What is refused is read to its
// end and dropped, so that the sender hears the answer; but not for ever.

import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError, isAppError } from '#lib/core/errors.ts';
import { IMAGE_SIZE_LIMIT } from '#lib/core/rich-text/image-rules.ts';
import { sniffImage, SNIFF_LENGTH, type ImageType } from './sniff-image.ts';

export const FILE_LIMIT = IMAGE_SIZE_LIMIT;
export const PARTIAL = '.part';

/** A sender that goes on beyond this after a refusal is cut off. */
const PATIENCE = 2 * FILE_LIMIT;

export interface ReceivedImage {
	type: ImageType;
	size: number;
	sha256: string;
}

/** Throws 'too-large' or 'unsupported-media-type'; then there is no file. `declaredType` may be empty. */
export async function receiveImage(
	bytes: AsyncIterable<Uint8Array>,
	declaredType: string,
	path: string
): Promise<ReceivedImage> {
	const partial = path + PARTIAL;
	const hash = createHash('sha256');
	const file = await open(partial, 'wx');
	try {
		let size = 0;
		let head = new Uint8Array(0);
		let refusal: AppError | null = null;
		for await (const chunk of stopAtServerLimit(bytes)) {
			const before = size;
			size += chunk.byteLength;
			if (size > PATIENCE) break;
			if (size > FILE_LIMIT) refusal ??= tooLarge();
			if (head.length < SNIFF_LENGTH) head = firstBytes(head, chunk);
			if (before < SNIFF_LENGTH && size >= SNIFF_LENGTH && !refusal) {
				refusal = refuseType(sniffImage(head), declaredType);
			}
			if (refusal) continue;
			hash.update(chunk);
			await file.write(chunk);
		}
		if (refusal) throw refusal;
		const type = sniffImage(head);
		if (type === null)
			throw new AppError('unsupported-media-type', declaredType ? { type: declaredType } : {});
		await file.sync();
		await file.close();
		await rename(partial, path);
		await syncFolder(dirname(path));
		return { type, size, sha256: hash.digest('hex') };
	} catch (error) {
		await file.close().catch(() => undefined);
		await rm(partial, { force: true });
		throw error;
	}
}

const tooLarge = () => new AppError('too-large', { limit: FILE_LIMIT });

/** The page handler ends a body over its own limit with an error of status 413. */
async function* stopAtServerLimit(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	try {
		yield* bytes;
	} catch (error) {
		const status: unknown = typeof error === 'object' && error ? Reflect.get(error, 'status') : undefined;
		throw status === 413 && !isAppError(error) ? tooLarge() : error;
	}
}

function firstBytes(known: Uint8Array, chunk: Uint8Array): Uint8Array<ArrayBuffer> {
	return Uint8Array.from([...known, ...chunk.subarray(0, SNIFF_LENGTH - known.length)]);
}

/** A sender that names another kind of image than it sends is refused: one of the two is a lie. */
function refuseType(found: ImageType | null, declared: string): AppError | null {
	const isVague = declared === '' || declared === 'application/octet-stream';
	if (found !== null && (isVague || declared === found)) return null;
	return new AppError('unsupported-media-type', isVague ? {} : { type: declared });
}

/** Without this a crash may forget the name of a file whose bytes are safe. */
async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
