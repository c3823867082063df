// A version's content between its kind's JSON and the bytes that are stored. The hash is the SHA-256 of the canonical
// JSON (RFC 8785) in UTF-8, so anybody can compute it from what GET …/versions/{id}/content answers; nothing of Yjs is in
// it. Compression runs off the serving thread.

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { canonicalJson } from '#lib/core/compare/canonical-json.ts';
import type { VersionContentRow } from '#server/database/schema/tables.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Better is slow: 5 is a fifth larger than 11 and takes a fiftieth of the time. */
const QUALITY = 5;

export interface Canonical {
	readonly text: string;
	readonly hash: string;
}

export function canonicalOf(content: unknown): Canonical {
	const text = canonicalJson(content);
	return { text, hash: hashOf(text) };
}

export function hashOf(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}

export async function pack({ text, hash }: Canonical): Promise<VersionContentRow> {
	const plain = Buffer.from(text, 'utf8');
	const bytes = await compress(plain, {
		params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
	});
	return { hash, bytes, size: plain.length };
}

/** Throws where the bytes are not what they were: a version that cannot be proved is not shown as one. */
export async function unpack({ hash, bytes }: Pick<VersionContentRow, 'hash' | 'bytes'>): Promise<string> {
	const text = (await decompress(bytes)).toString('utf8');
	if (hashOf(text) !== hash) throw new Error('differs from its hash');
	return text;
}
