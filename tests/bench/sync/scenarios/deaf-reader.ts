import * as Y from 'yjs';
import { BenchClient } from '../bench-client.ts';
import type { Scenario } from '../scenario.ts';
import { withServer } from '../server-process.ts';
import { Arrivals, paced } from '../typing.ts';

/** Less than a document may hold, because the load may outrun the compaction. */
const MEGABYTES = 40;
const PART = 64 * 1024;

export const deafReader: Scenario = {
	name: 'deaf-reader',
	title: `one of three stops reading while ${MEGABYTES} MB are written`,
	measure: (contestant) =>
		withServer(contestant, async (server) => {
			const [id = ''] = await server.documents(1);
			const parts = (MEGABYTES * 2 ** 20) / PART;
			// The same place is overwritten, so that the document itself stays small.
			const doc = new Y.Doc();
			const updates: Uint8Array[] = [];
			doc.on('update', (update: Uint8Array) => updates.push(update));
			for (let part = 0; part < parts; part++) doc.getMap('m').set('one', String(part).padStart(PART));
			const arrivals = new Arrivals(parts);
			const writer = new BenchClient(server, id);
			const reader = new BenchClient(server, id, { onUpdate: (update) => arrivals.arrived(update) });
			const deaf = new BenchClient(server, id);
			await Promise.all([writer, reader, deaf].map(({ synced }) => synced));
			deaf.stopReading();
			const before = await server.atRest();
			let most = 0;
			for (let part = 0; part < parts; part++) {
				arrivals.sent(doc.clientID);
				writer.sendUpdate(updates[part] as Uint8Array);
				if (part % 16 === 0) await paced(1, 20, () => undefined);
				if (part % 160 === 0) most = Math.max(most, (await server.atRest()).memory);
			}
			await arrivals.all(60_000);
			most = Math.max(most, (await server.atRest()).memory);
			const count = [writer, reader].filter(({ closeCode }) => closeCode === null).length;
			for (const client of [writer, reader, deaf]) client.close();
			return { 'MB more at most': (most - before.memory) / 2 ** 20, 'others still there': count };
		})
};
