import { crowd } from '../crowd.ts';
import type { Scenario } from '../scenario.ts';
import { withServer } from '../server-process.ts';
import { percentile } from '../typing.ts';

export const throughput: Scenario = {
	name: 'throughput',
	title: '50 documents × 4 people, 4,000 edits a second in all',
	suits: () => true,
	measure: (contestant) =>
		withServer(contestant, async (server) => {
			// Warm first: what the first thousands cost is the engine's compiler at work.
			const warming = await crowd(server, 10, 4, contestant.isEveryday ? 150 : 5);
			await warming.type(1500);
			await warming.arrivals.all(120_000);
			warming.leave();
			const people = await crowd(server, 50, 4, contestant.isEveryday ? 80 : 10);
			const before = await server.usage();
			await people.type(contestant.isEveryday ? 4000 : 500);
			await people.arrivals.all(120_000);
			const after = await server.usage();
			people.leave();
			return {
				'CPU ms per 1,000 edits': ((after.cpu - before.cpu) * 1000) / people.edits,
				'p50 ms': percentile(people.arrivals.delays, 0.5),
				'p99 ms': percentile(people.arrivals.delays, 0.99)
			};
		})
};
