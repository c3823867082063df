// The other end of a ThreadLink: inside the thread, answers one question after the other, in their order.

import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { isAppError, type ErrorCode } from '#lib/core/errors.ts';

export interface ThreadReply {
	id: number;
	answer?: unknown;
	error?: { message: string; code: ErrorCode | null };
}

export function answerQuestions<Question>(answer: (question: Question) => Promise<unknown>): void {
	const port = parentPort;
	if (!port) throw new Error('this file runs only as a worker thread');
	let last: Promise<void> = Promise.resolve();
	port.on('message', ({ id, question }: { id: number; question: Question }) => {
		last = last.then(async () => {
			try {
				port.postMessage({ id, answer: await answer(question) } satisfies ThreadReply);
			} catch (error) {
				const code = isAppError(error) ? error.code : null;
				const message = error instanceof Error ? error.message : String(error);
				port.postMessage({ id, error: { message, code } } satisfies ThreadReply);
			}
		});
	});
}

/** Behind the serving thread in the queue for a processor. */
export function stepBack(): void {
	try {
		setPriority(10); // on Linux this is the calling thread's alone
	} catch {
		// Not permitted here: the thread then merely competes with the others.
	}
}
