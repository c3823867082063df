import { WebSocket } from 'ws';
import { seededRandom } from '#lib/core/clock.ts';
import { hostileFrames } from '../../../integration/sync/hostile-frames.ts';
import { BenchClient } from '../bench-client.ts';
import type { Scenario } from '../scenario.ts';
import { withServer, type ServerProcess } from '../server-process.ts';
import { Arrivals, author, percentile, wait } from '../typing.ts';

const MINUTES = Number(process.env['HOSTILE_MINUTES'] ?? 10);
/** At most; the first that cannot be read ends a connection, so that short ones go deeper. */
const FRAMES = 12;
const AT_ONCE = 4;
/** Somebody types beside it, so fast. */
const PAUSE_MILLISECONDS = 100;
const EDITS = (MINUTES * 60_000) / PAUSE_MILLISECONDS;

export const hostile: Scenario = {
	name: 'hostile',
	title: `${MINUTES} minutes of noise from ${AT_ONCE} connections at a time, while one types and one reads in that document`,
	suits: ({ name }) => name === 'throughline',
	measure: (contestant) =>
		withServer(contestant, async (server) => {
			const [id = ''] = await server.documents(1);
			const arrivals = new Arrivals(Infinity);
			const { client, updates } = author(EDITS);
			const writer = new BenchClient(server, id);
			const onUpdate = (update: Uint8Array) => arrivals.arrived(update);
			const reader = new BenchClient(server, id, { onUpdate });
			await Promise.all([writer.synced, reader.synced]);
			const until = performance.now() + MINUTES * 60_000;
			const seeds = seedsFrom(Date.now() % 2 ** 31);
			const closed = new Map<number, number>();
			let frames = 0;
			// What the first minute needs stays: memory is compared from there on.
			const warm = wait(Math.min(60_000, MINUTES * 20_000)).then(() => server.atRest());
			const attackers = Array.from({ length: AT_ONCE }, async () => {
				while (performance.now() < until) {
					const seed = seeds.next().value;
					const count = 1 + (seed % FRAMES);
					frames += count;
					const code = await attack(server, id, seed, count);
					closed.set(code, (closed.get(code) ?? 0) + 1);
				}
			});
			let sent = 0;
			while (performance.now() < until && sent < updates.length) {
				arrivals.sent(client);
				writer.sendUpdate(updates[sent++] as Uint8Array);
				await wait(PAUSE_MILLISECONDS);
			}
			await Promise.all(attackers);
			await wait(3000);
			const after = await server.atRest();
			const stay = [writer, reader].filter(({ closeCode }) => closeCode === null).length;
			for (const one of [writer, reader]) one.close();
			const connections = [...closed.values()].reduce((sum, count) => sum + count, 0);
			return {
				connections,
				frames,
				'typed beside it': sent,
				'of that read': arrivals.delays.length,
				'the two still there': stay,
				'p50 ms': percentile(arrivals.delays, 0.5),
				'p99 ms': percentile(arrivals.delays, 0.99),
				'MB more than after the first minute': (after.memory - (await warm).memory) / 2 ** 20,
				...Object.fromEntries([...closed].map(([code, count]) => [`closed with ${code}`, count]))
			};
		})
};

function* seedsFrom(first: number): Generator<number, never> {
	for (let seed = first; ; seed++) yield seed;
}

/** Says everything, asks for an answer, and goes; resolves with the close code. */
function attack(server: ServerProcess, id: string, seed: number, count: number): Promise<number> {
	return new Promise((resolve) => {
		const socket = new WebSocket(`ws://127.0.0.1:${server.port}/sync/${id}`, {
			headers: server.headers,
			localAddress: `127.0.0.${60 + (seed % 100)}`
		});
		socket.on('error', () => undefined);
		socket.on('close', resolve);
		socket.on('open', () => {
			for (const frame of hostileFrames(seededRandom(seed), count)) socket.send(frame, () => undefined);
			socket.close();
		});
	});
}
