// Starts the real program for a test: a data folder of its own, a port of its own, and the means to
// kill it with -9 and start it again on the same data, as a crash and a restart would.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const START_LIMIT_MS = 60_000;

export class Product {
	readonly dataDir = mkdtempSync(join(tmpdir(), 'throughline-e2e-'));
	readonly port: number;
	#process: ChildProcess | null = null;
	#output = '';

	private constructor(port: number) {
		this.port = port;
	}

	/** A running product with an empty data folder. */
	static async start(): Promise<Product> {
		const product = new Product(await freePort());
		await product.resume();
		return product;
	}

	get url(): string {
		return `http://localhost:${this.port}`;
	}

	/** What the process has printed, for a failing test's message. */
	get output(): string {
		return this.#output;
	}

	/** Starts the process (again) and resolves when it says that it is ready. */
	async resume(): Promise<void> {
		const started = spawn(process.execPath, ['server/main.ts'], {
			cwd: ROOT,
			env: {
				...process.env,
				PORT: String(this.port),
				DATA_DIR: this.dataDir,
				LOG_LEVEL: 'warn',
				SMTP_URL: ''
			},
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#process = started;
		for (const stream of [started.stdout, started.stderr]) {
			stream?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
		}
		const deadline = Date.now() + START_LIMIT_MS;
		while (!(await this.#isReady())) {
			if (started.exitCode !== null) throw new Error(`The product stopped at its start:\n${this.#output}`);
			if (Date.now() > deadline) throw new Error(`The product did not become ready:\n${this.#output}`);
			await new Promise((next) => setTimeout(next, 50));
		}
	}

	/** No goodbye: what was not durable is gone. */
	async kill(): Promise<void> {
		await this.#end('SIGKILL');
	}

	/** Ends it politely and throws its data away. */
	async stop(): Promise<void> {
		await this.#end('SIGTERM');
		rmSync(this.dataDir, { recursive: true, force: true });
	}

	async #end(signal: NodeJS.Signals): Promise<void> {
		const running = this.#process;
		if (!running || running.exitCode !== null || running.signalCode !== null) return;
		const ended = new Promise<void>((done) => running.once('exit', () => done()));
		running.kill(signal);
		await ended;
		this.#process = null;
	}

	async #isReady(): Promise<boolean> {
		try {
			return (await fetch(`${this.url}/healthz`)).status === 200;
		} catch {
			return false;
		}
	}
}

async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
	const address = probe.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	await new Promise<void>((done) => probe.close(() => done()));
	return port;
}
