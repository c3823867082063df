// Reads a request's body within a limit. What is over the limit is read and dropped, so that the sender gets the
// answer instead of a broken connection; the server's own limit ends even that.

import { AppError, type FieldIssue } from '#lib/core/errors.ts';

export const DEFAULT_BODY_LIMIT = 1024 * 1024;

const tooLarge = (limit: number) => new AppError('too-large', { limit });

export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	const source = request.body;
	if (!source) return new Uint8Array(0);
	const reader = source.getReader();
	for (;;) {
		const { done, value } = await nextChunk(reader, limit);
		if (done) break;
		size += value.byteLength;
		if (size <= limit) chunks.push(value);
		else chunks.length = 0;
	}
	if (size > limit) throw tooLarge(limit);
	const bytes = new Uint8Array(size);
	let offset = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, offset);
		offset += chunk.byteLength;
	}
	return bytes;
}

export async function readText(request: Request, limit: number): Promise<string> {
	const bytes = await readBytes(request, limit);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw malformed('not-utf-8', 'The body is not UTF-8 text.');
	}
}

export async function readJson(request: Request, limit: number): Promise<unknown> {
	requireMedia(request, 'application/json');
	const text = await readText(request, limit);
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw malformed('not-json', 'The body is not well-formed JSON.');
	}
}

/** A missing Content-Type passes: the endpoint takes one kind of body only. */
export function requireMedia(request: Request, expected: string): void {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (type !== undefined && type !== '' && type !== expected) {
		throw new AppError('unsupported-media-type', { type });
	}
}

function malformed(code: string, message: string): AppError {
	const issue: FieldIssue = { path: '', code, message };
	return new AppError('invalid', {}, [issue]);
}

async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>, limit: number) {
	try {
		return await reader.read();
	} catch (cause) {
		throw isTooLarge(cause) ? tooLarge(limit) : cause;
	}
}

function isTooLarge(cause: unknown): boolean {
	return typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === 413;
}
