import { BenchClient } from '../bench-client.ts';
import type { Scenario } from '../scenario.ts';
import { withServer } from '../server-process.ts';
import { Arrivals, author } from '../typing.ts';

const EDITS = 60_000;

export const pipeline: Scenario = {
	name: 'pipeline',
	title: '60,000 edits of one day offline, sent one by one without a pause; one reads',
	measure: (contestant) =>
		withServer(contestant, async (server) => {
			const [id = ''] = await server.documents(1);
			const arrivals = new Arrivals(EDITS);
			const writer = new BenchClient(server, id);
			const reader = new BenchClient(server, id, { onUpdate: (update) => arrivals.arrived(update) });
			await Promise.all([writer.synced, reader.synced]);
			const by = author(EDITS);
			const before = await server.usage();
			const started = performance.now();
			for (const update of by.updates) {
				arrivals.sent(by.client);
				writer.sendUpdate(update);
			}
			await arrivals.all(200_000);
			const milliseconds = performance.now() - started;
			const after = await server.usage();
			for (const client of [writer, reader]) client.close();
			return { 'CPU s': (after.cpu - before.cpu) / 1000, s: milliseconds / 1000 };
		})
};
