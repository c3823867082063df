import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { BenchClient } from '../bench-client.ts';
import type { Scenario } from '../scenario.ts';
import { withServer } from '../server-process.ts';
import { paced, percentile, wait } from '../typing.ts';

const PEOPLE = 100;
const MOVES = 40;
const WATCHERS = 10;

function state(client: number, clock: number): Uint8Array {
	const cursor = { anchor: { type: null, tname: 't', item: { client, clock }, assoc: 0 } };
	const json = JSON.stringify({ user: { name: `Person ${client}`, color: '#2563eb' }, cursor });
	return encoding.encode((encoder) => {
		for (const number of [1, client, clock]) encoding.writeVarUint(encoder, number);
		encoding.writeVarString(encoder, json);
	});
}

export const cursors: Scenario = {
	name: 'cursors',
	title: `${PEOPLE} people in one document move their cursors ten times a second`,
	measure: (contestant) =>
		withServer(contestant, async (server) => {
			const [id = ''] = await server.documents(1);
			const sent = new Map<string, number>();
			const delays: number[] = [];
			const onAwareness = (update: Uint8Array) => {
				const now = performance.now();
				const decoder = decoding.createDecoder(update);
				for (let count = decoding.readVarUint(decoder); count > 0; count--) {
					const key = `${decoding.readVarUint(decoder)}:${decoding.readVarUint(decoder)}`;
					decoding.readVarString(decoder);
					const at = sent.get(key);
					if (at !== undefined) delays.push(now - at);
				}
			};
			const people = Array.from(
				{ length: PEOPLE },
				(_, index) => new BenchClient(server, id, index < WATCHERS ? { onAwareness } : {})
			);
			await Promise.all(people.map(({ synced }) => synced));
			for (const [index, person] of people.entries()) person.sendAwareness(state(index + 1, 1));
			await wait(300);
			const before = await server.usage();
			await paced(PEOPLE * MOVES, MOVES * 100, (index) => {
				const client = (index % PEOPLE) + 1;
				const clock = Math.floor(index / PEOPLE) + 2;
				sent.set(`${client}:${clock}`, performance.now());
				people[client - 1]?.sendAwareness(state(client, clock));
			});
			await wait(300);
			const after = await server.usage();
			for (const person of people) person.close();
			return {
				'CPU µs per delivered state': ((after.cpu - before.cpu) * 1000) / (PEOPLE * MOVES * (PEOPLE - 1)),
				'p50 ms': percentile(delays, 0.5),
				'p95 ms': percentile(delays, 0.95),
				'share delivered': delays.length / (PEOPLE * MOVES * WATCHERS)
			};
		})
};
