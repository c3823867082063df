// A worker thread that is asked and answers, seen from the serving thread. It starts at the first question; when it dies,
// whoever waits for an answer hears so, and the next question starts another.

import { Worker } from 'node:worker_threads';
import { AppError } from '#lib/core/errors.ts';
import type { ThreadReply } from './answer-questions.ts';

interface Waiting {
	resolve(answer: unknown): void;
	reject(error: Error): void;
}

export class ThreadLink<Question, Answer> {
	readonly #file: URL;
	readonly #workerData: unknown;
	readonly #onDeath: (error: Error) => void;
	readonly #waiting = new Map<number, Waiting>();
	#worker: Worker | null = null;
	#count = 0;
	#isClosed = false;

	constructor(file: URL, workerData: unknown, onDeath: (error: Error) => void) {
		this.#file = file;
		this.#workerData = workerData;
		this.#onDeath = onDeath;
	}

	/** Rejects with what the thread threw, or AppError('storage-unavailable') where it died or was ended. */
	ask(question: Question): Promise<Answer> {
		if (this.#isClosed) return Promise.reject(new AppError('storage-unavailable'));
		const worker = (this.#worker ??= this.#start());
		const id = ++this.#count;
		return new Promise<Answer>((resolve, reject) => {
			this.#waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
			worker.ref(); // whoever waits keeps the process alive; an idle thread does not
			worker.postMessage({ id, question });
		});
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		await this.#worker?.terminate();
	}

	#start(): Worker {
		const worker = new Worker(this.#file, { workerData: this.#workerData });
		let reason = new Error('the thread ended');
		worker.on('message', ({ id, answer, error }: ThreadReply) => {
			const waiting = this.#waiting.get(id);
			this.#waiting.delete(id);
			if (this.#waiting.size === 0) worker.unref();
			if (error === undefined) waiting?.resolve(answer);
			else waiting?.reject(error.code === null ? new Error(error.message) : new AppError(error.code));
		});
		worker.on('error', (error: Error) => (reason = error));
		worker.on('exit', () => {
			if (this.#worker !== worker) return;
			this.#worker = null;
			const left = [...this.#waiting.values()];
			this.#waiting.clear();
			for (const { reject } of left) reject(new AppError('storage-unavailable'));
			if (!this.#isClosed) this.#onDeath(reason);
		});
		return worker;
	}
}
