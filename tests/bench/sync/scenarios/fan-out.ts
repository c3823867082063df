import { BenchClient } from '../bench-client.ts';
import { crowd } from '../crowd.ts';
import type { Figures, Scenario } from '../scenario.ts';
import { withServer, type ServerProcess } from '../server-process.ts';
import { Arrivals, author, paced, percentile } from '../typing.ts';

const EDITS = 150;
const MILLISECONDS = 3000;
/** So many of the readers take the time; watching costs the load generator more than receiving. */
const WATCHERS = 20;

async function fanOut(server: ServerProcess, readers: number): Promise<Figures> {
	const [id = ''] = await server.documents(1);
	const watchers = Math.min(readers, WATCHERS);
	const arrivals = new Arrivals(watchers * EDITS);
	const onUpdate = (update: Uint8Array) => arrivals.arrived(update);
	const writer = new BenchClient(server, id);
	const clients = Array.from(
		{ length: readers },
		(_, index) => new BenchClient(server, id, index >= readers - watchers ? { onUpdate } : {})
	);
	await Promise.all([writer, ...clients].map(({ synced }) => synced));
	const by = author(EDITS);
	const before = await server.usage();
	await paced(EDITS, MILLISECONDS, (index) => {
		arrivals.sent(by.client);
		writer.sendUpdate(by.updates[index] as Uint8Array);
	});
	await arrivals.all(120_000);
	const after = await server.usage();
	for (const client of [writer, ...clients]) client.close();
	return {
		'p50 ms': percentile(arrivals.delays, 0.5),
		'p99 ms': percentile(arrivals.delays, 0.99),
		'CPU µs per delivery': ((after.cpu - before.cpu) * 1000) / (EDITS * readers)
	};
}

function idle(readers: number): Scenario {
	return {
		name: `fan-out-${readers}`,
		title: `one writes 50 edits a second, ${readers} read`,
		measure: (contestant) => withServer(contestant, (server) => fanOut(server, readers))
	};
}

export const fanOut2 = idle(2);
export const fanOut10 = idle(10);
export const fanOut50 = idle(50);
export const fanOut200 = idle(200);

export const fanOutLoaded: Scenario = {
	name: 'fan-out-loaded',
	title: 'one writes, 50 read, while 40 × 4 others write 3,200 edits a second elsewhere',
	measure: (contestant) =>
		withServer(contestant, async (server) => {
			const others = await crowd(server, 40, 4, 90);
			const typing = others.type(4500);
			const figures = await fanOut(server, 50);
			await typing;
			others.leave();
			return { 'p50 ms': figures['p50 ms'] ?? Number.NaN, 'p99 ms': figures['p99 ms'] ?? Number.NaN };
		})
};
