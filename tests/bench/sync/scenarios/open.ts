import { BenchClient, type BenchClientOptions } from '../bench-client.ts';
import { paper } from '../paper.ts';
import type { Figures, Scenario } from '../scenario.ts';
import { withServer, type Contestant, type ServerProcess } from '../server-process.ts';
import { withStoredPaper } from '../stored-paper.ts';
import { wait } from '../typing.ts';

/** What making documents leaves to do in the background is not part of opening them. */
const MAKING_MILLISECONDS = 6000;

const keepsDocuments = ({ isDurable, isEveryday }: Contestant) => isDurable && isEveryday;

/**
 * Everybody at once; the time until the last of them has everything. `bytes`: what each must have received for that;
 * one of the peers says that it is synced before it has read what it stores.
 */
async function enter(
	server: ServerProcess,
	ids: readonly string[],
	bytes = 0,
	options: BenchClientOptions = {}
): Promise<Figures> {
	const before = await server.atRest();
	const started = performance.now();
	const arrivals = ids.map((id) => arrival(server, id, bytes, options));
	await Promise.all(arrivals.map(({ isComplete }) => isComplete));
	const milliseconds = performance.now() - started;
	const after = await server.usage();
	const open = await server.atRest();
	for (const { client } of arrivals) client.close();
	return {
		ms: milliseconds,
		'CPU ms': after.cpu - before.cpu,
		'MB for it': (open.memory - before.memory) / 2 ** 20
	};
}

function arrival(server: ServerProcess, id: string, bytes: number, options: BenchClientOptions) {
	let received = 0;
	let onEnough: (() => void) | undefined;
	const onUpdate = (update: Uint8Array) => {
		received += update.length;
		if (received >= bytes) onEnough?.();
	};
	const client = new BenchClient(server, id, { ...options, onUpdate });
	const hasEnough = new Promise<void>((resolve) => {
		onEnough = resolve;
		if (bytes === 0) resolve();
	});
	return { client, isComplete: Promise.all([client.synced, hasEnough]) };
}

/** The same content is never written in much less than this. */
const most = (update: Uint8Array): number => update.length * 0.8;

export const coldOpen: Scenario = {
	name: 'cold-open',
	title: 'the first one to open a paper of 259,778 edits after a start',
	suits: keepsDocuments,
	measure: (contestant) =>
		withStoredPaper(contestant, {}, (server, ids) => enter(server, ids, most(paper(1).update)))
};

export const coldOpenLarge: Scenario = {
	name: 'cold-open-large',
	title: 'the same for a document of 2,597,780 edits',
	suits: keepsDocuments,
	measure: (contestant) =>
		withStoredPaper(contestant, { times: 10 }, (server, ids) => enter(server, ids, most(paper(10).update)))
};

export const newcomers: Scenario = {
	name: 'newcomers',
	title: '200 who never had it open the paper at once',
	suits: keepsDocuments,
	measure: (contestant) =>
		withStoredPaper(contestant, {}, (server, [id = '']) => {
			const people = Array.from({ length: 200 }, () => id);
			return enter(server, people, most(paper(1).update));
		})
};

export const returning: Scenario = {
	name: 'returning',
	title: '200 who have it all come back at once to the paper, which one still has open',
	suits: keepsDocuments,
	measure: (contestant) =>
		withStoredPaper(contestant, {}, async (server, [id = '']) => {
			const { update, stateVector, deletions } = paper(1);
			const { client, isComplete } = arrival(server, id, most(update), {});
			await isComplete;
			const people = Array.from({ length: 200 }, () => id);
			const figures = await enter(server, people, 0, { known: stateVector, answer: deletions });
			client.close();
			return figures;
		})
};

export const manyDocuments: Scenario = {
	name: 'many-documents',
	title: '500 documents opened at once',
	measure: (contestant) =>
		withServer(contestant, async (server) => {
			const ids = await server.documents(500);
			await wait(MAKING_MILLISECONDS);
			return enter(server, ids);
		})
};
