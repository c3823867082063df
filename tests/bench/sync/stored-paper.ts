// A server that holds the paper on its disk and has just started: what it knows it must read.

import { BenchClient } from './bench-client.ts';
import { paper } from './paper.ts';
import { ServerProcess, withFolder, type Contestant } from './server-process.ts';
import { wait } from './typing.ts';

/** Long enough for those who store after a while. */
const STORING_MILLISECONDS = 4000;

/** `copies` documents that hold the paper `times` times each; `small`: one that is nearly empty. */
export function withStoredPaper<T>(
	contestant: Contestant,
	{ times = 1, copies = 1 },
	use: (server: ServerProcess, ids: readonly string[], small: string) => Promise<T>
): Promise<T> {
	return withFolder(async (folder) => {
		const { update } = paper(times);
		const writing = await ServerProcess.start(contestant, folder);
		const [small = '', ...ids] = await writing.documents(copies + 1);
		for (const id of ids) {
			const author = new BenchClient(writing, id);
			await author.synced;
			let bytes = 0;
			const reader = new BenchClient(writing, id, { onUpdate: (part) => (bytes += part.length) });
			await reader.synced;
			author.sendUpdate(update);
			while (bytes < update.length / 2) await wait(10);
			author.close();
			reader.close();
		}
		await wait(STORING_MILLISECONDS);
		await writing.stop();
		const server = await ServerProcess.start(contestant, folder);
		try {
			const first = new BenchClient(server, small);
			await first.synced;
			first.close();
			await wait(500);
			return await use(server, ids, small);
		} finally {
			server.kill();
		}
	});
}
