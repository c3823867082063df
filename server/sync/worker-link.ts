// The serving thread's end of the store worker: sends requests, hears reports, and starts the worker anew when it
// died, with growing pauses. Requests to a dead worker are dropped: the journal still holds all that it must do.

import { Worker } from 'node:worker_threads';
import type { WorkerReport, WorkerRequest } from './store-worker.ts';

export interface WorkerLinkEvents {
	onReport(report: WorkerReport): void;
	/** Not called when it was asked to close. */
	onDeath(message: string): void;
	/** A new worker stands in for the dead one. */
	onRestart(): void;
}

const FIRST_PAUSE_MILLISECONDS = 500;
const LAST_PAUSE_MILLISECONDS = 60_000;
const CLOSE_MILLISECONDS = 4000;

export class WorkerLink {
	readonly #dataDir: string;
	readonly #events: WorkerLinkEvents;
	#worker: Worker | null = null;
	#pause = FIRST_PAUSE_MILLISECONDS;
	#timer: NodeJS.Timeout | undefined;
	#isClosing = false;
	#closed: (() => void) | undefined;

	constructor(dataDir: string, events: WorkerLinkEvents) {
		this.#dataDir = dataDir;
		this.#events = events;
	}

	/** The thread that works now, for tests that end it. */
	get worker(): Worker | null {
		return this.#worker;
	}

	/** Resolves when the worker is ready; rejects when it cannot start. */
	start(): Promise<void> {
		const worker = new Worker(new URL('./store-worker.ts', import.meta.url), {
			workerData: { dataDir: this.#dataDir }
		});
		let reason = 'the worker ended';
		return new Promise((resolve, reject) => {
			worker.on('message', (report: WorkerReport) => {
				if (report.type === 'ready') {
					this.#worker = worker;
					if (this.#isClosing) worker.ref();
					else worker.unref();
					resolve();
				} else if (report.type === 'closed') this.#closed?.();
				else {
					this.#pause = FIRST_PAUSE_MILLISECONDS;
					this.#events.onReport(report);
				}
			});
			worker.on('error', (error) => (reason = error.message));
			worker.on('exit', () => {
				this.#closed?.();
				const wasReady = this.#worker === worker;
				if (wasReady) this.#worker = null;
				reject(new Error(reason));
				if (wasReady && !this.#isClosing) {
					this.#events.onDeath(reason);
					this.#restartLater();
				}
			});
		});
	}

	post(request: WorkerRequest): void {
		this.#worker?.postMessage(request);
	}

	/** What the worker does not finish in time stays in the journal and is taken over at the next start. */
	async close(): Promise<void> {
		this.#isClosing = true;
		clearTimeout(this.#timer);
		const worker = this.#worker;
		if (!worker) return;
		worker.ref();
		let timer: NodeJS.Timeout | undefined;
		await new Promise<void>((resolve) => {
			this.#closed = resolve;
			timer = setTimeout(resolve, CLOSE_MILLISECONDS);
			this.post({ type: 'close' });
		});
		clearTimeout(timer);
		await worker.terminate();
	}

	#restartLater(): void {
		this.#timer = setTimeout(() => {
			this.#pause = Math.min(this.#pause * 2, LAST_PAUSE_MILLISECONDS);
			this.start().then(
				() => this.#events.onRestart(),
				(error: Error) => {
					if (this.#isClosing) return;
					this.#events.onDeath(error.message);
					this.#restartLater();
				}
			);
		}, this.#pause);
		this.#timer.unref();
	}
}
