// Sends one file to the HTTP API and says how far it is; fetch cannot. Refusals become the AppError they began as, like
// in api.ts; a call that was stopped rejects with the signal's reason.

import { toAppError } from './api.ts';
import { AppError } from '#lib/core/errors.ts';

export interface UploadOptions {
	/** 0…1 of the bytes that left. */
	progress?: (share: number) => void;
	signal?: AbortSignal;
}

/** `path` below /api/v1. */
export function upload<Answer>(path: string, file: Blob, options: UploadOptions = {}): Promise<Answer> {
	const { progress, signal } = options;
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		const stop = () => {
			request.abort();
			reject(signal?.reason);
		};
		if (signal?.aborted) return stop();
		signal?.addEventListener('abort', stop, { once: true });
		request.open('POST', `/api/v1${path}`);
		request.setRequestHeader('accept', 'application/json');
		if (file.type) request.setRequestHeader('content-type', file.type);
		request.upload.onprogress = ({ loaded, total }) => progress?.(total === 0 ? 0 : loaded / total);
		request.onloadend = () => {
			signal?.removeEventListener('abort', stop);
			if (signal?.aborted) return;
			if (request.status === 0) return reject(new AppError('unavailable'));
			const answer = new Response(request.responseText, { status: request.status });
			if (answer.ok) resolve(answer.json() as Promise<Answer>);
			else void toAppError(answer).then(reject);
		};
		request.send(file);
	});
}
