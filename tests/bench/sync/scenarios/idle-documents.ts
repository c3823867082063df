import { BenchClient } from '../bench-client.ts';
import type { Scenario } from '../scenario.ts';
import { withServer } from '../server-process.ts';
import { wait } from '../typing.ts';

const DOCUMENTS = 2000;
/** Hocuspocus stores two seconds after the last change, and only then lets go. */
const AFTER_CLOSING_MILLISECONDS = 5000;

export const idleDocuments: Scenario = {
	name: 'idle-documents',
	title: `${DOCUMENTS} documents, one reader each, nothing happens`,
	measure: (contestant) =>
		withServer(contestant, async (server) => {
			const ids = await server.documents(DOCUMENTS);
			// Once before: what the first use costs is no document's.
			const first = new BenchClient(server, ids[0] ?? '');
			await first.synced;
			first.close();
			await wait(AFTER_CLOSING_MILLISECONDS);
			const empty = await server.atRest();
			const clients: BenchClient[] = [];
			for (const id of ids) {
				const client = new BenchClient(server, id);
				clients.push(client);
				if (clients.length % 50 === 0) await client.synced;
			}
			await Promise.all(clients.map(({ synced }) => synced));
			await wait(1000);
			const open = await server.atRest();
			const quiet = await server.usage();
			await wait(3000);
			const later = await server.usage();
			for (const client of clients) client.close();
			await wait(AFTER_CLOSING_MILLISECONDS);
			const closed = await server.atRest();
			return {
				'KB per document': (open.memory - empty.memory) / DOCUMENTS / 1024,
				'MB left after closing': (closed.memory - empty.memory) / 2 ** 20,
				'CPU ms per idle second': (later.cpu - quiet.cpu) / 3
			};
		})
};
