// The end of the line inside a server under test: says when it listens, what it has used, and stops when asked. With
// PROFILE=<folder> it keeps a CPU profile there from the first question about its use to the second.

import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { basename, join } from 'node:path';

export interface ServerUnderTest {
	port: number;
	/** Ids of documents that exist now and are empty or nearly so. */
	documents(count: number): Promise<string[]>;
	/** What a client must send with its upgrade request. */
	headers: Record<string, string>;
	stop(): Promise<void>;
}

export type Question =
	{ ask: 'usage' } | { ask: 'rest' } | { ask: 'documents'; count: number } | { ask: 'stop' };

export interface Usage {
	/** Milliseconds of CPU of the whole process, all threads, since it started. */
	cpu: number;
	/** Bytes of resident memory. */
	memory: number;
}

export function reportToBench(server: ServerUnderTest): void {
	const profile = profiler();
	const usage = (): Usage => {
		const { user, system } = process.cpuUsage();
		return { cpu: (user + system) / 1000, memory: process.memoryUsage.rss() };
	};
	process.on('message', async (question: Question) => {
		if (question.ask === 'documents') process.send?.(await server.documents(question.count));
		else if (question.ask === 'stop') {
			await server.stop();
			process.send?.('stopped');
			process.exit(0);
		} else {
			if (question.ask === 'rest') {
				// What nobody holds leaves in several rounds: objects, then the buffers that they held.
				for (let round = 0; round < 4; round++) {
					globalThis.gc?.();
					await new Promise((resolve) => setTimeout(resolve, 20));
				}
			}
			const used = usage();
			const hasBegun = await profile?.();
			process.send?.(hasBegun ? usage() : used);
		}
	});
	process.send?.({ port: server.port, headers: server.headers });
}

/** Starts when called first (true), ends when called again. */
function profiler(): (() => Promise<boolean>) | null {
	const folder = process.env['PROFILE'];
	if (!folder) return null;
	let session: Session | null = null;
	let isDone = false;
	return async () => {
		if (isDone) return false;
		if (session) {
			isDone = true;
			const { profile } = await session.post('Profiler.stop');
			const name = `${basename(process.argv[1] ?? '', '.ts')}-${Date.now()}.cpuprofile`;
			writeFileSync(join(folder, name), JSON.stringify(profile));
			return false;
		}
		session = new Session();
		session.connect();
		await session.post('Profiler.enable');
		await session.post('Profiler.setSamplingInterval', { interval: 200 });
		await session.post('Profiler.start');
		return true;
	};
}

/** Documents of a server that makes them when they are asked for. */
export function namedDocuments(): (count: number) => Promise<string[]> {
	let made = 0;
	return async (count) => Array.from({ length: count }, () => `document-${made++}`);
}
