// Several people in several documents who type at a steady pace, and somebody in each document who watches.

import { BenchClient } from './bench-client.ts';
import type { ServerProcess } from './server-process.ts';
import { Arrivals, author, paced } from './typing.ts';

export interface Crowd {
	/** Types everything; resolves when the last edit is sent. */
	type(milliseconds: number): Promise<void>;
	readonly arrivals: Arrivals;
	readonly edits: number;
	leave(): void;
}

export async function crowd(
	server: ServerProcess,
	documents: number,
	people: number,
	editsEach: number
): Promise<Crowd> {
	const ids = await server.documents(documents);
	const edits = documents * people * editsEach;
	const arrivals = new Arrivals(documents * (people - 1) * editsEach);
	const typists = ids.flatMap((id) =>
		Array.from({ length: people }, (_, place) => {
			const onUpdate = (update: Uint8Array) => arrivals.arrived(update);
			const client = new BenchClient(server, id, place === 0 ? { onUpdate } : {});
			return { client, by: author(editsEach) };
		})
	);
	await Promise.all(typists.map(({ client }) => client.synced));
	return {
		arrivals,
		edits,
		type: (milliseconds) =>
			paced(edits, milliseconds, (index) => {
				const { client, by } = typists[index % typists.length] as (typeof typists)[number];
				arrivals.sent(by.client);
				client.sendUpdate(by.updates[Math.floor(index / typists.length)] as Uint8Array);
			}),
		leave() {
			for (const { client } of typists) client.close();
		}
	};
}
