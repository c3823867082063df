// Starts a server under test as a process of its own, on its own core where the system can pin it, and asks it what
// it has used. The figures come from the operating system.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Question, Usage } from './servers/report-to-bench.ts';

/** How a server wants to be spoken to: all are y-protocols, Hocuspocus puts the document's name before each message. */
export type Dialect = 'y-websocket' | 'hocuspocus' | 'relay';

export interface Contestant {
	name: string;
	program: string;
	dialect: Dialect;
	environment?: Record<string, string>;
	/** Whether it keeps what it hears. */
	isDurable: boolean;
	/** False = nobody would run it so: measured once, where it says something. */
	isEveryday: boolean;
}

export const CONTESTANTS: readonly Contestant[] = [
	{ name: 'throughline', program: 'throughline', dialect: 'y-websocket', isDurable: true, isEveryday: true },
	{ name: 'relay', program: 'relay', dialect: 'relay', isDurable: false, isEveryday: true },
	{ name: 'y-websocket', program: 'y-websocket', dialect: 'y-websocket', isDurable: true, isEveryday: true },
	{ name: 'hocuspocus', program: 'hocuspocus', dialect: 'hocuspocus', isDurable: true, isEveryday: true },
	{
		name: 'hocuspocus, every change',
		program: 'hocuspocus',
		dialect: 'hocuspocus',
		environment: { STORE: 'every' },
		isDurable: true,
		isEveryday: false
	}
];

const canPin = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The load is made on the other core. */
export function pinLoad(): void {
	if (canPin) spawnSync('taskset', ['-a', '-cp', '1', String(process.pid)]);
}

export class ServerProcess {
	readonly dialect: Dialect;
	readonly port: number;
	readonly headers: Record<string, string>;
	readonly #child: ChildProcess;

	private constructor(
		child: ChildProcess,
		dialect: Dialect,
		ready: { port: number; headers: Record<string, string> }
	) {
		this.#child = child;
		this.dialect = dialect;
		this.port = ready.port;
		this.headers = ready.headers;
	}

	static async start({ program, dialect, environment }: Contestant, folder: string): Promise<ServerProcess> {
		const file = join(import.meta.dirname, 'servers', `${program}.ts`);
		const node = [process.execPath, '--no-warnings', '--expose-gc', file, folder];
		const [command = '', ...args] = canPin ? ['taskset', '-c', '0', ...node] : node;
		const child = spawn(command, args, {
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
			env: { ...process.env, ...environment }
		});
		const [ready] = (await once(child, 'message')) as [{ port: number; headers: Record<string, string> }];
		return new ServerProcess(child, dialect, ready);
	}

	usage(): Promise<Usage> {
		return this.#ask({ ask: 'usage' });
	}

	/** As usage, after collecting what nobody needs. */
	atRest(): Promise<Usage> {
		return this.#ask({ ask: 'rest' });
	}

	documents(count: number): Promise<string[]> {
		return this.#ask({ ask: 'documents', count });
	}

	async stop(): Promise<void> {
		const exited = once(this.#child, 'exit');
		const late = setTimeout(() => this.#child.kill('SIGKILL'), 15_000);
		await this.#ask({ ask: 'stop' });
		await exited;
		clearTimeout(late);
	}

	kill(): void {
		this.#child.kill('SIGKILL');
	}

	async #ask<T>(question: Question): Promise<T> {
		const answer = once(this.#child, 'message');
		this.#child.send(question);
		return ((await answer) as [T])[0];
	}
}

/** A folder of its own that is gone afterwards, whatever happens. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
	try {
		return await use(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A fresh server for the time of `use`. */
export function withServer<T>(
	contestant: Contestant,
	use: (server: ServerProcess) => Promise<T>
): Promise<T> {
	return withFolder(async (folder) => {
		const server = await ServerProcess.start(contestant, folder);
		try {
			return await use(server);
		} finally {
			server.kill();
		}
	});
}
