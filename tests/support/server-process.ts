// The program as an operator runs it: a process of its own with its own data folder, told what to do by environment
// and signals. It serves the built pages (built-pages.ts).

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { vi } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const PATIENCE = { timeout: 50_000, interval: 25 };

export interface ServerOptions {
	env?: Record<string, string>;
	args?: readonly string[];
	/** Default: a folder of its own that goes with it. */
	dataDir?: string;
}

export class ServerProcess {
	readonly dataDir: string;
	readonly port: number;
	/** Resolves with the exit code; null where a signal ended it. */
	readonly exited: Promise<number | null>;
	readonly #process: ChildProcess;
	readonly #isFolderOurs: boolean;
	#output = '';
	#errors = '';

	private constructor(port: number, options: ServerOptions) {
		this.port = port;
		this.#isFolderOurs = options.dataDir === undefined;
		this.dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'throughline-process-'));
		this.#process = spawn(process.execPath, ['server/main.ts', ...(options.args ?? [])], {
			cwd: ROOT,
			env: {
				PATH: process.env.PATH,
				PORT: String(port),
				HOST: '127.0.0.1',
				DATA_DIR: this.dataDir,
				LOG_LEVEL: 'info',
				...options.env
			},
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#process.stdout?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
		this.#process.stderr?.on('data', (chunk: Buffer) => (this.#errors += chunk.toString()));
		this.exited = new Promise((done) => this.#process.once('close', (code) => done(code)));
	}

	/** Started, not necessarily ready or even able to start. */
	static async spawn(options: ServerOptions = {}): Promise<ServerProcess> {
		return new ServerProcess(await freePort(), options);
	}

	/** Started and ready for requests. */
	static async start(options: ServerOptions = {}): Promise<ServerProcess> {
		const started = await ServerProcess.spawn(options);
		await vi.waitFor(async () => {
			if (started.#process.exitCode !== null) return;
			if ((await fetch(`${started.url}/healthz`)).status !== 200) throw new Error(started.errors);
		}, PATIENCE);
		if (started.#process.exitCode !== null) throw new Error(`It stopped at its start: ${started.errors}`);
		return started;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** What it printed on standard output so far. */
	get output(): string {
		return this.#output;
	}

	get errors(): string {
		return this.#errors;
	}

	signal(name: NodeJS.Signals): void {
		this.#process.kill(name);
	}

	/** Ends it, politely where it still runs, and throws its own data folder away. */
	async stop(): Promise<void> {
		if (this.#process.exitCode === null && this.#process.signalCode === null) this.signal('SIGTERM');
		await this.exited;
		if (this.#isFolderOurs) rmSync(this.dataDir, { recursive: true, force: true });
	}

	/** A command of the command line on this data folder. */
	cli(...words: string[]): Promise<CommandOutcome> {
		return runCli(this.dataDir, ...words);
	}
}

export interface CommandOutcome {
	code: number | null;
	out: string;
	err: string;
}

/** The command line as a process of its own. */
export async function runCli(dataDir: string, ...words: string[]): Promise<CommandOutcome> {
	const command = spawn(process.execPath, ['server/cli/main.ts', ...words], {
		cwd: ROOT,
		env: { PATH: process.env.PATH, DATA_DIR: dataDir },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let out = '';
	let err = '';
	command.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
	command.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
	const code = await new Promise<number | null>((done) => command.once('close', done));
	return { code, out: out.trim(), err: err.trim() };
}

async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
	const address = probe.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	await new Promise<void>((done) => probe.close(() => done()));
	return port;
}
