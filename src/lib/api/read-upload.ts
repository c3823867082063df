// An upload as its two senders send it: the raw bytes (pages, programs), or one multipart field `file` (forms, curl).

import { AppError } from '#lib/core/errors.ts';

export interface Upload {
	name: string;
	/** As the sender names it; may be empty. */
	type: string;
	bytes: AsyncIterable<Uint8Array>;
}

/** A form is taken into memory as a whole, so the length that it announces is looked at first. */
const FORM_LIMIT = 11 * 1024 * 1024;

export async function readUpload(request: Request): Promise<Upload> {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
	if (type !== 'multipart/form-data') {
		return { name: '', type, bytes: request.body ?? nothing() };
	}
	if (Number(request.headers.get('content-length')) > FORM_LIMIT) {
		throw new AppError('too-large', { limit: FORM_LIMIT });
	}
	const file = (await readForm(request)).get('file');
	if (!(file instanceof File)) throw badForm('file', 'required', 'The field `file` must hold a file.');
	return { name: file.name, type: file.type, bytes: file.stream() };
}

async function readForm(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch {
		throw badForm('', 'not-form-data', 'The body is not well-formed multipart/form-data.');
	}
}

function badForm(path: string, code: string, message: string): AppError {
	return new AppError('invalid', {}, [{ path, code, message }]);
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
