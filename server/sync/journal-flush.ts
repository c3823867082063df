// Makes the journal survive the loss of power without stopping the serving thread: after a commit the write-ahead
// file is synced by another thread, at most once per pause. Who waits is told in the order of asking.

import { closeSync, fdatasync, openSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL_FILE } from './journal-file.ts';

interface Waiting {
	resolve(): void;
	reject(error: Error): void;
}

/** A sync costs a disk half a millisecond of CPU, and each acknowledgement a write; a person sees no difference below this. */
const PAUSE_MILLISECONDS = 100;

export class JournalFlush {
	readonly #file: string;
	/** Opened once and kept: the file lives as long as the journal is open. */
	#descriptor: number | null = null;
	#waiting: Waiting[] = [];
	#isRunning = false;
	#isClosed = false;
	#timer: NodeJS.Timeout | undefined;
	#startedAt = -Infinity;
	/** How often something was written, and how much of that is synced. */
	#written = 0;
	#synced = 0;

	constructor(dataDir: string) {
		this.#file = join(dataDir, `${JOURNAL_FILE}-wal`);
	}

	/** Something was written just now. */
	wrote(): void {
		this.#written++;
	}

	flush(): Promise<void> {
		if (this.#synced === this.#written) return Promise.resolve();
		return new Promise((resolve, reject) => {
			this.#waiting.push({ resolve, reject });
			this.#schedule();
		});
	}

	/** Waits for nobody: closing the journal itself makes everything durable. */
	close(): void {
		this.#isClosed = true;
		clearTimeout(this.#timer);
		if (!this.#isRunning) this.#finish(null, this.#take());
	}

	#schedule(): void {
		if (this.#isRunning || this.#timer || this.#waiting.length === 0) return;
		if (this.#isClosed) return this.#finish(null, this.#take());
		const wait = this.#startedAt + PAUSE_MILLISECONDS - performance.now();
		if (wait <= 0) return this.#run();
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			this.#run();
		}, wait);
	}

	#run(): void {
		const waiting = this.#take();
		this.#startedAt = performance.now();
		try {
			this.#descriptor ??= openSync(this.#file, 'r');
		} catch (error) {
			return this.#finish(error as Error, waiting);
		}
		this.#isRunning = true;
		const covered = this.#written;
		fdatasync(this.#descriptor, (error) => {
			this.#isRunning = false;
			if (!error) this.#synced = covered;
			this.#finish(error, waiting);
			this.#schedule();
		});
	}

	#take(): Waiting[] {
		const waiting = this.#waiting;
		this.#waiting = [];
		return waiting;
	}

	#finish(error: Error | null, waiting: readonly Waiting[]): void {
		for (const { resolve, reject } of waiting) {
			if (error) reject(error);
			else resolve();
		}
		if (this.#isClosed && !this.#isRunning && this.#descriptor !== null) {
			closeSync(this.#descriptor);
			this.#descriptor = null;
		}
	}
}
